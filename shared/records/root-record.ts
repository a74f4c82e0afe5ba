import { z } from 'zod';
import { closingsSchema, rootLeafSchema, type Closings, type RootLeaf } from '../domain/daily-root.ts';
import { civilDateSchema, type CivilDate } from '../domain/time.ts';
import { CommitConflict, type Item, type Key, type Store, type Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { keys, prefixes, unrootedPartitions } from './keys.ts';
import { queryAll } from './query.ts';

const leavesSchema = z.object({ leaves: z.array(rootLeafSchema) });
const markSchema = z.object({ seq: z.int() });

export const loadClosings = (item: Item | undefined): Loaded<Closings> | undefined =>
  loaded(closingsSchema, item);
export const closingsWrite = (before: Loaded<Closings> | undefined, after: Closings): Write =>
  replace(keys.closings(), after, before);

/** @throws ZodError for what this program never wrote */
export const parseLeaves = (item: Item): readonly RootLeaf[] => decode(leavesSchema, item).leaves;
export const leavesWrite = (through: string, seq: number, leaves: readonly RootLeaf[]): Write => ({
  put: encode(keys.rootLeaves(through, seq), { leaves }, 1),
  if: { absent: true },
});

/** The day through which a root closes, and its number: the entry of the closings. */
export function placeOfLeaves({ sk }: Key): Omit<StoredLeaves, 'leaves'> {
  const [, through, root] = sk.split('#');
  return { through: civilDateSchema.parse(through), root: Number(root) };
}

/** In the commit of every entry, but of a root's own: the next root covers this record. */
export const unrootedWrites = ({ record, seq }: Unrooted): Write[] =>
  record === keys.closings().pk ? [] : [{ put: encode(keys.unrooted(record), { seq }, seq) }];

/** A record and its newest entry when it was marked. */
export interface Unrooted {
  readonly record: string;
  readonly seq: number;
}

export const parseUnrooted = (item: Item): Unrooted => ({ record: item.sk, ...decode(markSchema, item) });

/** Records that changed since they were last covered, in the order of their names. */
export async function readUnrooted(store: Store): Promise<Unrooted[]> {
  const pages = await Promise.all(unrootedPartitions.map((pk) => queryAll(store, { pk })));
  return pages
    .flat()
    .map(parseUnrooted)
    .sort((one, other) => (one.record < other.record ? -1 : 1));
}

const marksACommit = 100;

/** Drops the marks of what a root covers; those of what changed since stay. Repeatable. */
export async function dropUnrooted(store: Store, leaves: readonly RootLeaf[]): Promise<void> {
  for (let start = 0; start < leaves.length; start += marksACommit)
    await dropStanding(store, leaves.slice(start, start + marksACommit));
}

async function dropStanding(store: Store, leaves: readonly RootLeaf[]): Promise<void> {
  if (leaves.length === 0) return;
  try {
    await store.commit(
      leaves.map(([record, entries]) => ({
        delete: keys.unrooted(record),
        if: { equals: { seq: entries } },
      })),
    );
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    const moved = new Set(error.failed.map(({ index }) => index));
    await dropStanding(
      store,
      leaves.filter((_, index) => !moved.has(index)),
    );
  }
}

export interface StoredLeaves {
  readonly through: CivilDate;
  readonly root: number;
  readonly leaves: readonly RootLeaf[];
}

/** Leaves of the roots that close this day, or the first days after it. */
export async function readLeavesFrom(store: Store, day: string, limit: number): Promise<StoredLeaves[]> {
  const { pk } = keys.closings();
  const to = `${prefixes.rootLeaves}~`;
  const { items } = await store.query({ pk, from: `${prefixes.rootLeaves}${day}`, to, limit });
  return items.map((item) => ({ ...placeOfLeaves(item), leaves: parseLeaves(item) }));
}
