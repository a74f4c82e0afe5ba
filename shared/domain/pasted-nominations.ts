import type { z } from 'zod';
import { limits, newNominationSchema } from './case-command.ts';
import { kindIn, readHeaded, type HeadedRow, type HeadedTable } from './headed-table.ts';
import { nominationColumns, nominationHeadings, type NominationColumn } from './pasted-nomination-columns.ts';
import { pastedDay, pastedYear } from './pasted-days.ts';
import type { SubjectKind } from './round.ts';
import { headOf, isHousehold, namedPerson } from './pasted-names.ts';
import { folded } from './text.ts';

/** More is no list of one office for one round. */
const mostNominations = 500;

const rowSchema = newNominationSchema.pick({
  form: true,
  subjectKind: true,
  content: true,
  proposer: true,
  idNumber: true,
});
export type PastedNomination = z.infer<typeof rowSchema>;

export interface NominationsSetting {
  /** Forms that are open, with the names that each goes by. */
  readonly forms: readonly { readonly code: string; readonly names: readonly string[] }[];
  /** Of rows that name none. */
  readonly form: string;
  readonly kind: SubjectKind;
  /** Of rows that name none; may be blank. */
  readonly proposer: string;
  /** Cells typed anew by line and column, and lines that are left out. */
  readonly mended: ReadonlyMap<string, string>;
  readonly leftOut: ReadonlySet<number>;
}

export interface NominationFault {
  readonly column: NominationColumn;
  readonly code: string;
  readonly limit?: number | string;
}

export interface NominationRow {
  /** As the sheet counts it, from 1. */
  readonly line: number;
  readonly cell: (column: NominationColumn) => string;
  readonly row: PastedNomination | undefined;
  readonly faults: readonly NominationFault[];
}

export interface PastedNominations extends Pick<
  HeadedTable<NominationColumn>,
  'columns' | 'heads' | 'skipped' | 'unread'
> {
  readonly rows: readonly NominationRow[];
  /** Rows that there were too many of. */
  readonly left: number;
}

export const cellKey = (line: number, column: string): string => `${String(line)}.${column}`;

/** Understands each row by itself, in the words of the office that wrote it. @param table with empty rows in their places */
export function readPastedNominations(
  table: readonly (readonly string[])[],
  setting: NominationsSetting,
): PastedNominations {
  const { rows, ...heading } = readHeaded(table, nominationHeadings, nominationColumns);
  const wanted = rows.filter(({ line }) => !setting.leftOut.has(line));
  const titled = /^chuc (?:vu|danh)/.test(folded(heading.heads.get('unit') ?? ''));
  const read = wanted.slice(0, mostNominations).map((row) => readRow(row, { ...setting, titled }));
  return { ...heading, rows: read, left: wanted.length - read.length };
}

/** `titled`: its column of units holds titles before them, `Tổ trưởng, Tổ dân phố số 5`. */
type RowSetting = NominationsSetting & { readonly titled: boolean };

function readRow(found: HeadedRow<NominationColumn>, setting: RowSetting): NominationRow {
  const { line, titles } = found;
  const own = (column: NominationColumn): string =>
    setting.mended.get(cellKey(line, column)) ?? found.cell(column);
  // A year stands in the column of all, or in that of men or of women.
  const cell = (column: NominationColumn): string =>
    column === 'birthYear' ? own(column) || own('birthYearMale') || own('birthYearFemale') : own(column);
  const kind =
    cell('kind') === ''
      ? isHousehold(cell('name'))
        ? 'household'
        : (kindOfTitles(titles) ?? setting.kind)
      : kindIn(cell('kind'));
  const form = formOf(cell('form'), titles, setting);
  const parsed = rowSchema.safeParse(saidIn(cell, { kind, form, setting }));
  const faults = (parsed.error?.issues ?? []).map(({ path, message, code }) => {
    const column = columnOf(path);
    return { column, code: codeOf(code, message, cell(column)), ...limitOf(path) };
  });
  return { line, cell, row: faults.length === 0 ? parsed.data : undefined, faults: onceEach(faults) };
}

/** What our own schema says it says in codes of faults; what zod says itself is about a kind of value. */
function codeOf(code: string, message: string, cell: string): string {
  if (code === 'invalid_value') return 'notOneOf';
  if (message === 'empty' && cell !== '') return 'notOneOf';
  return message.startsWith('Invalid') ? 'empty' : message;
}

