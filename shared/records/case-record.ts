import {
  caseContentSchema,
  caseSchema,
  openStep,
  standingOf,
  type Case,
  type CaseContent,
} from '../domain/case.ts';
import { listKindFor } from '../domain/list.ts';
import type { Role } from '../domain/directory.ts';
import type { StepKind } from '../domain/route-template.ts';
import type { Item, Write } from '../ports.ts';
import { inboxDiff, type InboxRow } from './inbox-record.ts';
import { encode, loaded, replace, type Loaded } from './item.ts';
import { inboxOfRole, inboxOfSealed, indexes, keys } from './keys.ts';

export const loadCase = (item: Item | undefined): Loaded<Case> | undefined => loaded(caseSchema, item);
export const loadContent = (item: Item | undefined): Loaded<CaseContent> | undefined =>
  loaded(caseContentSchema, item);

/** The record and its inbox rows, conditioned on what was read. */
export function caseWrites(before: Loaded<Case> | undefined, after: Case): Write[] {
  return [
    replace(keys.caseMeta(after.id), after, before, {
      g1: indexes.casesOfOrganisation(after.enteredBy, after.status, after.id),
      g2: indexes.casesOfPerson(after.typist, after.id),
    }),
    ...inboxDiff(before === undefined ? [] : caseInbox(before.value), caseInbox(after)),
  ];
}

/** Which case bears this code. */
export const publicCodeWrite = ({ id, publicCode }: Case): Write => ({
  put: encode(keys.publicCode(publicCode), { case: id }, 1),
  if: { absent: true },
});

/** Role that keeps a free case at each kind of step. */
export function keeperOf(kind: StepKind): Role {
  switch (kind) {
    case 'council':
      return 'secretary';
    case 'outside':
      return 'clerk';
    case 'receive':
    case 'appraise':
    case 'opinion':
    case 'letter':
    case 'decide':
      return 'officer';
  }
}

/** Where the case waits: with the holder, with its submitter during a supplement, or nowhere while a list carries it. */
function caseInbox(subject: Case): InboxRow[] {
  const step = openStep(subject);
  const standing = standingOf(subject);
  if (step === undefined || (subject.list !== undefined && standing !== 'hold')) return [];
  const back = standing === 'supplement';
  const organisation = back ? subject.enteredBy : step.organisation;
  const role = back ? 'officer' : keeperOf(step.kind);
  const listKind = listKindFor(step.kind, subject.kind);
  const common = {
    of: 'case' as const,
    id: subject.id,
    dueOn: standing === 'hold' ? undefined : back ? subject.supplement?.dueOn : step.dueOn,
    caseKind: subject.kind,
    step: step.code,
    stepKind: step.kind,
    standing,
    label: subject.label.name,
    unit: subject.label.unit,
    namesake: subject.label.namesake,
    publicCode: subject.publicCode,
    enteredBy: subject.enteredBy,
    ...(subject.label.birthYear === undefined ? {} : { birthYear: subject.label.birthYear }),
    ...(subject.label.residentialGroup === undefined
      ? {}
      : { residentialGroup: subject.label.residentialGroup }),
    ...(listKind === undefined ? {} : { listKind }),
    ...(subject.form === undefined ? {} : { form: subject.form }),
    ...(subject.round === undefined ? {} : { round: subject.round }),
    ...(subject.assignee === undefined ? {} : { assignee: subject.assignee }),
    ...(subject.sealed === undefined ? {} : { sealedNumber: subject.sealed.number }),
    ...(subject.struckFrom === undefined ? {} : { struckFrom: subject.struckFrom }),
  };
  if (subject.sealed === undefined) return [{ ...common, holder: inboxOfRole(organisation, role) }];
  return [{ ...common, holder: inboxOfSealed(organisation), keeper: role }];
}
