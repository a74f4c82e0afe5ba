import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createLaggingStore } from '#tests/support/lagging-store.ts';
import { storeContract } from './store-contract.ts';
import { anItem, pagesOf, putAll, sortKeysOf } from './store-subject.ts';

describe('the SQLite store in a file', () => {
  storeContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vinh-danh-store-'));
    const database = openDatabase(join(folder, 'office.db'));
    return {
      store: createSqliteStore(database),
      settle: () => Promise.resolve(),
      async close() {
        await database.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});

describe('the SQLite store in memory', () => {
  storeContract(async () => {
    const database = openDatabase(':memory:');
    return {
      store: createSqliteStore(database),
      settle: () => Promise.resolve(),
      close: () => database.close(),
    };
  });
});

describe('a store whose indexes lag', () => {
  storeContract(async () => {
    const database = openDatabase(':memory:');
    const store = createLaggingStore(createSqliteStore(database));
    return { store, settle: () => store.flush(), close: () => database.close() };
  });

  it('shows a commit in its indexes two commits late, in its base table at once', async () => {
    const store = createLaggingStore(createSqliteStore(openDatabase(':memory:')));
    const put = async (sk: string): Promise<void> => {
      await store.commit([{ put: { pk: 'LATE', sk, version: 1, v: 1, body: {}, g1: { pk: 'GROUP', sk } } }]);
    };
    const inIndex = async (): Promise<readonly string[]> => sortKeysOf(store, { pk: 'GROUP', index: 'g1' });
    await put('a');
    await put('b');

    expect(await inIndex()).toEqual([]);
    expect(await sortKeysOf(store, { pk: 'LATE' })).toEqual(['a', 'b']);

    await put('c');
    expect(await inIndex()).toEqual(['a']);

    await store.flush();
    expect(await inIndex()).toEqual(['a', 'b', 'c']);
  });
});

describe('what only the SQLite store promises', () => {
  it('sweeps what expired before the second it is told, in batches, and nothing else', async () => {
    const store = createSqliteStore(openDatabase(':memory:'));
    const rows = Array.from({ length: 1_300 }, (_, n) =>
      anItem({ pk: 'SIGN-IN', sk: String(n) }, { expiresAt: n }),
    );
    for (let n = 0; n < rows.length; n += 100) await putAll(store, rows.slice(n, n + 100));
    await putAll(store, [anItem({ pk: 'CASE', sk: 'META' })]);

    expect(await store.sweepExpired(1_200)).toBe(1_200);

    const left = (await pagesOf(store, { pk: 'SIGN-IN' })).flat();
    expect(left.map((item) => item.expiresAt).toSorted()).toEqual(
      Array.from({ length: 100 }, (_, n) => 1_200 + n),
    );
    expect(await sortKeysOf(store, { pk: 'CASE' })).toEqual(['META']);
    expect(await store.sweepExpired(1_200)).toBe(0);
  });

  it('reads an expired item until it is swept', async () => {
    const store = createSqliteStore(openDatabase(':memory:'));
    await putAll(store, [anItem({ pk: 'SIGN-IN', sk: 'a' }, { expiresAt: 1 })]);

    expect(await sortKeysOf(store, { pk: 'SIGN-IN' })).toEqual(['a']);
  });
});
