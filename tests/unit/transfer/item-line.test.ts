import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { compareKeys, compareText, itemOf, lineOf } from '#shared/transfer/item-line.ts';
import { readLines } from '#shared/transfer/parts.ts';
import { sortByKey } from '#shared/transfer/sorted-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'vd-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
const key = fc.record({ pk: text, sk: text });
const body = fc.dictionary(text, fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }), { maxKeys: 5 });
const drawnItem = fc.record(
  { pk: text, sk: text, version: fc.nat(), v: fc.nat(9), body, g1: key, g3: key },
  { requiredKeys: ['pk', 'sk', 'version', 'v', 'body'] },
) as fc.Arbitrary<Item>;

const backwards = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .map(([name, field]) => [name, backwards(field)] as const)
          .reverse(),
      )
    : value;

describe('a line of an export', () => {
  it('says all of an item, and the same in whatever order its fields come', () => {
    fc.assert(
      fc.property(drawnItem, (item) => {
        expect(itemOf(lineOf(item))).toEqual(JSON.parse(JSON.stringify(item)));
        expect(lineOf(backwards(item) as Item)).toBe(lineOf(item));
        expect(lineOf(item)).not.toContain('\n');
      }),
      { numRuns: 200 },
    );
  });

  it('stands in the order of bytes, as both stores have it', () => {
    const unit = fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffff', '🏅', '\u{10000}', 'Đ', '');
    const word = fc.array(unit, { maxLength: 4 }).map((units) => units.join(''));
    fc.assert(
      fc.property(word, word, (one, other) => {
        const byBytes = Buffer.compare(Buffer.from(one), Buffer.from(other));
        expect(Math.sign(compareText(one, other))).toBe(byBytes);
      }),
    );
  });

  it('comes in order out of runs that were sorted on the disk', async () => {
    const items = fc.sample(drawnItem, { numRuns: 120, seed: 7 });
    const sorted = await sortByKey(batchesOf(items, 7), { folder, runBytes: 500 });
    const lines = await Array.fromAsync(sorted.lines());

    expect(sorted.count).toBe(120);
    expect(lines.map((line) => line.text).toSorted()).toEqual(items.map(lineOf).toSorted());
    const misplaced = lines.filter((line, n) => n > 0 && compareKeys(lines[n - 1]!.item, line.item) > 0);
    expect(misplaced).toEqual([]);
  });

  it('ends at a line feed alone, and one without is told to be cut off', async () => {
    const path = join(folder, 'lines');
    const long = 'đ'.repeat(100_000);
    writeFileSync(path, `one\u2028\r\n\n${long}\ncut`);
    expect(await Array.fromAsync(readLines(path))).toEqual([
      { text: 'one\u2028\r', whole: true },
      { text: '', whole: true },
      { text: long, whole: true },
      { text: 'cut', whole: false },
    ]);
  });
});

async function* batchesOf(items: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
