import { lawChoices, limits } from '#shared/domain/case-command.ts';
import { troubleKinds } from '#shared/domain/case.ts';
import { fieldsOf } from '#shared/domain/content-field.ts';
import type { CaseAct } from '#shared/domain/permission.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import type { Colleague } from '#shared/use-cases/views/office.ts';
import type { LinkedView } from '#shared/use-cases/views/linked-view.ts';
import type { AwardHistory } from '#shared/use-cases/subjects/award-history.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import type { Field } from '../../forms/field.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { contentFields } from './content-fields.ts';
import { achievementFields } from './judge-fields.ts';
import { reasonAgainst } from './reason-against.ts';
import { questionFields } from './question.tsx';
import { wordingFields } from './wording-fields.ts';
import { reasonFields, restsOnFields } from './rules-section.tsx';

/** What the forms of a case offer for choice. */
export interface ActChoices {
  readonly view: CaseView;
  /** Look-alikes about whom nobody has answered yet. */
  readonly questions: readonly Likeness[];
  /** Posts at the organisation that holds the open step. */
  readonly colleagues: readonly Colleague[];
  /** Earlier awards of the subject; absent where there is none to look at: a model, a sealed case. */
  readonly earlier?: AwardHistory;
  /** The same achievement at another level. */
  readonly linked?: LinkedView;
  /** Award forms of the case's round. */
  readonly forms: readonly string[];
  /** What the rules find, for whoever judges the case. */
  readonly rules?: RulesView;
}

/** Acts that a small form on the case's page does; the rest have pages of their own. */
export type FormAct = Exclude<CaseAct, 'edit' | 'attach' | 'attachAtStep' | 'submit'>;

const pageActs: readonly CaseAct[] = ['edit', 'attach', 'attachAtStep', 'submit'];
export const isFormAct = (act: CaseAct): act is FormAct => !pageActs.includes(act);

/** Acts that end the case: the form says so. */
export const endingActs: readonly CaseAct[] = [
  'discard',
  'withdraw',
  'returnIneligible',
  'refuse',
  'recordNotAwarded',
];

export function actFields(visit: Visit, act: FormAct, choices: ActChoices): Field[] {
  const reason = () => reasonField(visit);
  switch (act) {
    case 'discard':
      return [];
    case 'receive':
      return reasonFields(visit, choices.rules);
    case 'withdraw':
    case 'withdrawConsent':
      return [reason()];
    case 'refuse':
      return [reasonAgainst(visit, choices.view, reason())];
    case 'notRecommend':
      return [...restsOnFields(visit, choices.rules), reasonAgainst(visit, choices.view, reason())];
    case 'recordNotAwarded':
      return [reason(), ...outsidePaperFields(visit)];
    case 'recommend':
      return [
        ...reasonFields(visit, choices.rules),
        { kind: 'text', name: 'remark', label: t(visit, 'acts.remark'), optional: true, max: limits.reason },
      ];
    case 'answerSupplement':
      return answerFields(visit, choices.view);
    case 'askSupplement':
      return [...restsOnFields(visit, choices.rules), ...askFields(visit, choices.view)];
    case 'returnIneligible':
      return [
        ...restsOnFields(visit, choices.rules),
        reasonAgainst(visit, choices.view, reason()),
        {
          kind: 'line',
          name: 'article',
          label: t(visit, 'acts.article'),
          hint: t(visit, 'acts.articleHint'),
        },
      ];
    case 'changeForm':
      return [formField(visit, choices), reason()];
    case 'chooseLaw':
      return [lawField(visit, choices.view), reason()];
    case 'judgeAchievement':
      return achievementFields(visit, choices.rules, reason());
    case 'mendWording':
      return wordingFields(visit, choices.view);
    case 'askQuestion':
      return questionFields(visit, choices.view);
    case 'answerQuestion':
      return [{ kind: 'text', name: 'answer', label: t(visit, 'acts.answer'), max: limits.reason }];
    case 'hold':
      return [troubleField(visit), reason(), documentField(visit)];
    case 'release':
      return [reason(), documentField(visit), ...findingFields(visit)];
    case 'reassign':
      return [postField(visit, choices), reason()];
    case 'judgeIdentity':
      return identityFields(visit, choices, reason());
  }
}

const reasonField = (visit: Visit): Field => ({
  kind: 'text',
  name: 'reason',
  label: t(visit, 'acts.reason'),
  max: limits.reason,
});

const documentField = (visit: Visit): Field => ({
  kind: 'line',
  name: 'document',
  label: t(visit, 'acts.document'),
  hint: t(visit, 'acts.documentHint'),
});

const noteField = (visit: Visit): Field => ({
  kind: 'text',
  name: 'note',
  label: t(visit, 'acts.note'),
  max: limits.reason,
});

const lawField = (visit: Visit, { lawOf }: CaseView): Field => ({
  kind: 'radios',
  name: 'law',
  label: t(visit, 'acts.law'),
  options: lawChoices
    .filter((choice) => choice === (lawOf === undefined ? 'today' : 'received'))
    .map((value) => ({ value, label: t(visit, `lawChoice.${value}`) })),
});

const troubleField = (visit: Visit): Field => ({
  kind: 'select',
  name: 'kind',
  label: t(visit, 'acts.trouble'),
  hint: t(visit, 'acts.troubleHint'),
  optional: true,
  blank: t(visit, 'acts.noTrouble'),
  options: troubleKinds.map((kind) => ({ value: kind, label: t(visit, `trouble.${kind}`) })),
});

