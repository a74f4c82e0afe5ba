import { describe, expect, it } from 'vitest';
import { itemBytes, unitsOfCommit, unitsOfGet, unitsOfQuery } from '#bench/scale/item-units.ts';
import type { Item } from '#shared/ports.ts';

/** Of exactly so many bytes. */
function itemOf(bytes: number, more: Partial<Item> = {}): Item {
  const empty: Item = { pk: 'P', sk: 'S', version: 1, v: 1, body: { text: '' }, ...more };
  return { ...empty, body: { text: 'x'.repeat(bytes - itemBytes(empty)) } };
}

const g1 = { pk: 'G', sk: '1' };

describe('bytes of an item', () => {
  it('are those of names and values, a byte for two digits and one more, three for a map and one an element', () => {
    const item: Item = { pk: 'P', sk: 'S', version: 100, v: 12345, body: { a: 'ế', b: true, c: [null, -7] } };
    // pk 2+1, sk 2+1, version 7+2 (one significant digit), v 1+4, body 4+3, a 1+1+3, b 1+1+1, c 1+1+3, its elements 1+1 and 1+3.
    expect(itemBytes(item)).toBe(3 + 3 + 9 + 5 + 7 + 5 + 3 + 5 + 2 + 4);
  });
});

describe('units', () => {
  const units = (touches: readonly { readUnits: number; writeUnits: number }[]) =>
    touches.map(({ readUnits, writeUnits }) => [readUnits, writeUnits]);

  it('of a batched read: each item rounded up to 4 KB by itself, one for what is not there', () => {
    const keys = [{ pk: 'P' }, { pk: 'P' }, { pk: 'P' }];
    expect(units(unitsOfGet(keys, [itemOf(4_096), itemOf(4_097), undefined]))).toEqual([
      [1, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it('of a query: all items together, half in an index, one at least', () => {
    const items = [itemOf(3_000), itemOf(3_000), itemOf(3_000)];
    expect(units(unitsOfQuery({ pk: 'P' }, items))).toEqual([[3, 0]]);
    expect(units(unitsOfQuery({ pk: 'G', index: 'g1' }, items))).toEqual([[1.5, 0]]);
    expect(units(unitsOfQuery({ pk: 'P' }, []))).toEqual([[1, 0]]);
  });

  it('of a transaction: two a kilobyte of the larger of old and new, two for a check', () => {
    const [small, large] = [itemOf(1_024), itemOf(1_025)];
    expect(units(unitsOfCommit([{ put: small }], [undefined]))).toEqual([[0, 2]]);
    expect(units(unitsOfCommit([{ put: small }], [large]))).toEqual([[0, 4]]);
    expect(units(unitsOfCommit([{ delete: large }], [large]))).toEqual([[0, 4]]);
    expect(units(unitsOfCommit([{ check: small, if: { present: true } }], [small]))).toEqual([[0, 2]]);
  });

  it('of an index: one a kilobyte, twice when the place changes, none when there is no place', () => {
    const at = (sk: string) => itemOf(1_500, { g1: { ...g1, sk } });
    const inIndex = (before: Item | undefined, after: Item) =>
      units(unitsOfCommit([{ put: after }], [before]).filter(({ partition }) => partition === 'by-g1/G'));
    expect(inIndex(undefined, at('1'))).toEqual([[0, 2]]);
    expect(inIndex(at('1'), at('1'))).toEqual([[0, 2]]);
    expect(inIndex(at('1'), at('2'))).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(inIndex(at('1'), itemOf(1_500))).toEqual([[0, 2]]);
    expect(inIndex(itemOf(1_500), itemOf(1_500))).toEqual([]);
  });
});
