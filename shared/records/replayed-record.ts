import { patchBetween, type Document } from '../domain/document-patch.ts';
import { entrySchema, readPayload, type StoredEntry } from '../domain/history.ts';
import { wordsIn } from '../domain/record-words.ts';
import { replay, type ReplayedEntry } from '../domain/replay.ts';
import type { Item } from '../ports.ts';

/** A place of a record's items that isn't as its history tells: sort key and JSON Pointer, never what stands there. */
export interface StateFault {
  readonly sk: string;
  readonly place: string;
}

/**
 * The record as its history tells it: bodies of its items by sort key.
 * @throws SyntaxError | ZodError for what this program never wrote
 */
export function replayed(chain: readonly StoredEntry[]): ReadonlyMap<string, Document> {
  const history = chain.map(({ text, payload }): ReplayedEntry => {
    const words = payload === undefined ? undefined : readPayload(payload.text).words;
    return { entry: entrySchema.parse(JSON.parse(text)), words };
  });
  return replay(history, chain.at(-1)?.hash ?? '');
}

/** Compares a record's own items with what its history tells. */
export function stateFaults(
  record: string,
  told: ReadonlyMap<string, Document>,
  items: readonly Item[],
): StateFault[] {
  const stored = new Map(
    items.filter(({ sk }) => wordsIn(record, sk) !== undefined).map(({ sk, body }) => [sk, body] as const),
  );
  return [...new Set([...told.keys(), ...stored.keys()])].sort().flatMap((sk) => {
    const [one, other] = [told.get(sk), stored.get(sk)];
    const places = one === undefined || other === undefined ? [''] : Object.keys(patchBetween(one, other));
    return places.map((place) => ({ sk, place }));
  });
}
