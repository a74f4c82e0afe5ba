import { describe, expect, it } from 'vitest';
import type { Item, Json, Write } from '#shared/ports.ts';
import { anItem, newPartition, putAll } from './store-subject.ts';
import type { UseStore } from './store-subject.ts';

function puts(pk: string, count: number): readonly Write[] {
  return Array.from({ length: count }, (_, n) => ({ put: anItem({ pk, sk: `row#${String(n)}` }) }));
}

const nested = (containers: number): Json => (containers === 0 ? 'core' : { in: nested(containers - 1) });
const nestedLists = (lists: number): Json => (lists === 0 ? 'core' : [nestedLists(lists - 1)]);

export function describeLimits(use: UseStore): void {
  describe('a commit', () => {
    describeCounts(use);
    describeSizes(use);
    describeKeys(use);
  });
}

function describeCounts(use: UseStore): void {
  it('has at most a hundred writes', async () => {
    const { store } = use();
    const pk = newPartition();

    await expect(store.commit(puts(pk, 101))).rejects.toThrow(TypeError);
    expect((await store.query({ pk })).items).toEqual([]);

    await store.commit(puts(pk, 100));
    expect((await store.query({ pk })).items).toHaveLength(100);
  });

  it('has at least one write', async () => {
    await expect(use().store.commit([])).rejects.toThrow(TypeError);
  });

  it('names no key twice, whatever is done to it', async () => {
    const { store } = use();
    const key = { pk: newPartition(), sk: 'a' };
    const put: Write = { put: anItem(key) };
    const check: Write = { check: key, if: { absent: true } };

    await expect(store.commit([put, put])).rejects.toThrow(TypeError);
    await expect(store.commit([check, put])).rejects.toThrow(TypeError);
    await expect(store.commit([put, { delete: key }])).rejects.toThrow(TypeError);
    expect(await store.get([key])).toEqual([undefined]);
  });
}

function describeSizes(use: UseStore): void {
  it('takes items of up to 400 KB, counted in bytes of UTF-8', async () => {
    const { store } = use();
    const key = { pk: newPartition(), sk: 'a' };
    const textOf = (text: string): Item => anItem(key, { body: { text } });

    await putAll(store, [textOf('x'.repeat(408_000))]);
    await expect(putAll(store, [textOf('x'.repeat(410_000))])).rejects.toThrow(TypeError);
    await putAll(store, [textOf('ế'.repeat(136_000))]);
    await expect(putAll(store, [textOf('ế'.repeat(137_000))])).rejects.toThrow(TypeError);
    expect((await store.get([key]))[0]?.body['text']).toHaveLength(136_000);
  });

  it('has at most 4 MB in all', async () => {
    const { store } = use();
    const pk = newPartition();
    const large = (count: number): readonly Item[] =>
      Array.from({ length: count }, (_, n) =>
        anItem({ pk, sk: `row#${String(n)}` }, { body: { text: 'x'.repeat(390_000) } }),
      );

    await expect(putAll(store, large(11))).rejects.toThrow(TypeError);
    await putAll(store, large(10));
    expect((await store.get([{ pk, sk: 'row#9' }]))[0]).toBeDefined();
  });

  it.each([
    ['no number', Number.NaN],
    ['a number without end', Number.POSITIVE_INFINITY],
    ['a number too large', 1e126],
    ['a number too close to nothing', -1e-131],
    ['half a character', 'huy chương \ud83c'],
    ['half a character in a name', { 'huy chương \udfc5': true }],
    ['a field without a name', { '': true }],
    ['32 containers in each other', nested(31)],
    ['32 lists in each other', nestedLists(31)],
  ])('refuses a body that holds %s', async (_name, value) => {
    const { store } = use();
    const key = { pk: newPartition(), sk: 'a' };

    await expect(putAll(store, [anItem(key, { body: { value } })])).rejects.toThrow(TypeError);
    expect(await store.get([key])).toEqual([undefined]);
  });

  it.each([
    [
      'the largest whole numbers',
      [Number.MAX_SAFE_INTEGER, -(2 ** 53), 2 ** 64, 1e21, -9.999999999999998e125],
    ],
    ['the smallest numbers', [1e-130, -2.5e-130, 5e-7, 0.1 + 0.2, 0]],
    ['names that mean something to JavaScript', { constructor: 1, toString: null, length: 'x' }],
    ['names that mean something to a database', { '#pk': 1, ':pk': 2, 'a.b': { 'c[0]': 3 }, size: 4 }],
    ['31 containers in each other', nested(30)],
    ['31 lists in each other', nestedLists(30)],
  ])('keeps a body that holds %s', async (_name, value) => {
    const { store } = use();
    const item = anItem({ pk: newPartition(), sk: 'a' }, { body: { value } });
    await putAll(store, [item]);

    expect(await store.get([item])).toStrictEqual([item]);
  });
}

function describeKeys(use: UseStore): void {
  it.each([
    ['an empty partition key', { pk: '', sk: 'a' }],
    ['an empty sort key', { pk: 'TEST', sk: '' }],
    ['a partition key over 2048 bytes', { pk: 'ế'.repeat(683), sk: 'a' }],
    ['a sort key over 1024 bytes', { pk: 'TEST', sk: 'ế'.repeat(342) }],
  ])('refuses %s, of an item, of an index and in a get', async (_name, key) => {
    const { store } = use();
    const own = { pk: newPartition(), sk: 'a' };

    await expect(store.commit([{ put: anItem(key) }])).rejects.toThrow(TypeError);
    await expect(store.commit([{ delete: key }])).rejects.toThrow(TypeError);
    await expect(store.commit([{ check: key, if: { absent: true } }])).rejects.toThrow(TypeError);
    await expect(store.commit([{ put: anItem(own, { g2: key }) }])).rejects.toThrow(TypeError);
    await expect(store.get([key])).rejects.toThrow(TypeError);
  });
}
