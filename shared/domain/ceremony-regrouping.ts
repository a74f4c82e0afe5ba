import type { CeremonyChange } from './ceremony-acts.ts';
import type { Ceremony, CeremonyAward, CeremonyCommand, PresentationGroup } from './ceremony.ts';
import type { CaseId } from './id.ts';
import { Refusal, type FieldFault } from './refusal.ts';

/** Who leaves the list of a ceremony while it is prepared, and who goes up with whom. */

/** Out of the list; the awards stand as they were granted, and another ceremony may draw them. */
export function takeOut(
  ceremony: Ceremony,
  command: CeremonyCommand<'takeOut'>,
  awards: readonly CeremonyAward[],
): CeremonyChange {
  requireDrawn(ceremony, command.cases);
  const out = new Set(command.cases);
  const left = awards.filter((award) => !out.has(award.case));
  return {
    ceremony: {
      ...ceremony,
      groups: withoutEmpty(ceremony.groups.map((group) => without(group, out))),
      counts: { ...ceremony.counts, drawn: left.length },
      readers: [...new Set([ceremony.host, ...left.map((award) => award.enteredBy)])],
    },
    entry: { act: 'TakenOut', facts: { cases: [...out], drawn: left.length } },
  };
}

/**
 * Into the group where another award stands, behind those who are there, or into a new one behind the last from which
 * they come, with the presenters of the first. A group that nobody is left in is gone.
 */
export function regroup(ceremony: Ceremony, command: CeremonyCommand<'regroup'>): CeremonyChange {
  requireDrawn(ceremony, command.cases);
  const { groups: before } = ceremony;
  const chosen = new Set(command.cases);
  const moving = before.flatMap((group) => group.cases).filter((id) => chosen.has(id));
  const target = command.with === undefined ? undefined : groupWith(before, command.with);
  if (command.with !== undefined && target === undefined)
    throw new Refusal('CaseNotFound', { case: command.with }).at('with');
  const kind = target ?? groupWith(before, moving[0]);
  if (kind === undefined) throw new Refusal('CaseNotFound').at('cases');
  refuseOtherKind(before, command.cases, kind);
  const groups = target === undefined ? inNewGroup(before, moving, kind) : inGroup(before, moving, target);
  return {
    ceremony: { ...ceremony, groups },
    entry: { act: 'Regrouped', facts: { cases: moving, groups: groups.length }, payload: { groups } },
  };
}

const groupWith = (groups: readonly PresentationGroup[], id: CaseId | undefined) =>
  groups.find((group) => id !== undefined && group.cases.includes(id));

const without = (group: PresentationGroup, out: ReadonlySet<CaseId>): PresentationGroup => ({
  ...group,
  cases: group.cases.filter((id) => !out.has(id)),
});

const withoutEmpty = (groups: readonly PresentationGroup[]): PresentationGroup[] =>
  groups.filter((group) => group.cases.length > 0);

function inGroup(
  groups: readonly PresentationGroup[],
  moving: readonly CaseId[],
  target: PresentationGroup,
): PresentationGroup[] {
  const coming = new Set(moving.filter((id) => !target.cases.includes(id)));
  return withoutEmpty(
    groups.map((group) =>
      group === target ? { ...group, cases: [...group.cases, ...coming] } : without(group, coming),
    ),
  );
}

function inNewGroup(
  groups: readonly PresentationGroup[],
  moving: readonly CaseId[],
  { form, authority, presenters }: PresentationGroup,
): PresentationGroup[] {
  const leaving = new Set(moving);
  const last = groups.findLastIndex((group) => group.cases.some((id) => leaving.has(id)));
  const fresh: PresentationGroup = { form, authority, presenters, cases: [...moving] };
  const left = groups.map((group) => without(group, leaving));
  return withoutEmpty(left.toSpliced(last + 1, 0, fresh));
}

/** Those who go up together receive one form of one authority. */
function refuseOtherKind(
  groups: readonly PresentationGroup[],
  cases: readonly CaseId[],
  kind: PresentationGroup,
): void {
  const faults = cases.flatMap((id, index): FieldFault[] => {
    const own = groupWith(groups, id);
    const fits = own?.form === kind.form && own.authority === kind.authority;
    return fits ? [] : [{ field: `cases.${index}`, code: 'otherGroupKind' }];
  });
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

function requireDrawn(ceremony: Ceremony, cases: readonly CaseId[]): void {
  const drawn = new Set(ceremony.groups.flatMap((group) => group.cases));
  const faults = cases.flatMap((id, index): FieldFault[] =>
    drawn.has(id) ? [] : [{ field: `cases.${index}`, code: 'notFound' }],
  );
  const missing = cases.find((id) => !drawn.has(id));
  if (missing !== undefined) throw new Refusal('CaseNotFound', { case: missing }, faults);
}
