import { z } from 'zod';
import {
  entrySchema,
  readPayload,
  type ChainedEntry,
  type Entry,
  type StoredEntry,
} from '../domain/history.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

const storedEntrySchema = z.object({ text: z.string(), hash: z.string() });
const storedPayloadSchema = z.object({ salt: z.string(), text: z.string() });

/** Entries are put only where none stands: history grows, nothing in it is ever written twice. */
export function entryWrites(record: string, entry: ChainedEntry): Write[] {
  const { text, hash, payload } = entry;
  const writes: Write[] = [
    { put: encode(keys.entry(record, entry.seq), { text, hash }, 1), if: { absent: true } },
  ];
  if (payload !== undefined)
    writes.push({ put: encode(keys.payload(record, entry.seq), payload, 1), if: { absent: true } });
  return writes;
}

export interface HistoryEntry {
  readonly entry: Entry;
  /** Words of the act; absent when it said none or when they were erased. */
  readonly payload: Readonly<Record<string, unknown>> | undefined;
  /** Its words were taken away, as the law on personal data allows. */
  readonly erased: boolean;
}

const seqOf = (item: Item): number => Number(item.sk.slice(item.sk.indexOf('#') + 1));

/** The stored bytes, for verification. */
export async function readChain(store: Store, record: string): Promise<StoredEntry[]> {
  const [entries, payloads] = await Promise.all([
    queryAll(store, { pk: record, prefix: prefixes.entries }),
    queryAll(store, { pk: record, prefix: prefixes.payloads }),
  ]);
  return chainOf(entries, payloads);
}

/** @throws ZodError for what this program never wrote */
export function chainOf(entries: readonly Item[], payloads: readonly Item[]): StoredEntry[] {
  const bySeq = new Map(payloads.map((item) => [seqOf(item), decode(storedPayloadSchema, item)]));
  return entries.map((item) => ({
    seq: seqOf(item),
    ...decode(storedEntrySchema, item),
    payload: bySeq.get(seqOf(item)),
  }));
}

export async function readHistory(store: Store, record: string): Promise<HistoryEntry[]> {
  const stored = await readChain(store, record);
  return stored.map(({ text, payload }) => {
    const entry = entrySchema.parse(JSON.parse(text));
    const said = payload === undefined ? {} : readPayload(payload.text).said;
    return {
      entry,
      payload: Object.keys(said).length === 0 ? undefined : said,
      erased: entry.payload !== undefined && payload === undefined,
    };
  });
}

/** Entries after one number and through another, without payloads: what effects are made of. */
export async function readEntries(
  store: Store,
  record: string,
  { after, through }: { readonly after: number; readonly through: number },
): Promise<Entry[]> {
  const items = await queryAll(store, {
    pk: record,
    from: keys.entry(record, after + 1).sk,
    to: keys.entry(record, through).sk,
  });
  return items.map((item) => parseEntryItem(item).entry);
}

/** Takes words and salt away; the entry keeps its commitment, which binds nobody to anything any more. */
export const payloadErasure = (record: string, seq: number): Write => ({
  delete: keys.payload(record, seq),
  if: { present: true },
});

/** One entry and its hash. @throws SyntaxError | ZodError for what this program never wrote */
export function parseEntryItem(item: Item): { readonly entry: Entry; readonly hash: string } {
  const { text, hash } = decode(storedEntrySchema, item);
  return { entry: entrySchema.parse(JSON.parse(text)), hash };
}

export async function readEntryHash(store: Store, record: string, seq: number): Promise<string | undefined> {
  const [item] = await store.get([keys.entry(record, seq)]);
  return item === undefined ? undefined : parseEntryItem(item).hash;
}

/** The newest entry: what happened to a record that moved on. */
export async function readLastEntry(store: Store, record: string, seq: number): Promise<Entry | undefined> {
  const [item] = await store.get([keys.entry(record, seq)]);
  return item === undefined ? undefined : parseEntryItem(item).entry;
}
