import { z } from 'zod';
import { rootFactsSchema, rootTree, type RootFacts } from '#shared/domain/daily-root.ts';
import { addDays, type CivilDate, type Instant } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { parseEntryItem } from '#shared/records/history-record.ts';
import { keys, prefixes } from '#shared/records/keys.ts';
import { parseLeaves, placeOfLeaves } from '#shared/records/root-record.ts';
import type { Finding } from './finding.ts';
import type { ClosedSoFar } from './verify-record.ts';

export interface VerifiedRoots {
  readonly findings: readonly Finding[];
  readonly closed: ClosedSoFar | undefined;
  /** Of the newest root. */
  readonly last: { readonly through: CivilDate; readonly root: string } | undefined;
  readonly hashes: readonly string[];
}

export interface RootReader {
  /** Items of an office in any order. */
  take(item: Item): void;
  finish(): VerifiedRoots;
}

interface Root {
  readonly seq: number;
  readonly at: Instant;
  readonly hash: string;
  readonly facts: RootFacts;
}

/** Reads the daily roots while the items of an office go by, and holds each against its leaves and the one before. */
export function createRootReader(): RootReader {
  const { pk: record } = keys.closings();
  const roots: Root[] = [];
  const trees = new Map<number, Pick<RootFacts, 'tree' | 'records'>>();
  return {
    take(item) {
      if (item.pk !== record) return;
      if (item.sk.startsWith(prefixes.entries)) roots.push(...rootOf(item));
      if (!item.sk.startsWith(prefixes.rootLeaves)) return;
      const leaves = parseLeaves(item);
      trees.set(placeOfLeaves(item).root, { tree: rootTree(leaves), records: leaves.length });
    },
    finish() {
      roots.sort((one, other) => one.seq - other.seq);
      const findings = roots.flatMap((root, index) => [
        ...overOtherLeaves(root, trees.get(root.seq)),
        ...afterOtherDays(root, roots[index - 1]),
      ]);
      // Leaves are left where the roots over them were taken away with their record.
      if (roots.length === 0 && trees.size > 0) findings.push({ code: 'RootsGone' });
      const [first, last] = [roots[0], roots.at(-1)];
      return {
        findings: findings.map((found) => ({ ...found, record })),
        closed: first && last && { since: first.at, through: last.facts.through },
        last: last && { through: last.facts.through, root: last.hash },
        hashes: roots.map(({ hash }) => hash),
      };
    },
  };
}

/** What can't be read is found when the chain of the roots is walked. */
function rootOf(item: Item): Root[] {
  try {
    const { entry, hash } = parseEntryItem(item);
    return [{ seq: entry.seq, at: entry.at, hash, facts: rootFactsSchema.parse(entry.facts) }];
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return [];
    throw error;
  }
}

type Found = Omit<Finding, 'record'>;

function overOtherLeaves(
  { seq, facts }: Root,
  found: Pick<RootFacts, 'tree' | 'records'> | undefined,
): Found[] {
  const { through: day } = facts;
  if (found === undefined) return [{ code: 'LeavesGone', seq, day }];
  const same = found.tree === facts.tree && found.records === facts.records;
  return same ? [] : [{ code: 'LeavesAltered', seq, day }];
}

function afterOtherDays({ seq, facts }: Root, before: Root | undefined): Found[] {
  if (before?.seq !== seq - 1) return [];
  const { through: day } = before.facts;
  const continues = facts.from === addDays(day, 1) || (facts.from === day && facts.through === day);
  return continues ? [] : [{ code: 'DaysMissing', seq, day }];
}
