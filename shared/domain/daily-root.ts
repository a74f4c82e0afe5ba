import { z } from 'zod';
import { leafHash, treeHash } from './merkle-tree.ts';
import { addDays, civilDateSchema, instantSchema, type CivilDate } from './time.ts';

/** One root over the heads of all records that changed, chained to the one before: docs/adr/0016-daily-root.md. */

/** The closing of the days: a record whose history are the roots. The hash of each of its entries is a root. */
export const closingsSchema = z.object({
  /** The last office day that is closed. */
  through: civilDateSchema,
  /** More had changed than one root takes: another one of the same days follows. */
  more: z.boolean(),
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type Closings = z.infer<typeof closingsSchema>;

/** How far a record's history had come: entries and head. `CASE#01J…`, 12, SHA-256. */
export const rootLeafSchema = z.tuple([z.string(), z.int(), z.string()]);
export type RootLeaf = z.infer<typeof rootLeafSchema>;

/** So many stand in one item of 400 KB. */
export const leavesARoot = 3_000;

export const rootLeafHash = ([record, entries, head]: RootLeaf): string =>
  leafHash(`${record} ${entries} ${head}`);

/** The tree over leaves in the order of their records. */
export const rootTree = (leaves: readonly RootLeaf[]): string => treeHash(leaves.map(rootLeafHash));

/** What the entry of one root says. */
export const rootFactsSchema = z.object({
  /** First of the days that it closes; absent in the first root, over nothing, on which the others hang. */
  from: civilDateSchema.optional(),
  through: civilDateSchema,
  /** Leaves. */
  records: z.int(),
  /** Hash of the tree over them, hex. */
  tree: z.string(),
});
export type RootFacts = z.infer<typeof rootFactsSchema>;

export const closingAct = 'DaysClosed';

/**
 * Which days are to be closed: all that passed since the last root, in one. A home that was asleep for three days closes
 * the three together.
 * @returns undefined when none are
 */
export function daysToClose(
  before: Pick<Closings, 'through' | 'more'> | undefined,
  today: CivilDate,
): Pick<RootFacts, 'from' | 'through'> | undefined {
  const through = addDays(today, -1);
  if (before === undefined) return { through };
  if (before.more) return { from: before.through, through: before.through };
  return before.through < through ? { from: addDays(before.through, 1), through } : undefined;
}
