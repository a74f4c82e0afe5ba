import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import {
  CommitConflict,
  type Condition,
  type Item,
  type Query,
  type Store,
  type Write,
} from '#shared/ports.ts';
import { engineMissing } from '#tests/support/dynamo-table.ts';
import { tableOfTests } from '#tests/support/table-of-tests.ts';
import { newPartition, pagesOf } from './store-subject.ts';

const sortKeys = ['a', 'a#1', 'b', 'đ', '🏅'] as const;
const words = fc.constantFrom('OPEN', 'HELD', '');
const field = fc.oneof(words, fc.integer({ min: 0, max: 2 }), fc.boolean());

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>({ absent: true }, { present: true }),
  fc.record({ version: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ equals: fc.dictionary(fc.constantFrom('status', 'rows'), field, { maxKeys: 2 }) }),
);
const maybe = fc.option(condition, { nil: undefined });
const indexKey = fc.option(fc.constantFrom('x', 'x#1', 'y'), { nil: undefined });

/** One write as it is drawn; the partition is the run's. */
const drawn = fc.record({
  sk: fc.constantFrom(...sortKeys),
  act: fc.oneof(
    fc.record({
      put: fc.record({
        version: fc.integer({ min: 1, max: 3 }),
        body: fc.record({ status: field, rows: field }, { requiredKeys: [] }),
        g1: indexKey,
        g2: indexKey,
      }),
      if: maybe,
    }),
    fc.record({ delete: fc.constant(true), if: maybe }),
    fc.record({ check: condition }),
  ),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const commits = fc.array(fc.uniqueArray(drawn, { selector: ({ sk }) => sk, minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
});

function writeOf(pk: string, { sk, act }: Drawn): Write {
  if ('check' in act) return { check: { pk, sk }, if: act.check };
  const condition = act.if === undefined ? {} : { if: act.if };
  if ('delete' in act) return { delete: { pk, sk }, ...condition };
  const { version, body, g1, g2 } = act.put;
  const put: Item = {
    ...{ pk, sk, version, v: 1, body },
    ...(g1 === undefined ? {} : { g1: { pk, sk: g1 } }),
    ...(g2 === undefined ? {} : { g2: { pk, sk: g2 } }),
  };
  return { put, ...condition };
}

async function outcomeOf(store: Store, writes: readonly Write[]): Promise<unknown> {
  try {
    await store.commit(writes);
    return 'stored';
  } catch (error) {
    if (error instanceof CommitConflict) return error.failed;
    throw error;
  }
}

const queries: readonly Omit<Query, 'pk'>[] = [
  {},
  { descending: true, limit: 2 },
  { prefix: 'a', limit: 1 },
  { from: 'a#', to: 'đ' },
  { from: 'b' },
  { to: 'b', descending: true },
];
const indexQueries: readonly Omit<Query, 'pk'>[] = [
  { index: 'g1', limit: 2 },
  { index: 'g1', prefix: 'x#', descending: true },
  { index: 'g2', from: 'x#1' },
];
const keyOrder = (items: readonly Item[]) => items.toSorted((one, other) => (one.sk < other.sk ? -1 : 1));

describe.skipIf(engineMissing !== undefined)('the SQLite and the DynamoDB store', () => {
  const table = tableOfTests();

  it('answer every commit and every question alike, whatever is asked of them', async () => {
    const sqlite = createSqliteStore(openDatabase(':memory:'));
    const dynamo = table().createStore();
    await fc.assert(
      fc.asyncProperty(commits, async (all) => {
        const pk = newPartition();
        for (const one of all) {
          const writes = one.map((each) => writeOf(pk, each));
          expect(await outcomeOf(dynamo, writes)).toStrictEqual(await outcomeOf(sqlite, writes));
        }
        for (const query of queries) {
          const [mine, theirs] = await Promise.all(
            [dynamo, sqlite].map((store) => pagesOf(store, { pk, ...query })),
          );
          expect(mine?.flat()).toStrictEqual(theirs?.flat());
        }
        // Items that share one sort key of an index stand in an order of the engine's own.
        for (const query of indexQueries) {
          const [mine, theirs] = await Promise.all(
            [dynamo, sqlite].map((store) => pagesOf(store, { pk, ...query })),
          );
          expect(keyOrder(mine?.flat() ?? [])).toStrictEqual(keyOrder(theirs?.flat() ?? []));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
