import { readTags } from './read-tags.ts';

/** A vertical run of merged cells of one column, from 0, both rows counted: the first holds the value. */
export interface MergedRun {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

interface SheetExtent {
  /** Cells that reading the sheet would make, those before and between what is written included. */
  readonly area: number;
  readonly runs: readonly MergedRun[];
}

/**
 * How far a sheet reaches, and which cells stand over several rows. @see ECMA-376 Part 1, 18.3.1
 * @throws Refusal InputInvalid `file`
 */
export function extentOf(part: Uint8Array | undefined): SheetExtent {
  let [deepest, written, widest] = [0, 0, 0];
  let at = { row: 0, column: 0 };
  const runs: MergedRun[] = [];
  readTags(part, {
    open(name, attributes) {
      if (name === 'row') {
        at = { row: Number(attributes['r'] ?? at.row + 1), column: -1 };
        deepest = Math.max(deepest, at.row);
      } else if (name === 'c') {
        at = placeOf(attributes['r'] ?? '') ?? { ...at, column: at.column + 1 };
        written += at.column + 1;
        deepest = Math.max(deepest, at.row);
      } else if (name === 'v' || name === 'is') widest = Math.max(widest, at.column + 1);
      else if (name === 'mergeCell') runs.push(...runOf(attributes['ref'] ?? ''));
    },
  });
  return { area: Math.max(written, deepest * (widest + 1)), runs };
}

/** `B3` is row 3, column 1. */
function placeOf(address: string): { row: number; column: number } | undefined {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return letters === '' ? undefined : { row: Number(row), column };
}

function runOf(ref: string): MergedRun[] {
  const [first = '', last = ''] = ref.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  return from === undefined || to === undefined || from.row >= to.row
    ? []
    : [{ column: from.column, from: from.row - 1, to: to.row - 1 }];
}

/** What stands over several rows is said in each of them, where nothing else is. */
export function filledDown(table: readonly (readonly string[])[], runs: readonly MergedRun[]): string[][] {
  const filled = table.map((row) => [...row]);
  for (const { column, from, to } of runs) {
    const value = filled[from]?.[column] ?? '';
    for (const row of value === '' ? [] : filled.slice(from + 1, to + 1)) {
      if ((row[column] ?? '') === '') row[column] = value;
    }
  }
  return filled;
}
