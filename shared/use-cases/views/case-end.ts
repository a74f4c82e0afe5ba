import type { Case } from '../../domain/case.ts';
import type { Ports } from '../../ports.ts';
import type { HistoryEntry } from '../../records/history-record.ts';
import { keys } from '../../records/keys.ts';
import { loadRow } from '../../records/list-record.ts';

/** Why a case ended without an award, as whoever ended it said it. */
export interface CaseEnd {
  readonly act: string;
  /** Never of a sealed case; nor where it was erased. */
  readonly reason?: string;
  /** Of the law, where it was returned as ineligible. */
  readonly article?: string;
  /** By which an authority outside said it. */
  readonly document?: { readonly number: string; readonly date: string };
}

const ends = ['ReturnedIneligible', 'Refused', 'NotAwardedOutside', 'Withdrawn', 'CouncilConcluded'];

/** What the council noted on a case that it did not agree to: its result stands on the session's row, not in the case. */
export async function councilNote(ports: Ports, subject: Case): Promise<string | undefined> {
  const { status, settledBy, route } = subject;
  const last = route?.steps.findLast((step) => step.outcome === 'ended');
  const session = settledBy.at(-1);
  const notAgreed = status === 'NOT_AWARDED' || status === 'NOT_APPROVED';
  if (!notAgreed || last?.kind !== 'council' || session === undefined) return undefined;
  const [item] = await ports.store.get([keys.listRow(session, subject.id)]);
  return loadRow(item)?.value.result?.note;
}

/** @param note of the council, where it was the council that ended it */
export function endOf(
  subject: Case,
  history: readonly HistoryEntry[],
  note: string | undefined,
): CaseEnd | undefined {
  const { status } = subject;
  if (status === 'DRAFT' || status === 'AT_STEP' || status === 'AWARDED' || status === 'APPROVED')
    return undefined;
  const last = history.findLast(({ entry }) => ends.includes(entry.act));
  if (last === undefined) return undefined;
  const { act, facts } = last.entry;
  const said = subject.sealed === undefined ? (note ?? textOf(last.payload?.['reason'])) : undefined;
  const [article, number, date] = [facts['article'], facts['number'], facts['date']].map(textOf);
  return {
    act,
    ...(said === undefined || said === '' ? {} : { reason: said }),
    ...(article === undefined ? {} : { article }),
    ...(number === undefined || date === undefined ? {} : { document: { number, date } }),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
