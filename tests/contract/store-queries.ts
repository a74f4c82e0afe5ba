import { describe, expect, it } from 'vitest';
import { anItem, newPartition, pagesOf, putAll, sortKeysOf } from './store-subject.ts';
import type { UseStore } from './store-subject.ts';

async function partitionOf(use: UseStore, sortKeys: readonly string[]): Promise<string> {
  const pk = newPartition();
  await putAll(
    use().store,
    sortKeys.map((sk) => anItem({ pk, sk })),
  );
  return pk;
}

export function describeQueries(use: UseStore): void {
  describe('query', () => {
    describeOrderAndBounds(use);
    describePages(use);
  });
}

function describeOrderAndBounds(use: UseStore): void {
  it('reads one partition in the order of its sort keys, and backwards', async () => {
    const pk = await partitionOf(use, ['b', 'c', 'a']);
    await partitionOf(use, ['other']);

    expect(await sortKeysOf(use().store, { pk })).toEqual(['a', 'b', 'c']);
    expect(await sortKeysOf(use().store, { pk, descending: true })).toEqual(['c', 'b', 'a']);
  });

  it('reads an empty page from a partition that does not exist', async () => {
    expect(await use().store.query({ pk: newPartition() })).toStrictEqual({ items: [] });
  });

  it('orders by UTF-8 bytes: capitals first, Vietnamese letters after z, pictures last', async () => {
    const inOrder = ['Z', 'a', 'z', 'đ', 'ơ', 'ế', '\u{ff5e}', '🏅'];
    const pk = await partitionOf(use, inOrder.toReversed());

    expect(await sortKeysOf(use().store, { pk })).toEqual(inOrder);
  });

  it('reads what begins with a prefix, also when the prefix ends in a letter of several bytes', async () => {
    const pk = await partitionOf(use, [
      'DUE#1',
      'DUE#2',
      'DUE',
      'DUF',
      'phường',
      'phường Kỳ Lừa',
      'phườnh',
      'p🏅',
    ]);

    expect(await sortKeysOf(use().store, { pk, prefix: 'DUE#' })).toEqual(['DUE#1', 'DUE#2']);
    expect(await sortKeysOf(use().store, { pk, prefix: 'phườ' })).toEqual([
      'phường',
      'phường Kỳ Lừa',
      'phườnh',
    ]);
    expect(await sortKeysOf(use().store, { pk, prefix: 'p🏅' })).toEqual(['p🏅']);
    expect(await sortKeysOf(use().store, { pk, prefix: 'DUE#', descending: true })).toEqual([
      'DUE#2',
      'DUE#1',
    ]);
  });

  it('takes % and _ in a prefix as they are', async () => {
    const pk = await partitionOf(use, ['a_b', 'axb', 'a%b']);

    expect(await sortKeysOf(use().store, { pk, prefix: 'a_' })).toEqual(['a_b']);
    expect(await sortKeysOf(use().store, { pk, prefix: 'a%' })).toEqual(['a%b']);
  });

  it('reads from and to a sort key, both included, either left out', async () => {
    const pk = await partitionOf(use, [
      '2024-12-31',
      '2025-01-01',
      '2025-06-30',
      '2025-07-01',
      '2025-07-01#x',
    ]);
    const { store } = use();

    expect(await sortKeysOf(store, { pk, from: '2025-01-01', to: '2025-07-01' })).toEqual([
      '2025-01-01',
      '2025-06-30',
      '2025-07-01',
    ]);
    expect(await sortKeysOf(store, { pk, from: '2025-07-01' })).toEqual(['2025-07-01', '2025-07-01#x']);
    expect(await sortKeysOf(store, { pk, to: '2025-01-01', descending: true })).toEqual([
      '2025-01-01',
      '2024-12-31',
    ]);
  });

  it.each([
    ['an empty prefix', { prefix: '' }, ['a', 'b']],
    ['an empty from', { from: '' }, ['a', 'b']],
    ['an empty from, and a to', { from: '', to: 'a' }, ['a']],
    ['an empty to', { to: '' }, []],
  ])('reads by %s', async (_name, bounds, expected) => {
    const pk = await partitionOf(use, ['a', 'b']);

    expect(await sortKeysOf(use().store, { pk, ...bounds })).toEqual(expected);
  });

  it.each([
    ['a prefix together with from', { prefix: 'a', from: 'a' }],
    ['a prefix together with to', { prefix: 'a', to: 'a' }],
    ['from behind to', { from: 'b', to: 'a' }],
    ['a page of no items', { limit: 0 }],
    ['a page of more items than can be counted', { limit: Number.MAX_SAFE_INTEGER }],
    ['a prefix that is longer than a key', { prefix: 'ế'.repeat(342) }],
    ['a bound with half a character', { from: 'huy chương \ud83c' }],
    ['a cursor that no store made', { cursor: 'bm9uc2Vuc2U' }],
  ])('refuses %s', async (_name, query) => {
    await expect(use().store.query({ pk: newPartition(), ...query })).rejects.toThrow(TypeError);
  });

  it('refuses an empty partition key', async () => {
    await expect(use().store.query({ pk: '' })).rejects.toThrow(TypeError);
  });
}