function findingFields(visit: Visit): Field[] {
  const options = (['cleared', 'disciplined'] as const).map((value) => ({
    value,
    label: t(visit, `finding.${value}`),
  }));
  const [outcome, endsOn] = [t(visit, 'acts.finding'), t(visit, 'acts.disciplineEnds')];
  return [
    { kind: 'radios', name: 'finding.outcome', label: outcome, optional: true, options },
    { kind: 'date', name: 'finding.endsOn', label: endsOn, optional: true },
  ];
}

function outsidePaperFields(visit: Visit): Field[] {
  const [number, date] = [t(visit, 'acts.outsideNumber'), t(visit, 'acts.outsideDate')];
  return [
    { kind: 'line', name: 'document.number', label: number, optional: true, width: 'half' },
    { kind: 'date', name: 'document.date', label: date, optional: true },
  ];
}

function answerFields(visit: Visit, view: CaseView): Field[] {
  const asked = view.supplement?.fields ?? [];
  const sealed = view.sealedNumber !== undefined;
  const { kind, subjectKind, content } = view;
  const fields = contentFields(visit, { kind, form: view.form?.code, subjectKind, sealed, content });
  return [
    ...fields.filter(({ name }) => asked.includes(name.slice('content.'.length))),
    { kind: 'text', name: 'note', label: t(visit, 'acts.answerNote'), optional: true, max: limits.reason },
  ];
}

/** As the form of such a case words it; where that is half a question, as it stands alone. */
export function supplementLabel(
  visit: Visit,
  { kind, form, subjectKind }: Pick<CaseView, 'kind'> & Partial<Pick<CaseView, 'form' | 'subjectKind'>>,
  name: string,
): string {
  switch (name) {
    case 'attachments':
    case 'achievementTo':
    case 'legalPerson':
      return t(visit, `asked.${name}`);
    default: {
      const fields = contentFields(visit, { kind, form: form?.code, subjectKind, sealed: false });
      const field = fields.find((one) => one.name === `content.${name}`);
      return field === undefined || field.kind === 'hidden' ? name : field.label;
    }
  }
}

/** Only what is asked of such a subject: of one person no representative, of a model no achievement. */
function askFields(visit: Visit, view: CaseView): Field[] {
  const { kind, subjectKind, sealedNumber: sealed } = view;
  const offered = [...fieldsOf({ kind, form: view.form?.code, subjectKind, sealed }), 'attachments'];
  return [
    {
      kind: 'checkboxes',
      name: 'fields',
      label: t(visit, 'acts.fields'),
      options: offered.map((value) => ({ value, label: supplementLabel(visit, view, value) })),
    },
    reasonAgainst(visit, view, noteField(visit)),
    { kind: 'whole', name: 'workingDays', label: t(visit, 'acts.workingDays'), value: '10' },
  ];
}

function formField(visit: Visit, { view, forms }: ActChoices): Field {
  const { subjectKind } = view;
  const open = law.routedForms.filter(({ code }) => {
    const kinds = law.termsOn(code, visit.today)?.subjectKinds ?? [];
    const fits = subjectKind === undefined || kinds.includes(subjectKind);
    return forms.includes(code) && code !== view.form?.code && fits;
  });
  return {
    kind: 'select',
    name: 'form',
    label: t(visit, 'acts.newForm'),
    blank: t(visit, 'form.choose'),
    options: open.map((form) => ({ value: form.code, label: inLanguage(visit, form.name) })),
  };
}

function postField(visit: Visit, { colleagues }: ActChoices): Field {
  return {
    kind: 'select',
    name: 'post',
    label: t(visit, 'acts.post'),
    options: [
      { value: 'anyone', label: t(visit, 'acts.anyone') },
      ...colleagues
        .filter((post) => post.role === 'officer' || post.role === 'secretary' || post.role === 'clerk')
        .map((post) => ({ value: post.id, label: `${post.name} – ${post.title}` })),
    ],
  };
}

export function likenessText(visit: Visit, other: Likeness): string {
  const born = other.birthYear === undefined ? '' : t(visit, 'name.born', { year: other.birthYear });
  return [other.name, born, other.unit, other.residentialGroup ?? '']
    .filter((part) => part !== '')
    .join(' – ');
}

export function answerOptions(visit: Visit) {
  return [
    { value: 'same', label: t(visit, 'identity.same'), hint: t(visit, 'identity.sameHint') },
    { value: 'namesake', label: t(visit, 'identity.namesake'), hint: t(visit, 'identity.namesakeHint') },
  ];
}

function identityFields(visit: Visit, { questions }: ActChoices, reason: Field): Field[] {
  return [
    {
      kind: 'radios',
      name: 'other',
      label: t(visit, 'identity.which'),
      options: questions.map((other) => ({ value: other.id, label: likenessText(visit, other) })),
    },
    { kind: 'radios', name: 'answer', label: t(visit, 'identity.answer'), options: answerOptions(visit) },
    reason,
  ];
}

export const actTitle = (visit: Visit, act: CaseAct): string => t(visit, `caseAct.${act}`);
export const actMessage = (visit: Visit, name: string, values: Readonly<Record<string, unknown>>): string =>
  m(visit, 'act', name, values);
