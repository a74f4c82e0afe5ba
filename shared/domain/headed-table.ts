import type { SubjectKind } from './round.ts';
import { folded, tidyLine } from './text.ts';

/** What each column may be called, folded and without what stands in brackets. */
export type Headings<Column extends string> = Readonly<Record<Column, readonly string[]>>;

export interface HeadedRow<Column extends string> {
  /** As the sheet counts it, from 1: titles, headings and empty rows too. */
  readonly line: number;
  /** What stands in a column; an empty text where nothing does. */
  readonly cell: (column: Column) => string;
  /** The nearest title above it: `I. TẬP THỂ`. */
  readonly titles: readonly string[];
}

export interface HeadedTable<Column extends string> {
  readonly rows: readonly HeadedRow<Column>[];
  /** Columns whose heading was understood. */
  readonly columns: readonly Column[];
  /** What each of them is called in the table, in the table's own words. */
  readonly heads: ReadonlyMap<Column, string>;
  /** Titles, merged rows and what stood above the heading: what they said. */
  readonly skipped: readonly string[];
  /** Headings that nobody understood, of columns that hold something. */
  readonly unread: readonly string[];
}

type Rows = readonly (readonly string[])[];
type Columns<Column> = readonly (Column | undefined)[];

const kindWords: Readonly<Record<SubjectKind, readonly string[]>> = {
  collective: ['tap the', 'collective'],
  household: ['ho gia dinh', 'household'],
  individual: ['ca nhan', 'individual'],
};

/** The kind of subject that words speak of, if of any. */
export function kindIn(text: string): SubjectKind | undefined {
  const words = folded(text);
  const order: readonly SubjectKind[] = ['collective', 'household', 'individual'];
  return order.find((kind) => kindWords[kind].some((one) => words.includes(one)));
}

/** What a row says, all cells together. */
const saidIn = (row: readonly string[]): string => row.filter((cell) => cell !== '').join(' ');

/** `I. TẬP THỂ` over all columns, numbers of columns: nothing that names somebody with anything about them. */
function isTitle(row: readonly string[]): boolean {
  const told = row.filter((cell) => cell !== '' && !/^(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)]?$/.test(cell));
  return told.length < 2 && (row.length > 1 || kindIn(saidIn(row)) !== undefined);
}

/** A heading without what it explains in brackets. */
const plain = (heading: string): string => folded(heading.replaceAll(/\([^)]*\)/g, ' ').replaceAll('*', ' '));

function columnsOf<Column extends string>(
  row: readonly string[],
  headings: Headings<Column>,
  names: readonly Column[],
): Columns<Column> {
  const known = row.map((cell) => names.find((column) => headings[column].includes(plain(cell))));
  return known.map((column, place) => (known.indexOf(column) === place ? column : undefined));
}

const countOf = (columns: Columns<string>): number => columns.filter((one) => one !== undefined).length;

/** A heading in two rows: what stands over several columns goes before what stands below it. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
    const [above = '', below = ''] = [upper[place], lower[place]];
    over = above !== '' ? above : below === '' ? '' : over;
    // What stands over both rows is said in each of them.
    return [...new Set([over, below])].filter((one) => one !== '').join(' ');
  });
}

interface Heading<Column> {
  readonly columns: Columns<Column>;
  readonly said: readonly string[];
  /** Rows down to the last of the heading. */
  readonly rows: number;
}

/** How far down a heading is looked for: below the name of the office, the title, the reference. */
const deepest = 30;

function headingIn<Column extends string>(
  table: Rows,
  headings: Headings<Column>,
  names: readonly Column[],
): Heading<Column> | undefined {
  const [first] = names;
  for (let at = 0; at < Math.min(deepest, table.length); at += 1) {
    const [upper = [], lower = []] = [table[at], table[at + 1]];
    const one = columnsOf(upper, headings, names);
    const both = joined(upper, lower);
    const two = columnsOf(both, headings, names);
    const best: Heading<Column> =
      countOf(one) > 0 && countOf(two) > countOf(one)
        ? { columns: two, said: both, rows: at + 2 }
        : { columns: one, said: upper, rows: at + 1 };
    if (countOf(best.columns) > 1 && best.columns.some((column) => column === first)) return best;
  }
  return undefined;
}

/**
 * A table as offices write it: a name above, a heading in one row or two, rows of titles in between, columns in any order.
 * @param names all columns; the first is the one that every heading has, and their order is taken where there is no heading
 * @param table with empty rows in their places
 */
export function readHeaded<Column extends string>(
  table: Rows,
  headings: Headings<Column>,
  names: readonly Column[],
): HeadedTable<Column> {
  const tidy = table.map((row) => row.map(tidyLine));
  const heading = headingIn(tidy, headings, names);
  const columns = heading?.columns ?? names;
  const from = heading?.rows ?? 0;
  const skipped = tidy.slice(0, Math.max(0, from - 1)).map(saidIn);
  const rows: HeadedRow<Column>[] = [];
  let titles: string[] = [];
  for (const [place, row] of tidy.slice(from).entries()) {
    if (saidIn(row) === '') continue;
    const again = countOf(columnsOf(row, headings, names)) > 1;
    if (again || isTitle(row)) {
      titles = [...titles.slice(-3), saidIn(row)];
      skipped.push(saidIn(row));
    } else {
      const cell = (column: Column): string => row[columns.indexOf(column)] ?? '';
      rows.push({ line: from + place + 1, cell, titles });
    }
  }
  const holds = (place: number): boolean => tidy.slice(from).some((row) => (row[place] ?? '') !== '');
  const unread = (heading?.said ?? []).filter(
    (said, place) => columns[place] === undefined && said !== '' && !isNumbering(said) && holds(place),
  );
  return {
    rows,
    columns: names.filter((name) => columns.includes(name)),
    heads: headsOf(columns, heading?.said ?? []),
    skipped: skipped.filter((one) => one !== ''),
    unread,
  };
}

const headsOf = <Column>(columns: Columns<Column>, said: readonly string[]): Map<Column, string> =>
  new Map(
    columns.flatMap((column, place) => {
      const head = said[place] ?? '';
      return column === undefined || head === '' ? [] : [[column, head] as const];
    }),
  );

const isNumbering = (heading: string): boolean =>
  ['stt', 'tt', 'so tt', 'so thu tu', 'no'].includes(plain(heading));
