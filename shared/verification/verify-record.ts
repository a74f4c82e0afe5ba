import { z } from 'zod';
import type { Document } from '#shared/domain/document-patch.ts';
import { entrySchema, type Entry, type StoredEntry } from '#shared/domain/history.ts';
import { erasedIn } from '#shared/domain/replay.ts';
import { verifyChain, type ChainFault } from '#shared/domain/verify-chain.ts';
import { dayOf, type CivilDate, type Instant } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { derivedItems } from '#shared/records/derived-items.ts';
import { loadEffects } from '#shared/records/flow-record.ts';
import { chainOf } from '#shared/records/history-record.ts';
import { keys, prefixes } from '#shared/records/keys.ts';
import { replayed, stateFaults } from '#shared/records/replayed-record.ts';
import { lineOf } from '#shared/transfer/item-line.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { RecordItems } from './record-items.ts';

export interface VerifiedRecord {
  readonly findings: readonly Finding[];
  /** Hashes of its entries, in order. */
  readonly hashes: readonly string[];
  /** Its entries are older than what entries tell of a record: nothing could be compared. */
  readonly untold: boolean;
  /** Office days of its entries. */
  readonly days: readonly CivilDate[];
}

type Found = Omit<Finding, 'record'>;

const tipSchema = z.object({ entries: z.int(), head: z.string() });

/** What daily roots must hold: every entry after the first of them, up to the end of the last day that is closed. */
export interface ClosedSoFar {
  readonly since: Instant;
  readonly through: CivilDate;
}

/** @param closed undefined before the first root */
export function verifyRecord(given: RecordItems, closed: ClosedSoFar | undefined): VerifiedRecord {
  const { record, own } = given;
  const tip = tipSchema.safeParse(own.find(({ sk }) => sk === 'META')?.body).data;
  const read = readChainOf(own);
  const findings: Found[] = [];
  let untold = false;
  if (own.length === 0 || (tip === undefined && read?.chain.length === 0)) {
    findings.push(...gone(given));
  } else if (read === undefined) {
    findings.push({ code: 'EntryUnreadable' });
  } else if (tip === undefined) {
    findings.push({ code: 'StateDiffers', place: 'META' });
  } else {
    const faults = verifyChain({ record, ...tip }, read.chain);
    findings.push(...faults.map(named));
    untold = read.entries[0] !== undefined && read.entries[0].change === undefined;
    // What a broken chain tells is no measure for anything else.
    if (faults.every(({ fault }) => fault === 'payloadAltered'))
      findings.push(...besideTheChain(given, read, { closed, entries: tip.entries }));
    if (faults.length === 0 && !untold) findings.push(...otherThanTold(given, read.chain, tip.entries));
  }
  return {
    findings: findings.map((found) => ({ ...found, record })),
    hashes: read?.chain.map(({ hash }) => hash) ?? [],
    untold,
    days: read?.entries.map(({ at }) => dayOf(at)) ?? [],
  };
}

interface ReadChain {
  readonly chain: readonly StoredEntry[];
  /** Those that can be read. */
  readonly entries: readonly Entry[];
}

