import { scanTable } from '#shared/dynamodb/table-scan.ts';
import type { Item, Store } from '#shared/ports.ts';
import type { RehearsedHome } from '../rehearsed-home.ts';

/** What stands in the table at rest, to be looked at as often as one likes. */
export interface Scanned {
  readonly items: readonly Item[];
  readonly store: Store;
}

export async function scan({ dynamo, table }: Pick<RehearsedHome, 'dynamo' | 'table'>): Promise<Scanned> {
  const pages = await Array.fromAsync(scanTable({ client: dynamo, table }));
  const items = pages.flat();
  return { items, store: storeOf(items) };
}

function storeOf(items: readonly Item[]): Store {
  const byPartition = Map.groupBy(items, (item) => item.pk);
  const inOrder = (one: Item, other: Item): number => (one.sk < other.sk ? -1 : 1);
  return {
    get: async (keys) => keys.map(({ pk, sk }) => byPartition.get(pk)?.find((item) => item.sk === sk)),
    query: async ({ pk, prefix = '', from = '', to = '\u{10FFFF}', index }) => {
      if (index !== undefined) throw new Error('what was scanned has no indexes');
      const found = (byPartition.get(pk) ?? []).filter(
        ({ sk }) => sk.startsWith(prefix) && sk >= from && sk <= to,
      );
      return { items: found.sort(inOrder) };
    },
    commit: () => Promise.reject(new Error('what was scanned is only read')),
  };
}
