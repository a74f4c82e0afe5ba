import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { SubjectKind } from '#shared/domain/round.ts';
import type { EarlierAward } from '#shared/use-cases/subjects/award-history.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import type { Colleague } from '#shared/use-cases/views/office.ts';
import { readFields, type Field } from '../../forms/field.ts';
import { parseCommand } from '../../forms/faults.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type Visit } from '../../visit.ts';
import { contentFields } from './content-fields.ts';
import { fieldsOfPart } from './draft-parts.ts';
import { questionFields } from './identity-page.tsx';
import { carriedChoice, type NewChoice } from './new-choice.ts';

export interface NominationSetting {
  readonly choice: NewChoice;
  /** Earlier subjects of like name and birth year. */
  readonly questions: readonly Likeness[];
  /** Awards of these, as far as the own office has them. */
  readonly earlier: readonly { readonly name: string; readonly awards: readonly EarlierAward[] }[];
  readonly colleagues: readonly Colleague[];
  readonly name?: string;
  readonly birthYear?: number | undefined;
}

/** What a nomination begins with: who it is. The rest is asked of the draft; of a sealed placeholder nothing but who proposes and why. */
export function nominationFields(visit: Visit, setting: NominationSetting): Field[] {
  const { choice, questions, name = '', birthYear } = setting;
  const sealed = choice.sealed !== 'no';
  const content = { printedName: name, ...(birthYear === undefined ? {} : { birthYear }) };
  return [
    ...carriedChoice(choice),
    ...questionFields(visit, questions),
    ...(choice.sealed === 'placeholder'
      ? []
      : fieldsOfPart(
          'subject',
          'nomination',
          contentFields(visit, {
            kind: 'nomination',
            form: choice.form.code,
            subjectKind: choice.subjectKind,
            sealed,
            content,
          }),
        )),
    ...(choice.sealed === 'placeholder' ? [] : personFields(visit, setting)),
    ...(sealed ? [{ kind: 'line', name: 'sealed.basis', label: t(visit, 'new.sealedBasis') } as const] : []),
    ...proposerFields(visit, setting),
  ];
}

export const idNumberField = (visit: Visit) =>
  ({
    kind: 'line',
    name: 'idNumber',
    label: t(visit, 'new.idNumber'),
    optional: true,
    hint: t(visit, 'new.idNumberHint'),
    width: 'half',
  }) as const;

function personFields(visit: Visit, { choice, colleagues }: NominationSetting): Field[] {
  const individual = choice.subjectKind === 'individual';
  return [
    ...(individual ? [idNumberField(visit)] : []),
    ...(choice.subjectKind === 'collective' ? [] : [accountField(visit, colleagues, choice.subjectKind)]),
  ];
}

function peopleOptions(colleagues: readonly Colleague[]) {
  const people = new Map(colleagues.map((post) => [post.person, `${post.name} – ${post.title}`]));
  return [...people].map(([value, label]) => ({ value, label }));
}

function accountField(visit: Visit, colleagues: readonly Colleague[], kind: SubjectKind): Field {
  return {
    kind: 'select',
    name: 'account',
    label: t(visit, kind === 'household' ? 'new.accountHousehold' : 'new.account'),
    hint: t(visit, 'new.accountHint'),
    blank: t(visit, 'new.noAccount'),
    options: peopleOptions(colleagues),
  };
}

function proposerFields(visit: Visit, { colleagues }: NominationSetting): Field[] {
  return [
    {
      kind: 'line',
      name: 'proposer.name',
      label: t(visit, 'new.proposer'),
      hint: t(visit, 'new.proposerHint'),
    },
    {
      kind: 'select',
      name: 'proposer.person',
      label: t(visit, 'new.proposerAccount'),
      blank: t(visit, 'new.noAccount'),
      options: peopleOptions(colleagues),
    },
  ];
}

/** A placeholder keeps nothing of its content, yet the command wants the two lines. */
const nothingSaid = { content: { printedName: '-', unit: '-' } };

/** @throws Refusal InputInvalid */
export function readNomination(visit: Visit, setting: NominationSetting, typed: Typed) {
  const { choice, questions } = setting;
  const said = readFields(nominationFields(visit, setting), typed);
  const { organisation, round, form, subjectKind, sealed } = choice;
  const account = said['account'];
  return parseCommand(newNominationSchema, {
    content: {},
    proposer: {},
    ...(sealed === 'placeholder' ? { ...said, ...nothingSaid } : said),
    organisation,
    round: round.id,
    form: form.code,
    subjectKind,
    accounts: typeof account === 'string' ? [account] : [],
    answers: questions.map(({ id }) => ({ subject: id, answer: typed.text(`answers.${id}`) })),
    sealed:
      sealed === 'no'
        ? undefined
        : { basis: typed.text('sealed.basis'), placeholder: sealed === 'placeholder' },
  });
}