function readChainOf(own: readonly Item[]): ReadChain | undefined {
  const having = (prefix: string): Item[] => own.filter(({ sk }) => sk.startsWith(prefix));
  try {
    const chain = chainOf(having(prefixes.entries), having(prefixes.payloads));
    return { chain, entries: chain.flatMap(({ text }) => entryOf(text) ?? []) };
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function entryOf(text: string): Entry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const codes: Readonly<Record<ChainFault['fault'], FindingCode>> = {
  missing: 'EntryMissing',
  altered: 'EntryAltered',
  inserted: 'EntryInserted',
  misplaced: 'EntryMisplaced',
  payloadAltered: 'PayloadAltered',
  tailCut: 'TailCut',
  headWrong: 'HeadWrong',
};
const named = ({ seq, fault }: ChainFault): Found => ({ code: codes[fault], seq });

/** Nothing of it is left but what others know. */
function gone({ held, mirrors, exported }: RecordItems): Found[] {
  const last = held.at(-1);
  if (last !== undefined) return [{ code: 'RecordGone', day: last.through }];
  if (exported !== undefined) return [{ code: 'OtherThanExport', seq: 1 }];
  return mirrors.map(({ pk }) => ({ code: 'MirrorDiffers', place: pk }));
}

/** Effects have followed an entry that is no more. */
function cutBehind(own: readonly Item[], entries: number): Found[] {
  const through = loadEffects(own.find(({ sk }) => sk === 'EFFECTS'))?.value.through ?? 0;
  return through > entries ? [{ code: 'TailCut', seq: entries + 1 }] : [];
}

function unsaidErasures(chain: readonly StoredEntry[], entries: readonly Entry[]): Found[] {
  const erased = erasedIn(entries);
  const withWords = new Set(entries.filter(({ payload }) => payload !== undefined).map(({ seq }) => seq));
  return chain
    .filter(({ seq, payload }) => payload === undefined && withWords.has(seq) && !erased.has(seq))
    .map(({ seq }) => ({ code: 'PayloadGone', seq }));
}

/** A chain that holds in itself may be another, or a part of one. */
function besideTheChain(
  given: RecordItems,
  { chain, entries }: ReadChain,
  of: { readonly closed: ClosedSoFar | undefined; readonly entries: number },
): Found[] {
  const cut = otherThanHeld(given.held, chain);
  return [
    ...(cut.length > 0 ? cut : cutBehind(given.own, of.entries)),
    ...otherThanExported(given, chain),
    ...unsaidErasures(chain, entries),
    ...heldByNone(given, entries, of.closed),
  ];
}

function otherThanHeld(held: RecordItems['held'], chain: readonly StoredEntry[]): Found[] {
  const differing = held.find(({ entries, head }) => chain[entries - 1]?.hash !== head);
  if (differing === undefined) return [];
  const { entries, through: day } = differing;
  return entries > chain.length
    ? [{ code: 'TailCut', seq: chain.length + 1, day }]
    : [{ code: 'ChainRecomputed', seq: entries, day }];
}

function otherThanExported({ exported }: RecordItems, chain: readonly StoredEntry[]): Found[] {
  if (exported === undefined || exported.entries === 0) return [];
  const same = chain[exported.entries - 1]?.hash === exported.head;
  return same ? [] : [{ code: 'OtherThanExport', seq: exported.entries }];
}

/** What was done on a closed day is held by a root, or marked for the next. */
function heldByNone(
  { record, held, waits = 0 }: RecordItems,
  entries: readonly Entry[],
  closed: ClosedSoFar | undefined,
): Found[] {
  if (closed === undefined || record === keys.closings().pk) return [];
  const covered = Math.max(held.at(-1)?.entries ?? 0, waits);
  const { since, through } = closed;
  const loose = entries.find(({ seq, at }) => seq > covered && at > since && dayOf(at) <= through);
  return loose === undefined ? [] : [{ code: 'NotRooted', seq: loose.seq }];
}

/** Compares what is stored with what the history tells, and what follows from it. */
function otherThanTold(given: RecordItems, chain: readonly StoredEntry[], entries: number): Found[] {
  const told = replayed(chain);
  const faults = stateFaults(given.record, told, given.own);
  if (faults.length > 0)
    return faults.map(({ sk, place }) => ({ code: 'StateDiffers', place: `${sk}${place}` }));
  return otherThanDerived(given, told, entries);
}

function otherThanDerived(
  { record, own, mirrors }: RecordItems,
  told: ReadonlyMap<string, Document>,
  entries: number,
): Found[] {
  const meta = own.filter(({ sk }) => sk === 'META');
  const stored = new Map([...mirrors, ...meta].map((item) => [placeOf(item), textOf(item)]));
  const wanted = new Map(derivedItems(record, told).map((item) => [placeOf(item), textOf(item)]));
  const differing = [...new Set([...stored.keys(), ...wanted.keys()])].filter(
    (place) => stored.get(place) !== wanted.get(place),
  );
  const written = meta[0]?.version === entries ? [] : ['META version'];
  return [...differing, ...written].map((place) => ({ code: 'MirrorDiffers', place }));
}

const placeOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const textOf = (item: Item): string => lineOf({ ...item, version: 1 });
