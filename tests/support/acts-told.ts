import { join } from 'node:path';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { parseEntryItem } from '#shared/records/history-record.ts';
import { itemsIn } from './store-snapshot.ts';

/** What the histories of a home tell, and to whom it told what; the home stands still. */
export interface Told {
  /** How often each act was done. */
  readonly acts: Readonly<Record<string, number>>;
  /** `CASE#… Submitted StepOpened …`, one line a record. */
  readonly histories: readonly string[];
  /** Keys of all notices: recipient, day, event. */
  readonly notices: readonly string[];
}

export async function toldIn(folder: string): Promise<Told> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const items = itemsIn(database);
    const entries = items.filter(({ sk }) => sk.startsWith('ENTRY#')).map((one) => parseEntryItem(one).entry);
    const acts: Record<string, number> = {};
    for (const { act } of entries) acts[act] = (acts[act] ?? 0) + 1;
    const histories = Object.entries(Object.groupBy(entries, ({ record }) => record)).map(
      ([record, own = []]) => [record, ...own.map(({ act }) => act)].join(' '),
    );
    const notices = items.filter(({ pk }) => pk.startsWith('NOTICES#')).map(({ pk, sk }) => `${pk} ${sk}`);
    return { acts, histories, notices };
  } finally {
    await database.close();
  }
}
