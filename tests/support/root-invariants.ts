import { rootFactsSchema, rootTree } from '#shared/domain/daily-root.ts';
import type { Item } from '#shared/ports.ts';
import { parseEntryItem } from '#shared/records/history-record.ts';
import { keys, prefixes, unrootedPartitions } from '#shared/records/keys.ts';
import { parseLeaves, parseUnrooted, placeOfLeaves } from '#shared/records/root-record.ts';

/** Every root is over its leaves, every leaf is an entry, and every record is covered or waits for the next root. */
export function brokenRoots(all: readonly Item[]): string[] {
  const { pk } = keys.closings();
  const hashes = new Map(
    all.filter(({ sk }) => sk.startsWith('ENTRY#')).map((item) => [hashKey(item), item.body['hash']]),
  );
  const marks = new Map(
    all
      .filter(({ pk: partition }) => unrootedPartitions.includes(partition))
      .map((item) => [item.sk, parseUnrooted(item).seq]),
  );
  const covered = new Map<string, number>();
  const broken: string[] = [];
  for (const item of all.filter((one) => one.pk === pk && one.sk.startsWith(prefixes.rootLeaves))) {
    const { root } = placeOfLeaves(item);
    const leaves = parseLeaves(item);
    const entry = all.find((one) => one.pk === pk && one.sk === keys.entry(pk, root).sk);
    const facts = rootFactsSchema.parse(entry && parseEntryItem(entry).entry.facts);
    if (facts.tree !== rootTree(leaves)) broken.push(`root ${String(root)} is not over its leaves`);
    for (const [record, entries, head] of leaves) {
      covered.set(record, entries);
      if (hashes.get(`${record} ${keys.entry(record, entries).sk}`) !== head)
        broken.push(`root ${String(root)} covers another ${record}`);
    }
  }
  const waiting = all.filter((item) => item.sk === 'META' && /^(CASE|LIST|CEREMONY)#/.test(item.pk));
  return [
    ...broken,
    ...waiting
      .filter(
        ({ pk: record, body }) =>
          Math.max(covered.get(record) ?? 0, marks.get(record) ?? 0) !== body['entries'],
      )
      .map(({ pk: record }) => `${record} is covered by no root and waits for none`),
  ];
}

const hashKey = ({ pk, sk }: Item): string => `${pk} ${sk}`;
