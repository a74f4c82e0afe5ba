import { openStep, standingOf, type Case } from '#shared/domain/case.ts';

/** A case as lists of cases show it: where it stands, and what its label says. */
export function summaryOf(subject: Case) {
  const step = openStep(subject);
  const { id, kind, publicCode, status, enteredBy, label, createdOn, submittedOn, endedOn } = subject;
  const {
    round,
    form,
    subject: of,
    subjectKind,
    list,
    struckFrom,
    sameSubjectAs,
    admittedLate,
    otherAchievement,
  } = subject;
  return {
    id,
    kind,
    publicCode,
    status,
    standing: standingOf(subject),
    enteredBy,
    label,
    createdOn,
    submittedOn,
    endedOn,
    round,
    form,
    subject: of,
    subjectKind,
    list,
    struckFrom,
    sameSubjectAs,
    admittedLate,
    otherAchievement,
    sealedNumber: subject.sealed?.number,
    now: step && { code: step.code, kind: step.kind, organisation: step.organisation, dueOn: step.dueOn },
    supplementDueOn: subject.supplement?.dueOn,
  };
}