function describePages(use: UseStore): void {
  const sortKeys = Array.from({ length: 25 }, (_, n) => `row#${String(n).padStart(2, '0')}`);

  it.each([false, true])('pages through every item once, in order (descending: %s)', async (descending) => {
    const pk = await partitionOf(use, sortKeys);

    const pages = await pagesOf(use().store, { pk, descending, limit: 10 });

    expect(pages.slice(0, 3).map((page) => page.length)).toEqual([10, 10, 5]);
    const read = pages.flat().map((item) => item.sk);
    expect(read).toEqual(descending ? sortKeys.toReversed() : sortKeys);
  });

  it.each([false, true])('keeps prefix and bounds from page to page (descending: %s)', async (descending) => {
    const pk = await partitionOf(use, ['a', ...sortKeys, 'z']);
    const expected = descending ? sortKeys.toReversed() : sortKeys;
    const read = async (bounds: object): Promise<readonly string[]> =>
      (await pagesOf(use().store, { pk, descending, limit: 4, ...bounds })).flat().map((item) => item.sk);

    expect(await read({ prefix: 'row#' })).toEqual(expected);
    expect(await read({ from: 'row#', to: 'row#99' })).toEqual(expected);
    expect(await read({ from: 'row#05', to: 'row#09' })).toEqual(
      expected.filter((sk) => sk >= 'row#05' && sk <= 'row#09'),
    );
  });

  it('reads a hundred items a page when no limit is set', async () => {
    const rows = Array.from({ length: 130 }, (_, n) => `row#${String(n).padStart(3, '0')}`);
    const pk = await partitionOf(use, rows.slice(0, 65));
    await putAll(
      use().store,
      rows.slice(65).map((sk) => anItem({ pk, sk })),
    );

    expect((await pagesOf(use().store, { pk })).slice(0, 2).map((page) => page.length)).toEqual([100, 30]);
  });

  it('gives no cursor on a page that is not full', async () => {
    const pk = await partitionOf(use, ['a', 'b']);

    expect(await use().store.query({ pk, limit: 3 })).not.toHaveProperty('cursor');
  });

  it('ends a page at one megabyte and reads on from there', async () => {
    const { store } = use();
    const pk = newPartition();
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const sk of rows) {
      await store.commit([{ put: anItem({ pk, sk }, { body: { text: 'x'.repeat(390_000) } }) }]);
    }

    const pages = await pagesOf(store, { pk });

    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(3);
    expect(pages.flat().map((item) => item.sk)).toEqual(rows);
  });

  it('reads on behind an item that was deleted between two pages', async () => {
    const { store } = use();
    const pk = await partitionOf(use, ['a', 'b', 'c', 'd']);
    const first = await store.query({ pk, limit: 2 });
    await store.commit([{ delete: { pk, sk: 'b' } }]);

    expect(first.cursor).toBeDefined();
    expect(await sortKeysOf(store, { pk, cursor: first.cursor ?? '' })).toEqual(['c', 'd']);
  });

  it('makes cursors that fit in a link', async () => {
    const { store } = use();
    const pk = await partitionOf(use, ['phường Kỳ Lừa?&=+/', 'z']);

    expect((await store.query({ pk, limit: 1 })).cursor).toMatch(/^[\w-]+$/);
  });

  it('refuses a cursor that leads out of the bounds of the query', async () => {
    const { store } = use();
    const pk = await partitionOf(use, ['a#1', 'a#2', 'b#1', 'b#2']);
    const { cursor } = await store.query({ pk, prefix: 'a#', limit: 1 });

    expect(cursor).toBeDefined();
    await expect(store.query({ pk, prefix: 'b#', cursor: cursor ?? '' })).rejects.toThrow(TypeError);
  });

  it('refuses a cursor that belongs to another partition', async () => {
    const { store } = use();
    const { cursor } = await store.query({ pk: await partitionOf(use, ['a', 'b']), limit: 1 });

    expect(cursor).toBeDefined();
    const other = await partitionOf(use, ['a', 'b']);
    await expect(store.query({ pk: other, cursor: cursor ?? '' })).rejects.toThrow(TypeError);
  });

  it.each([
    ['no place', []],
    ['an empty place', ['', '', '']],
    ['a place beyond all keys', ['x'.repeat(1_025), 'TEST', 'x'.repeat(1_025)]],
    ['numbers', [1, 2, 3]],
  ])('refuses a cursor made by hand, of %s', async (_name, place) => {
    const pk = await partitionOf(use, ['a', 'b']);
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');

    await expect(use().store.query({ pk, cursor })).rejects.toThrow(TypeError);
    await expect(use().store.query({ pk, cursor, index: 'g1' })).rejects.toThrow(TypeError);
  });
}
