import { describe, expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { anItem, newPartition, pagesOf, putAll, sortKeysOf } from './store-subject.ts';
import type { UseStore } from './store-subject.ts';

const indexes = ['g1', 'g2', 'g3'] as const;

export function describeIndexes(use: UseStore): void {
  describe.each(indexes)('index %s, once it has caught up', (index) => {
    describeMembership(use, index);
    describeIndexPages(use, index);
  });
}

function describeMembership(use: UseStore, index: (typeof indexes)[number]): void {
  it('holds only items that carry its key, whole, in the order of its sort key', async () => {
    const { store, settle } = use();
    const [pk, group] = [newPartition(), newPartition()];
    const late = anItem({ pk, sk: 'a' }, { body: { name: 'Hường' }, [index]: { pk: group, sk: '2' } });
    const early = anItem({ pk, sk: 'b' }, { version: 4, [index]: { pk: group, sk: '1' } });
    await putAll(store, [late, early, anItem({ pk, sk: 'c' })]);
    await settle();

    expect((await store.query({ pk: group, index })).items).toStrictEqual([early, late]);
    expect((await store.query({ pk: group, index, descending: true })).items).toStrictEqual([late, early]);
  });

  it('follows an item whose key changes, loses its key, or is deleted', async () => {
    const { store, settle } = use();
    const [pk, before, after] = [newPartition(), newPartition(), newPartition()];
    const moved: Item = anItem({ pk, sk: 'moved' }, { [index]: { pk: before, sk: 'x' } });
    const freed: Item = anItem({ pk, sk: 'freed' }, { [index]: { pk: before, sk: 'x' } });
    const deleted: Item = anItem({ pk, sk: 'deleted' }, { [index]: { pk: before, sk: 'x' } });
    await putAll(store, [moved, freed, deleted]);
    await store.commit([
      { put: { ...moved, [index]: { pk: after, sk: 'y' } } },
      { put: anItem({ pk, sk: 'freed' }) },
      { delete: { pk, sk: 'deleted' } },
    ]);
    await settle();

    expect(await sortKeysOf(store, { pk: before, index })).toEqual([]);
    expect(await sortKeysOf(store, { pk: after, index })).toEqual(['moved']);
    expect(await sortKeysOf(store, { pk })).toEqual(['freed', 'moved']);
  });

  it('does not mix with the other indexes nor with the base table', async () => {
    const { store, settle } = use();
    const [pk, group] = [newPartition(), newPartition()];
    await putAll(store, [anItem({ pk, sk: 'a' }, { [index]: { pk: group, sk: 'x' } })]);
    await settle();

    const others = indexes.filter((other) => other !== index);
    for (const other of others) expect(await sortKeysOf(store, { pk: group, index: other })).toEqual([]);
    expect(await sortKeysOf(store, { pk: group })).toEqual([]);
    expect(await sortKeysOf(store, { pk: group, index })).toEqual(['a']);
  });
}

function describeIndexPages(use: UseStore, index: (typeof indexes)[number]): void {
  it('reads prefix and bounds of its own sort key', async () => {
    const { store, settle } = use();
    const [pk, group] = [newPartition(), newPartition()];
    const days = ['2025-06-30', '2025-07-01', '2025-07-02', '2025-08-01'];
    await putAll(
      store,
      days.map((day, n) =>
        anItem({ pk, sk: `c#${String(9 - n)}` }, { [index]: { pk: group, sk: `OPEN#${day}` } }),
      ),
    );
    await settle();

    expect(await sortKeysOf(store, { pk: group, index, prefix: 'OPEN#2025-07' })).toEqual(['c#8', 'c#7']);
    const from = 'OPEN#2025-07-01';
    expect(await sortKeysOf(store, { pk: group, index, from, to: 'OPEN#2025-07-02' })).toEqual([
      'c#8',
      'c#7',
    ]);
    expect(await sortKeysOf(store, { pk: group, index, from, descending: true })).toEqual([
      'c#6',
      'c#7',
      'c#8',
    ]);
  });

  it.each([false, true])(
    'pages once through items that share one sort key (descending: %s)',
    async (descending) => {
      const { store, settle } = use();
      const [pk, group] = [newPartition(), newPartition()];
      const sortKeys = Array.from({ length: 13 }, (_, n) => `row#${String(n).padStart(2, '0')}`);
      await putAll(
        store,
        sortKeys.map((sk, n) =>
          anItem({ pk: n % 2 ? pk : `${pk}#b`, sk }, { [index]: { pk: group, sk: 'same' } }),
        ),
      );
      await settle();

      for (const bounds of [{}, { prefix: 'sa' }, { from: 'same', to: 'same' }]) {
        const pages = await pagesOf(store, { pk: group, index, descending, limit: 5, ...bounds });
        expect(pages.slice(0, 3).map((page) => page.length)).toEqual([5, 5, 3]);
        expect(
          pages
            .flat()
            .map((item) => item.sk)
            .toSorted(),
        ).toEqual(sortKeys);
      }
    },
  );
}
