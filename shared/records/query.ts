import type { Item, Key, Query, Store } from '../ports.ts';

/** All items of a partition that an office can hold in memory: one case's history, one list's rows, one inbox. */
export async function queryAll(store: Store, query: Omit<Query, 'cursor'>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query({ limit: 1000, ...query, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

/** Any number of keys, a hundred a round trip. Where there is no key, there is no item. */
export async function getAll(
  store: Store,
  wanted: readonly (Key | undefined)[],
): Promise<(Item | undefined)[]> {
  const known = wanted.filter((key) => key !== undefined);
  const chunks: Key[][] = [];
  for (let start = 0; start < known.length; start += 100) chunks.push(known.slice(start, start + 100));
  const found = (await Promise.all(chunks.map((chunk) => store.get(chunk)))).flat().values();
  return wanted.map((key) => (key === undefined ? undefined : found.next().value));
}
