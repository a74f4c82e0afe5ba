import { z } from 'zod';
import {
  closingAct,
  daysToClose,
  leavesARoot,
  rootTree,
  type Closings,
  type RootFacts,
  type RootLeaf,
} from '../../domain/daily-root.ts';
import { CommitConflict, type Ports } from '../../ports.ts';
import { isImportUnfinished } from '../../records/import-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import {
  closingsWrite,
  dropUnrooted,
  leavesWrite,
  loadClosings,
  parseLeaves,
  readUnrooted,
  type Unrooted,
} from '../../records/root-record.ts';
import { freshTip, Work } from '../acting/work.ts';

/**
 * Closes the office days that have passed: one root over the heads of all records that changed, chained to the root before.
 * Whoever comes first makes it, once; the sweep of both homes comes every few minutes.
 * @returns how many roots were made
 */
export async function closeDays(ports: Ports): Promise<number> {
  for (let made = 0; ; made += 1) if (!(await closeOnce(ports))) return made;
}

async function closeOnce(ports: Ports): Promise<boolean> {
  const [item, mark] = await ports.store.get([keys.closings(), keys.importMark()]);
  const before = loadClosings(item);
  const days = daysToClose(before?.value, ports.clock.today());
  // What an import has brought so far is no office yet.
  if (days === undefined || isImportUnfinished(mark)) return false;
  await dropCovered(ports, before);
  const unrooted = await readUnrooted(ports.store);
  if (before === undefined && unrooted.length === 0) return false;
  // The first root is over nothing: what has been done so far is of a day that isn't over yet.
  const covered = before === undefined ? [] : unrooted.slice(0, leavesARoot);
  const leaves = await leavesOf(ports, covered);
  const more = before !== undefined && unrooted.length > leavesARoot;
  const after = { ...(before?.value ?? freshTip(ports)), through: days.through, more };
  try {
    await commitRoot(ports, before, { after, days, leaves });
    return true;
  } catch (error) {
    // Another sweep has closed them.
    if (error instanceof CommitConflict) return false;
    throw error;
  }
}

interface NewRoot {
  readonly after: Closings;
  readonly days: Pick<RootFacts, 'from' | 'through'>;
  readonly leaves: readonly RootLeaf[];
}

async function commitRoot(
  ports: Ports,
  before: Loaded<Closings> | undefined,
  { after, days, leaves }: NewRoot,
): Promise<void> {
  const facts: RootFacts = { ...days, records: leaves.length, tree: rootTree(leaves) };
  const { pk: record } = keys.closings();
  const work = new Work(ports, undefined);
  const writes = (next: Closings) => [closingsWrite(before, next)];
  const { from, ...others } = facts;
  const entry = { act: closingAct, facts: { ...others, ...(from === undefined ? {} : { from }) } };
  work.change({ record, before, after, entry, writes });
  work.add(leavesWrite(after.through, after.entries + 1, leaves));
  await work.commit();
}

/** The last root's marks go when the next is made: cut off in between, nothing is covered twice. */
async function dropCovered(ports: Ports, before: Loaded<Closings> | undefined): Promise<void> {
  if (before === undefined) return;
  const [item] = await ports.store.get([keys.rootLeaves(before.value.through, before.value.entries)]);
  if (item !== undefined) await dropUnrooted(ports.store, parseLeaves(item));
}

const tipSchema = z.object({ entries: z.int(), head: z.string() });

async function leavesOf(ports: Ports, covered: readonly Unrooted[]): Promise<RootLeaf[]> {
  const items = await getAll(
    ports.store,
    covered.map(({ record: pk }) => ({ pk, sk: 'META' })),
  );
  return items.flatMap((item): RootLeaf[] => {
    if (item === undefined) return [];
    const { entries, head } = tipSchema.parse(item.body);
    return [[item.pk, entries, head]];
  });
}
