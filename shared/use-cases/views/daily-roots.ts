import { rootFactsSchema, rootLeafHash, type RootFacts, type RootLeaf } from '../../domain/daily-root.ts';
import { entrySchema, type Entry, type StoredEntry } from '../../domain/history.ts';
import type { PersonId } from '../../domain/id.ts';
import { inclusionPath, type Inclusion } from '../../domain/merkle-tree.ts';
import { rootReaders } from '../../domain/permission.ts';
import { printCodeOf } from '../../domain/print-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import { dayOf, type CivilDate } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import { parseEntryItem } from '../../records/history-record.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { readLeavesFrom, type StoredLeaves } from '../../records/root-record.ts';
import { readReader } from './reader.ts';

/** One root as auditors see it; `code` is what paper shows of it. */
export interface DailyRoot extends RootFacts {
  readonly seq: number;
  readonly root: string;
  readonly code: string;
  readonly previous: string;
  readonly at: Entry['at'];
}

const rootsAPage = 50;

/** Newest first. @throws Refusal ActNotYours for who is no auditor today */
export async function readDailyRoots(
  ports: Ports,
  person: PersonId,
  cursor?: string,
): Promise<{ roots: DailyRoot[]; cursor?: string }> {
  const { posts } = await readReader(ports, person);
  if (!posts.some((post) => rootReaders.includes(post.role)))
    throw new Refusal('ActNotYours', { roles: rootReaders });
  const page = await ports.store.query({
    pk: keys.closings().pk,
    prefix: prefixes.entries,
    descending: true,
    limit: rootsAPage,
    ...(cursor === undefined ? {} : { cursor }),
  });
  return {
    roots: page.items.map(rootOf),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

function rootOf(item: Item): DailyRoot {
  const { entry, hash } = parseEntryItem(item);
  const { seq, at, previous, facts } = entry;
  return { ...rootFactsSchema.parse(facts), seq, at, previous, root: hash, code: printCodeOf(hash) };
}

/** Shows with a root alone that a record's history had come so far: `includedIn` gives the tree that the root names. */
export interface RootProof {
  readonly root: { readonly seq: number; readonly through: CivilDate };
  readonly covers: { readonly entries: number; readonly head: string };
  readonly inclusion: Inclusion;
}

/** How far the newest root that covers a record covers it. @returns undefined while none does */
export async function rootProofOf(
  ports: Ports,
  record: string,
  chain: readonly StoredEntry[],
): Promise<RootProof | undefined> {
  const days = new Set(chain.map(({ text }) => dayOf(entrySchema.parse(JSON.parse(text)).at)));
  for (const day of [...days].sort().reverse()) {
    // The root of that day, in all its parts, or the first one after days that were closed together.
    const found = await readLeavesFrom(ports.store, day, 4);
    const proofs = found.flatMap((stored) => proofIn(stored, record) ?? []);
    const last = proofs.at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

function proofIn({ root, through, leaves }: StoredLeaves, record: string): RootProof | undefined {
  const index = leaves.findIndex(([name]) => name === record);
  const leaf: RootLeaf | undefined = leaves[index];
  if (leaf === undefined) return undefined;
  const [, entries, head] = leaf;
  const path = inclusionPath(index, leaves.map(rootLeafHash));
  const inclusion = { leaf: rootLeafHash(leaf), index, size: leaves.length, path };
  return { root: { seq: root, through }, covers: { entries, head }, inclusion };
}
