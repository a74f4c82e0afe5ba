import type { Case } from '../../domain/case.ts';
import type { CaseId, ListId } from '../../domain/id.ts';
import { numberRows, type List } from '../../domain/list.ts';
import type { Store } from '../../ports.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { loadList, parseOrder, parseRow } from '../../records/list-record.ts';
import { getAll, queryAll } from '../../records/query.ts';

/** Where a case stood on the last letter that carried it, and what that letter said of it. */
export interface Place {
  readonly letter: ListId;
  readonly number?: string;
  readonly ordinal: number;
  readonly of: number;
  readonly recommended: boolean;
  readonly remark: string;
}

/** Places of cases on the last of their letters; none of a case that has come without one. Reads each letter once. */
export async function readPlaces(store: Store, cases: readonly Case[]): Promise<Map<CaseId, Place>> {
  const named = [...new Set(cases.flatMap(({ settledBy }) => settledBy))];
  const items = await getAll(
    store,
    named.map((id) => keys.listMeta(id)),
  );
  const letters = items
    .flatMap((item) => loadList(item)?.value ?? [])
    .filter(({ kind }) => kind === 'letter');
  const numbered = new Map(
    await Promise.all(letters.map(async (letter) => [letter.id, await placesOn(store, letter)] as const)),
  );
  const places = cases.flatMap(({ id, settledBy }) => {
    const last = settledBy.findLast((list) => numbered.has(list));
    const place = last === undefined ? undefined : numbered.get(last)?.get(id);
    return place === undefined ? [] : [[id, place] as const];
  });
  return new Map(places);
}

async function placesOn(store: Store, { id, kind, number }: List): Promise<Map<CaseId, Place>> {
  const [[order], items] = await Promise.all([
    store.get([keys.listOrder(id)]),
    queryAll(store, { pk: keys.listMeta(id).pk, prefix: prefixes.rows }),
  ]);
  const rows = numberRows(kind, items.map(parseRow), parseOrder(order));
  return new Map(
    rows.map(({ case: on, ordinal, recommended, remark }) => [
      on,
      {
        letter: id,
        ...(number === undefined ? {} : { number }),
        ordinal,
        of: rows.length,
        recommended,
        remark,
      },
    ]),
  );
}
