import { readHistory } from '#shared/records/history-record.ts';
import { parseNotice } from '#shared/records/notice-record.ts';
import type { Scanned } from './scanned-store.ts';

/** What came of a record: everything that was entered, and who was told what of it. */
export interface Outcome {
  readonly acts: readonly string[];
  readonly told: readonly string[];
}

export async function outcomeOf({ items, store }: Scanned, record: string): Promise<Outcome> {
  const history = await readHistory(store, record);
  const told = items
    .filter((item) => item.pk.startsWith('NOTICES#'))
    .map(parseNotice)
    .filter(({ origin }) => origin.startsWith(`${record}/`))
    .map(({ person, kind }) => `${person} ${kind}`);
  return { acts: history.map(({ entry }) => entry.act), told: told.sort() };
}
