import { caseIdSchema } from '../../domain/id.ts';
import type { Item, Key, Ports } from '../../ports.ts';
import { isSearchItem } from '../../records/keys.ts';
import { keepSearchable } from './keep-searchable.ts';

const deletesACommit = 100;

/**
 * Drops all by which cases are found, and makes it anew from the cases. Until it is through, search finds less; repeatable.
 * @returns how many cases were looked at
 */
export async function rebuildSearch(
  { store }: Pick<Ports, 'store'>,
  office: AsyncIterable<readonly Item[]>,
): Promise<number> {
  const cases: string[] = [];
  let stale: Key[] = [];
  const drop = async (): Promise<void> => {
    if (stale.length > 0) await store.commit(stale.map((key) => ({ delete: key })));
    stale = [];
  };
  for await (const items of office) {
    for (const { pk, sk } of items) {
      if (pk.startsWith('CASE#') && sk === 'META') cases.push(pk.slice('CASE#'.length));
      if (isSearchItem({ pk, sk })) stale.push({ pk, sk });
      if (stale.length === deletesACommit) await drop();
    }
  }
  await drop();
  for (const id of cases) await keepSearchable({ store }, caseIdSchema.parse(id));
  return cases.length;
}
