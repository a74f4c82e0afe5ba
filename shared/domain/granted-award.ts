import { settleByList } from './case-acts/flowing.ts';
import type { Case } from './case.ts';
import type { CeremonyAward } from './ceremony.ts';
import type { List, NumberedRow } from './list.ts';
import type { CivilDate } from './time.ts';

/**
 * The award that a row of a decision grants, read from the decision and never from the case's status: a case that has
 * not caught up with its issued decision is awarded as well, one held or withdrawn before the issue is not.
 * @returns undefined when the row grants none, or a sealed one: those appear in no ceremony
 */
export function grantedAward(
  decision: List,
  row: NumberedRow,
  facts: { readonly subject: Case; readonly authority: string; readonly today: CivilDate },
): CeremonyAward | undefined {
  const { number, date } = decision;
  const { form, subjectKind, goldenBookNumber, annexOrdinal } = row;
  const isIssued =
    decision.kind === 'decision' && decision.state === 'ISSUED' && decision.sealed === undefined;
  if (!isIssued || number === undefined || date === undefined) return undefined;
  if (form === undefined || subjectKind === undefined || isSealed(row, facts.subject)) return undefined;
  if (goldenBookNumber === undefined || annexOrdinal === undefined) return undefined;
  if (!isSettledBy(decision, row, facts.subject, facts.today)) return undefined;
  return {
    case: row.case,
    decision: decision.id,
    number,
    date,
    form,
    authority: facts.authority,
    goldenBookNumber,
    annexOrdinal,
    subjectKind,
    name: row.name,
    unit: row.unit,
    namesake: row.namesake,
    enteredBy: row.enteredBy,
    handover: 'NONE',
    ...(row.namesake && row.birthYear !== undefined ? { birthYear: row.birthYear } : {}),
    ...(row.namesake && row.residentialGroup !== undefined ? { residentialGroup: row.residentialGroup } : {}),
  };
}

const isSealed = (row: NumberedRow, subject: Case): boolean =>
  row.sealedNumber !== undefined || subject.sealed !== undefined;

function isSettledBy(decision: List, row: NumberedRow, subject: Case, today: CivilDate): boolean {
  return subject.settledBy.includes(decision.id) || settleByList(subject, decision, row, today) !== undefined;
}
