import { organisationIdSchema, roundIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import type { AwardForm } from '#shared/domain/law/award-form.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { subjectKinds, type Round, type SubjectKind } from '#shared/domain/round.ts';
import { yearOf, type CivilDate } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { holdsRole, namedForSealed, ownOffices } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';

/** What must be known before the questions of a nomination can be asked. */
export interface NewChoice {
  readonly organisation: OrganisationId;
  readonly round: Round;
  readonly form: AwardForm;
  readonly subjectKind: SubjectKind;
  readonly sealed: 'no' | 'named' | 'placeholder';
}

const roles = officeRules.nominate.roles;

export function choiceFields(visit: OwnVisit, rounds: readonly Round[]): Field[] {
  const offices = ownOffices(visit, roles).map((office) => ({ value: office.id, label: office.shortName }));
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'new.organisation'),
      options: offices,
      value: offices[0]?.value ?? '',
    },
    {
      kind: 'radios',
      name: 'choice',
      label: t(visit, 'new.roundAndForm'),
      options: openForms(visit, rounds).map(({ round, form, closingDay }) => ({
        value: `${round.id}.${form.code}`,
        label: inLanguage(visit, form.name),
        hint: roundHint(visit, round, closingDay),
      })),
    },
    {
      kind: 'radios',
      name: 'kind',
      label: t(visit, 'new.kind'),
      options: subjectKinds.map((value) => ({ value, label: m(visit, 'subjectKind', value) })),
    },
    ...(mayBeSealed(visit) ? [sealedField(visit)] : []),
  ];
}

export function roundHint(visit: OwnVisit, round: Round, closingDay: CivilDate): string {
  const hint = t(visit, 'new.roundHint', { round: round.name, day: formatted(closingDay) });
  if (closingDay < visit.today) return `${hint} ${t(visit, 'new.roundClosed')}`;
  const ahead = t(visit, 'new.roundAhead', { day: formatted(round.opensOn) });
  return visit.today < round.opensOn ? `${hint} ${ahead}` : hint;
}

const mayBeSealed = (visit: OwnVisit): boolean =>
  holdsRole(visit, roles) &&
  ownOffices(visit, roles).some((office) => namedForSealed(visit, office.id, 'officer'));

function sealedField(visit: OwnVisit): Field {
  return {
    kind: 'radios',
    name: 'sealed',
    label: t(visit, 'new.sealed'),
    options: [
      { value: 'no', label: t(visit, 'new.sealedNo') },
      { value: 'named', label: t(visit, 'new.sealedNamed'), hint: t(visit, 'new.sealedNamedHint') },
      {
        value: 'placeholder',
        label: t(visit, 'new.sealedPlaceholder'),
        hint: t(visit, 'new.sealedPlaceholderHint'),
      },
    ],
    value: 'no',
  };
}

/**
 * Forms of rounds since last year: open ones first, then those ahead, for which drafts may be written, then closed
 * ones, into which the owner may let late ones.
 */
export function openForms(visit: OwnVisit, rounds: readonly Round[]) {
  const open = rounds.filter((round) => round.year >= yearOf(visit.today) - 1);
  const found = open.flatMap((round) =>
    round.forms.flatMap(({ form: code, closingDay }) => {
      const form = law.formOn(code, visit.today);
      const terms = law.termsOn(code, visit.today);
      return form === undefined || terms === undefined ? [] : [{ round, form, terms, closingDay }];
    }),
  );
  const rank = ({ round, closingDay }: (typeof found)[number]): number =>
    closingDay < visit.today ? 2 : Number(visit.today < round.opensOn);
  return found.sort((one, other) => rank(one) - rank(other));
}

/**
 * @returns undefined while nothing was chosen
 * @throws Refusal for a choice that doesn't hold
 */
export function readChoice(visit: OwnVisit, rounds: readonly Round[], typed: Typed): NewChoice | undefined {
  if (!typed.has('organisation') && !typed.has('choice') && !typed.has('kind')) return undefined;
  const [roundId = '', code = ''] = typed.text('choice').split('.');
  const round = rounds.find((one) => one.id === roundIdSchema.safeParse(roundId).data);
  const open = openForms(visit, rounds).find((one) => one.round === round && one.form.code === code);
  const organisation = ownOffices(visit, roles).find((office) => office.id === typed.text('organisation'));
  const subjectKind = subjectKinds.find((kind) => kind === typed.text('kind'));
  const faults = [
    ...(organisation === undefined
      ? [{ field: 'organisation', code: typed.text('organisation') === '' ? 'empty' : 'foreign' }]
      : []),
    ...(round === undefined || open === undefined ? [{ field: 'choice', code: 'empty' }] : []),
    ...(subjectKind === undefined ? [{ field: 'kind', code: 'empty' }] : []),
  ];
  if (organisation === undefined || round === undefined || open === undefined || subjectKind === undefined) {
    throw new Refusal('InputInvalid', {}, faults);
  }
  const { form, terms } = open;
  if (!terms.subjectKinds.includes(subjectKind)) {
    throw new Refusal('SubjectKindNotEligible').at('kind');
  }
  const sealed = (['named', 'placeholder'] as const).find((one) => one === typed.text('sealed')) ?? 'no';
  return { organisation: organisationIdSchema.parse(organisation.id), round, form, subjectKind, sealed };
}

/** The choice carried along by the forms that follow. */
export function carriedChoice(choice: NewChoice): Field[] {
  const { organisation, round, form, subjectKind, sealed } = choice;
  const carried = { organisation, choice: `${round.id}.${form.code}`, kind: subjectKind, sealed };
  return Object.entries(carried).map(([name, value]) => ({ kind: 'hidden', name, value }));
}
