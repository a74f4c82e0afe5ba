import type { Council, Organisation, Role } from '#shared/domain/directory.ts';
import type { Round } from '#shared/domain/round.ts';
import { yearOf } from '#shared/domain/time.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import type { Field } from '../../forms/field.ts';
import { t, type OwnVisit } from '../../visit.ts';

export const startKinds = ['letter', 'opinionRequest', 'session', 'decision', 'outside'] as const;
export type StartKind = (typeof startKinds)[number];

/** The cases from which somebody comes to the lists: they are ticked on the one that is started or opened. */
export interface StartFor {
  readonly kind: StartKind;
  readonly cases: readonly string[];
  readonly caseKind: 'nomination' | 'modelProposal';
  readonly sealed: boolean;
  /** It is asked about by whoever appraises it. */
  readonly appraised: boolean;
}

export interface StartSetting {
  readonly office: OrganisationName;
  readonly rounds: readonly Round[];
  readonly councils: readonly Council[];
  /** As what the reader handles sealed cases there. */
  readonly sealedRoles: readonly Role[];
  /** Organisations that may be asked for an opinion. */
  readonly askable: readonly Organisation[];
  readonly startFor?: StartFor | undefined;
  /** Whoever comes to start such a list finds its form open. */
  readonly opens?: StartKind | undefined;
}

/** Who starts which. */
export const starterOf = {
  letter: 'officer',
  opinionRequest: 'officer',
  session: 'secretary',
  decision: 'officer',
  outside: 'clerk',
} as const;

/** Kinds of lists that the reader may start at the office: letters and decisions the officer, sessions the secretary, outside decisions the clerk. */
export function startable(visit: OwnVisit, setting: StartSetting): StartKind[] {
  return startKinds.filter((kind) => hasRole(visit, kind, setting) || sealedOnly(visit, kind, setting));
}

const hasRole = (visit: OwnVisit, kind: StartKind, { office }: StartSetting): boolean =>
  visit.signedIn.me.posts.some((post) => post.organisation === office.id && post.role === starterOf[kind]);

/** Whoever stands in for somebody not named may start lists of sealed cases, and no others. */
export function sealedOnly(visit: OwnVisit, kind: StartKind, setting: StartSetting): boolean {
  const { sealedRoles, councils } = setting;
  if (hasRole(visit, kind, setting) || !sealedRoles.includes(starterOf[kind])) return false;
  return kind !== 'session' || councils.length > 0;
}

export function startFields(visit: OwnVisit, kind: StartKind, setting: StartSetting): Field[] {
  const { office, rounds, councils } = setting;
  const recent = rounds.filter((round) => round.year >= yearOf(visit.today) - 1);
  const title: Field = {
    kind: 'line',
    name: 'title',
    label: t(visit, `start.title.${kind}`),
    hint: t(visit, `start.hint.${kind}`),
  };
  const round: Field = {
    kind: 'select',
    name: 'round',
    label: t(visit, 'fact.round'),
    hint: t(visit, 'start.roundHint'),
    blank: t(visit, 'start.anyRound'),
    options: recent.map(({ id, name }) => ({ value: id, label: name })),
  };
  const startFor = setting.startFor?.kind === kind ? setting.startFor : undefined;
  const common: Field[] = [
    { kind: 'hidden', name: 'organisation', value: office.id },
    ...(startFor?.cases ?? []).map((value) => ({ kind: 'hidden', name: 'case', value }) as const),
    title,
  ];
  const apart = sealedOnly(visit, kind, setting);
  const sealed = apart ? [] : sealedFields(visit, kind, setting, startFor);
  if (kind === 'session') return [...common, ...sessionFields(visit, councils), round, ...sealed];
  const caseKind: Field = apart
    ? { kind: 'hidden', name: 'caseKind', value: 'nomination' }
    : caseKindField(visit, startFor);
  const asking = kind === 'opinionRequest' ? askingFields(visit, setting) : [];
  return [...common, caseKind, ...asking, round, ...sealed];
}

function askingFields(visit: OwnVisit, { office, askable, startFor }: StartSetting): Field[] {
  return [
    {
      kind: 'radios',
      name: 'stepKind',
      label: t(visit, 'start.askedAt'),
      options: (['opinion', 'appraise'] as const).map((value) => ({
        value,
        label: t(visit, `start.askedAt.${value}`),
      })),
      value: startFor?.appraised === true ? 'appraise' : 'opinion',
    },
    {
      kind: 'checkboxes',
      name: 'asked',
      label: t(visit, 'start.asked'),
      hint: t(visit, 'start.askedHint'),
      optional: true,
      options: askable
        .filter(({ id }) => id !== office.id)
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'date',
      name: 'answerBy',
      label: t(visit, 'start.answerBy'),
      hint: t(visit, 'start.answerByHint'),
      optional: true,
    },
  ];
}

function sessionFields(visit: OwnVisit, councils: readonly Council[]): Field[] {
  return [
    {
      kind: 'select',
      name: 'council',
      label: t(visit, 'start.council'),
      options: councils.map(({ id, name }) => ({ value: id, label: name })),
      value: councils[0]?.id ?? '',
    },
    { kind: 'date', name: 'heldOn', label: t(visit, 'start.heldOn') },
  ];
}

function caseKindField(visit: OwnVisit, startFor: StartFor | undefined): Field {
  return {
    kind: 'radios',
    name: 'caseKind',
    label: t(visit, 'start.caseKind'),
    options: (['nomination', 'modelProposal'] as const).map((value) => ({
      value,
      label: t(visit, `kind.${value}`),
    })),
    value: startFor?.caseKind ?? 'nomination',
  };
}

function sealedFields(
  visit: OwnVisit,
  kind: StartKind,
  { sealedRoles }: StartSetting,
  startFor: StartFor | undefined,
): Field[] {
  if (!sealedRoles.includes(starterOf[kind])) return [];
  return [
    {
      kind: 'yesNo',
      name: 'sealed',
      label: t(visit, 'start.sealed'),
      options: [
        { value: 'yes', label: t(visit, 'form.yes') },
        { value: 'no', label: t(visit, 'form.no') },
      ],
      value: startFor?.sealed === true ? 'yes' : 'no',
    },
  ];
}
