import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import type { Item, Store, Write } from '#shared/ports.ts';
import { readStretch, type Place, type Stretch } from '#shared/records/stretch.ts';
import { cursorAt } from '#shared/store-cursor.ts';

/** DynamoDB can't see that nothing follows a full page. */
function asDynamo(store: Store): Store {
  return {
    ...store,
    async query(query) {
      const page = await store.query(query);
      const last = page.items.length === query.limit ? page.items.at(-1) : undefined;
      return last === undefined
        ? page
        : { ...page, cursor: cursorAt({ sortKey: last.sk, pk: last.pk, sk: last.sk }) };
    },
  };
}

const partitions = ['ONE', 'TWO', 'THREE'];
const scattered = fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { maxLength: 24 });

interface Scene {
  readonly numbers: readonly number[];
  readonly size: number;
  readonly descending: boolean;
  readonly keepEvery: number;
}
const scenes = fc.record({
  numbers: scattered,
  size: fc.integer({ min: 1, max: 5 }),
  descending: fc.boolean(),
  keepEvery: fc.integer({ min: 1, max: 4 }),
});

async function standing({ numbers }: Scene): Promise<Store> {
  const store = createSqliteStore(openDatabase(':memory:'));
  const writes = numbers.map((n): Write => ({
    put: { pk: partitions[n % partitions.length] ?? '', sk: String(n), version: 1, v: 1, body: {} },
  }));
  if (writes.length > 0) await store.commit(writes);
  return store;
}

const keys = (items: readonly Item[]): string[] => items.map(({ sk }) => sk);

function expected({ numbers, descending, keepEvery }: Scene): string[] {
  const order = numbers.filter((n) => n % keepEvery === 0).toSorted((one, other) => one - other);
  return (descending ? order.toReversed() : order).map(String);
}

const reader =
  (store: Store, { size, descending, keepEvery }: Scene) =>
  (place: Place): Promise<Stretch> =>
    readStretch(store, {
      partitions,
      size,
      descending,
      ...place,
      keep: async (items) => items.filter(({ sk }) => Number(sk) % keepEvery === 0),
    });

/** From the first page to the last. */
async function walk(read: (place: Place) => Promise<Stretch>): Promise<Stretch[]> {
  const pages = [await read({})];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next)
    pages.push(await read({ after: next }));
  return pages;
}

describe.each([
  ['a store that knows when nothing follows', (store: Store) => store],
  ['one that does not', asDynamo],
])('pages of several partitions, of %s', (_, made) => {
  it('show everything once and in order, and lead back the same way', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        const read = reader(made(await standing(scene)), scene);
        const pages = await walk(read);
        const shown = pages.map(({ items }) => keys(items));
        expect(shown.flat()).toEqual(expected(scene));
        expect(pages.slice(0, -1).every(({ items, more }) => items.length === scene.size && more)).toBe(true);
        expect(pages.at(-1)).toMatchObject({ more: false });
        expect(pages[0]?.previous).toBeUndefined();
        const back: string[][] = [];
        for (let to = pages.at(-1)?.previous; to !== undefined;) {
          const page = await read({ before: to });
          back.unshift(keys(page.items));
          to = page.previous;
        }
        expect(back).toEqual(shown.slice(0, -1));
      }),
    );
  });

  it('that look at a few only say where to look on, however little fits', async () => {
    const scene = { numbers: [101, 104, 107, 110, 113], size: 2, descending: false, keepEvery: 11 };
    const read = (place: Place) =>
      readStretch(made(store), {
        partitions,
        size: 2,
        looked: 2,
        ...place,
        keep: async (items) => items.filter(({ sk }) => Number(sk) % 11 === 0),
      });
    const store = await standing(scene);
    const pages = await walk(read);
    expect(pages.map(({ items }) => keys(items)).flat()).toEqual(['110']);
    expect(pages[0]).toMatchObject({ items: [], next: '104', more: false });
  });
});

it('a page goes on behind a row that has gone meanwhile', async () => {
  const scene = { numbers: [100, 101, 102, 103], size: 2, descending: false, keepEvery: 1 };
  const store = await standing(scene);
  const read = reader(store, scene);
  const { next } = await read({});
  await store.commit([{ delete: { pk: 'THREE', sk: '101' } }]);
  expect(next).toBe('101');
  expect(keys((await read({ after: next })).items)).toEqual(['102', '103']);
});
