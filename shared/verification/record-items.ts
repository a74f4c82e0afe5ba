import { z } from 'zod';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import type { Item, Json } from '#shared/ports.ts';
import { keys, prefixes, recordId, recordKinds, unrootedPartitions } from '#shared/records/keys.ts';
import { parseLeaves, parseUnrooted, placeOfLeaves } from '#shared/records/root-record.ts';
import { itemOf, lineOf } from '#shared/transfer/item-line.ts';

/**
 * Whatever says something about a record is sorted to it: its own items, what mirrors it elsewhere, how far daily roots
 * and an earlier export know it. Then records can be looked at one by one, however large the office is.
 */

/** How far a daily root holds a record. */
export interface HeldByRoot {
  readonly root: number;
  readonly through: CivilDate;
  readonly entries: number;
  readonly head: string;
}

export interface RecordItems {
  readonly record: string;
  readonly own: readonly Item[];
  /** With version 1, as they are derived. */
  readonly mirrors: readonly Item[];
  readonly held: readonly HeldByRoot[];
  /** The newest entry that waits for the next root. */
  readonly waits: number | undefined;
  /** How far it came when it was exported. */
  readonly exported: { readonly entries: number; readonly head: string } | undefined;
}

// Behind every sort key of a record.
const mirrored = '~MIRROR#';
const held = '~HELD#';
const waiting = '~WAITS';
const exported = '~EXPORTED';

const pseudo = (pk: string, sk: string, body: Readonly<Record<string, Json>>): Item => ({
  pk,
  sk,
  version: 1,
  v: 1,
  body,
});

const isOfRecord = (pk: string): boolean => recordKinds.some((kind) => pk.startsWith(`${kind}#`));

/** @returns what to sort; nothing for what is no record's */
export function aboutRecords(item: Item): Item[] {
  const { pk, sk } = item;
  const owner = ownerOf(item);
  if (owner !== undefined) return [pseudo(owner, `${mirrored}${pk}#${sk}`, { line: lineOf(asMirror(item)) })];
  if (unrootedPartitions.includes(pk)) return [pseudo(sk, waiting, { seq: parseUnrooted(item).seq })];
  if (pk === keys.closings().pk && sk.startsWith(prefixes.rootLeaves)) return heldIn(item);
  return isOfRecord(pk) ? [item] : [];
}

const asMirror = (item: Item): Item => ({ ...item, version: 1 });

const pointsTo = z.object({
  case: z.string().optional(),
  list: z.string().optional(),
  record: z.string().optional(),
  ceremony: z.string().optional(),
  of: z.enum(['case', 'list']).optional(),
  past: z.string().optional(),
  slip: z.string().optional(),
  id: z.string().optional(),
});

/** Whose mirror an item is: inbox rows, public codes, numbers, pointers to papers and awards. */
function ownerOf({ pk, sk, body }: Item): string | undefined {
  const isPastAward = pk.startsWith('SUBJECT#') && sk.startsWith(prefixes.subjectPast);
  const isGuard = pk.startsWith('CASE#') && sk === keys.awardDrawn('').sk;
  if (!isGuard && !isPastAward && !/^(?:INBOX|CODE|NUMBER|FILE)#/.test(pk)) return undefined;
  const to = pointsTo.safeParse(body).data ?? {};
  if (pk.startsWith('INBOX#')) return recordId(to.of === 'list' ? 'LIST' : 'CASE', to.id ?? '');
  if (to.slip !== undefined) return recordId('SLIP', to.slip);
  if (pk.startsWith('CODE#')) return recordId('CASE', to.case ?? '');
  if (isPastAward || to.past !== undefined) return recordId('PAST', to.past ?? '');
  if (pk.startsWith('NUMBER#')) return recordId('LIST', to.list ?? '');
  return isGuard ? recordId('CEREMONY', to.ceremony ?? '') : (to.record ?? '');
}

function heldIn(item: Item): Item[] {
  const { root, through } = placeOfLeaves(item);
  const place = item.sk.slice(prefixes.rootLeaves.length);
  return parseLeaves(item).map(([record, entries, head]) =>
    pseudo(record, `${held}${place}`, { root, through, entries, head }),
  );
}

const tipSchema = z.object({ entries: z.int(), head: z.string() });

/** How far an earlier export knows a record, from its META. */
export function asExported(item: Item): Item[] {
  const tip = isOfRecord(item.pk) && item.sk === 'META' ? tipSchema.safeParse(item.body).data : undefined;
  return tip === undefined ? [] : [pseudo(item.pk, exported, tip)];
}

const heldSchema = z.object({ root: z.int(), through: civilDateSchema, ...tipSchema.shape });
const lineSchema = z.object({ line: z.string() });
const waitsSchema = z.object({ seq: z.int() });

/** Takes apart what was sorted to one record. */
export function recordItems(record: string, items: readonly Item[]): RecordItems {
  const having = (prefix: string): Item[] => items.filter(({ sk }) => sk.startsWith(prefix));
  const [mark] = having(waiting);
  const [known] = having(exported);
  return {
    record,
    own: items.filter(({ sk }) => !sk.startsWith('~')),
    mirrors: having(mirrored).map(({ body }) => itemOf(lineSchema.parse(body).line)),
    held: having(held).map(({ body }) => heldSchema.parse(body)),
    waits: mark === undefined ? undefined : waitsSchema.parse(mark.body).seq,
    exported: known === undefined ? undefined : tipSchema.parse(known.body),
  };
}
