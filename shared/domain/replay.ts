import { patchBetween, patched, type Document, type DocumentPatch } from './document-patch.ts';
import type { Entry, RecordChange, SplitChange } from './history.ts';
import { joinedDocument, splitDocument, wordsIn, type SplitDocument } from './record-words.ts';

/** One item of a record as an act leaves it. */
export interface ChangedItem {
  readonly sk: string;
  /** Absent where it was not read as a whole: then all of it is told. */
  readonly before?: Document | undefined;
  /** Absent: the item is gone. */
  readonly after: Document | undefined;
  /** Its words are told again as a whole: those of earlier entries are erased. */
  readonly retold?: boolean;
}

const meta = 'META';

/** Follow from the entries themselves: an entry can't tell its own hash. */
const tipFields: readonly string[] = ['entries', 'head', 'updatedAt'];

/** What an entry and its payload say of the items that its commit writes. */
export function changeOf(record: string, items: readonly ChangedItem[]): SplitChange {
  const told = items.map((item) => [item.sk, splitChange(record, item)] as const);
  return {
    codes: withoutEmpty(told.map(([sk, { codes }]) => [sk, codes])),
    words: withoutEmpty(told.map(([sk, { words }]) => [sk, words])),
  };
}

function splitChange(record: string, { sk, before, after, retold = false }: ChangedItem) {
  const paths = wordsIn(record, sk) ?? [];
  if (after === undefined) return { codes: null, words: {} };
  const now = splitDocument(sk === meta ? withoutTip(after) : after, paths);
  const then = before && splitDocument(sk === meta ? withoutTip(before) : before, paths);
  const wordsThen = retold ? undefined : then?.words;
  const noWords = wordsThen === undefined && Object.keys(now.words).length === 0;
  return {
    codes: patchBetween(then?.codes, now.codes),
    words: noWords ? {} : patchBetween(wordsThen, now.words),
  };
}

const withoutTip = (document: Document): Document =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !tipFields.includes(name)));

const withoutEmpty = (changes: readonly (readonly [string, DocumentPatch | null])[]): RecordChange =>
  Object.fromEntries(changes.filter(([, patch]) => patch === null || Object.keys(patch).length > 0));

/** An entry with the words of its payload; absent when they were erased or there were none. */
export interface ReplayedEntry {
  readonly entry: Pick<Entry, 'act' | 'at' | 'seq' | 'change'>;
  readonly words: RecordChange | undefined;
}

/** Erases words of earlier entries; its own payload says again what words still stand. */
export const erasingAct = 'Erased';

/** Entries whose words were erased, by number, as the erasing entries say. */
export const erasedIn = (entries: readonly Pick<Entry, 'act' | 'facts'>[]): ReadonlySet<number> =>
  new Set(
    entries
      .filter(({ act }) => act === erasingAct)
      .flatMap(({ facts }) => [facts['entries'] ?? []].flat().map(Number)),
  );

/**
 * The record as its history tells it, from the first entry to the last.
 * @param head hash of the last entry
 * @returns the bodies of its items by sort key: META, content, rows, papers, awards; never what flows and effects keep
 */
export function replay(history: readonly ReplayedEntry[], head: string): ReadonlyMap<string, Document> {
  const items = new Map<string, SplitDocument>();
  for (const { entry, words = {} } of history) {
    if (entry.act === erasingAct) for (const [sk, { codes }] of items) items.set(sk, { codes, words: {} });
    for (const [sk, patch] of Object.entries(entry.change ?? {})) {
      const before = items.get(sk);
      const codes = patch === null ? undefined : patched(before?.codes, patch);
      if (codes === undefined) items.delete(sk);
      else items.set(sk, { codes, words: before?.words ?? {} });
    }
    for (const [sk, patch] of Object.entries(words)) {
      const item = items.get(sk);
      if (item !== undefined && patch !== null)
        items.set(sk, { codes: item.codes, words: patched(item.words, patch) ?? {} });
    }
  }
  const last = history.at(-1)?.entry;
  return new Map([...items].map(([sk, item]) => [sk, { ...joinedDocument(item), ...tipOf(sk) }]));

  function tipOf(sk: string): Document {
    return sk === meta && last !== undefined ? { entries: last.seq, head, updatedAt: last.at } : {};
  }
}