interface Understood {
  readonly kind: SubjectKind | undefined;
  readonly form: string | undefined;
  readonly setting: RowSetting;
}

type Cell = (column: NominationColumn) => string;

function saidIn(cell: Cell, { kind, form, setting }: Understood): object {
  const individual = kind === 'individual';
  const { name, gender } = individual ? namedPerson(cell('name')) : { name: cell('name'), gender: undefined };
  const born = cell('birthYear');
  const proposer = cell('proposer') === '' ? setting.proposer : cell('proposer');
  const [unit, title] = setting.titled ? titleBefore(cell('unit')) : [cell('unit'), cell('title')];
  return {
    form: form ?? '',
    subjectKind: kind,
    proposer: { name: proposer },
    ...filled({ idNumber: individual ? cell('idNumber').replaceAll(/\D/g, '') : '' }),
    content: {
      printedName: name,
      unit,
      ...filled({
        title: individual ? title : '',
        residentialGroup: cell('residentialGroup'),
        citation: cell('citation'),
        report: cell('report'),
        achievementFrom: pastedDay(cell('achievementFrom'), 'first') ?? '',
        achievementTo: pastedDay(cell('achievementTo'), 'last') ?? '',
        representative: individual ? '' : cell('representative') || headOf(cell('name')),
      }),
      ...(individual && born !== '' ? { birthYear: pastedYear(born) } : {}),
      ...(individual ? genderOf(cell, gender) : {}),
    },
  };
}

/** Where nothing parts them, all of it is the unit. */
function titleBefore(cell: string): [unit: string, title: string] {
  const at = cell.search(/[,;]\s/);
  return at < 0 ? [cell, ''] : [cell.slice(at + 1).trim(), cell.slice(0, at).trim()];
}

const filled = (said: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));

function genderOf(cell: Cell, addressed: 'male' | 'female' | undefined): { gender?: string } {
  const said = folded(cell('gender'));
  if (said === 'nu' || said === 'female') return { gender: 'female' };
  if (said === 'nam' || said === 'male') return { gender: 'male' };
  if (said !== '') return { gender: cell('gender') };
  if (cell('birthYearFemale') !== '') return { gender: 'female' };
  if (cell('birthYearMale') !== '') return { gender: 'male' };
  return addressed === undefined ? {} : { gender: addressed };
}

const kindOfTitles = (titles: readonly string[]): SubjectKind | undefined =>
  titles
    .toReversed()
    .map(kindIn)
    .find((kind) => kind !== undefined);

/** By name, alias or code; a cell that says less than any name (`Giấy khen`) is the page’s own form, if that begins so. */
function formOf(
  cell: string,
  titles: readonly string[],
  { forms, form }: NominationsSetting,
): string | undefined {
  if (cell === '')
    return (
      titles
        .toReversed()
        .map((title) => formNamed(title, forms, true))
        .find(Boolean) ?? form
    );
  const own = forms.find(({ code }) => code === form);
  const begins = own?.names.some((name) => folded(name).startsWith(folded(cell))) === true;
  return formNamed(cell, forms, false) ?? (begins ? form : undefined);
}

function formNamed(text: string, forms: NominationsSetting['forms'], within: boolean): string | undefined {
  const wanted = folded(text);
  const names = (name: string): boolean => (within ? wanted.includes(folded(name)) : wanted === folded(name));
  return forms.find(({ code, names: all }) => folded(code) === wanted || all.some(names))?.code;
}

const columnsOfPaths: Readonly<Record<string, NominationColumn>> = {
  printedName: 'name',
  subjectKind: 'kind',
  form: 'form',
  idNumber: 'idNumber',
  proposer: 'proposer',
};

function columnOf(path: readonly PropertyKey[]): NominationColumn {
  const name = String(path[0] === 'content' ? path[1] : path[0]);
  return columnsOfPaths[name] ?? nominationColumns.find((column) => column === name) ?? 'name';
}

const limitsOf: Readonly<Record<string, number>> = {
  printedName: limits.name,
  citation: limits.citation,
  report: limits.report,
};
const limitOf = (path: readonly PropertyKey[]): { limit: number } => ({
  limit: limitsOf[String(path[path.length - 1])] ?? limits.line,
});

const onceEach = (faults: readonly NominationFault[]): NominationFault[] =>
  faults.filter(({ column }, place) => faults.findIndex((one) => one.column === column) === place);
