import { pastedRows } from './pasted-table.ts';
import { mostPastRows, newPastRowSchema, type NewPastRow } from './past-command.ts';
import { pastedDay, pastedYear } from './pasted-days.ts';
import type { SubjectKind } from './round.ts';
import { folded, tidyLine } from './text.ts';

/** Columns of a pasted list of awards, in the order that is taken where no heading says otherwise. */
export const awardColumns = [
  'name',
  'birthYear',
  'unit',
  'form',
  'achievementFrom',
  'achievementTo',
  'citation',
  'kind',
  'residentialGroup',
] as const;
export type AwardColumn = (typeof awardColumns)[number];

const headings: Readonly<Record<AwardColumn, readonly string[]>> = {
  name: [
    'ho ten',
    'ho va ten',
    'ten',
    'ten tap the',
    'ten tap the, ca nhan',
    'ho va ten, ten tap the',
    'name',
  ],
  birthYear: ['nam sinh', 'ngay sinh', 'ngay, thang, nam sinh', 'birth year'],
  unit: [
    'don vi',
    'don vi cong tac',
    'dia chi',
    'chuc vu, don vi',
    'chuc vu, don vi cong tac',
    'noi cong tac',
    'unit',
  ],
  form: ['hinh thuc', 'hinh thuc khen thuong', 'danh hieu', 'award form'],
  achievementFrom: ['tu ngay', 'thanh tich tu', 'thanh tich tu ngay', 'tu', 'from'],
  achievementTo: ['den ngay', 'thanh tich den', 'thanh tich den ngay', 'den', 'to'],
  citation: ['noi dung khen', 'thanh tich', 'ly do khen', 'noi dung', 'citation'],
  kind: ['loai doi tuong', 'doi tuong', 'kind'],
  residentialGroup: ['to dan pho', 'khu dan cu', 'thon, to dan pho', 'residential group'],
};

const kindWords: readonly (readonly [SubjectKind, readonly string[]])[] = [
  ['collective', ['tap the', 'collective']],
  ['household', ['ho gia dinh', 'household']],
  ['individual', ['ca nhan', 'individual']],
];

export interface PastedAwardsSetting {
  /** Every form with the names that it goes by. */
  readonly forms: readonly { readonly code: string; readonly names: readonly string[] }[];
  /** Of rows that name none, or only the kind of paper. */
  readonly form: string;
  readonly kind: SubjectKind;
}

interface PastedAwardFault {
  readonly column: AwardColumn;
  readonly code: string;
  readonly limit?: number | string;
}

export interface PastedAwardRow {
  /** From 1, as rows of awards are counted: titles and headings are not. */
  readonly line: number;
  readonly cells: Readonly<Record<AwardColumn, string>>;
  readonly row: NewPastRow | undefined;
  readonly faults: readonly PastedAwardFault[];
}

export interface PastedAwards {
  readonly rows: readonly PastedAwardRow[];
  /** Titles, merged rows and what stood above the heading: what they said. */
  readonly skipped: readonly string[];
  /** Rows that there were too many of. */
  readonly left: number;
}

type Columns = readonly (AwardColumn | undefined)[];

/** Understands each row by itself; whether two are the same is asked later. */
export function readPastedAwards(text: string, setting: PastedAwardsSetting): PastedAwards {
  const table = pastedRows(text).map((row) => row.map(tidyLine));
  const place = table.findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(table[place] ?? []) ?? awardColumns;
  const skipped = table.slice(0, Math.max(place, 0)).map(said);
  const found: PastedAwardRow[] = [];
  let { kind } = setting;
  for (const row of table.slice(place + 1)) {
    if (isTitle(row)) {
      kind = kindIn(said(row)) ?? kind;
      skipped.push(said(row));
    } else found.push(readRow(row, { columns, setting: { ...setting, kind }, line: found.length + 1 }));
  }
  const rows = found.slice(0, mostPastRows);
  return { rows, skipped, left: found.length - rows.length };
}

const said = (row: readonly string[]): string => row.filter((cell) => cell !== '').join(' ');

/** `I. TẬP THỂ` over all columns, numbers of columns: nothing that names somebody with anything about them. */
function isTitle(row: readonly string[]): boolean {
  const told = row.filter((cell) => cell !== '' && !/^(?:\d{1,3}|[IVX]{1,4})[.)]?$/.test(cell));
  return told.length < 2 && (row.length > 1 || kindIn(said(row)) !== undefined);
}

function kindIn(text: string): SubjectKind | undefined {
  const words = folded(text);
  return kindWords.find(([, names]) => names.some((name) => words.includes(name)))?.[0];
}

function columnsOf(row: readonly string[]): Columns | undefined {
  const known = row.map((cell) => awardColumns.find((column) => headings[column].includes(folded(cell))));
  const columns = known.map((column, place) => (known.indexOf(column) === place ? column : undefined));
  return columns.includes('name') && columns.filter((one) => one !== undefined).length > 1
    ? columns
    : undefined;
}

interface RowSetting {
  readonly columns: Columns;
  readonly setting: PastedAwardsSetting;
  readonly line: number;
}

function readRow(row: readonly string[], { columns, setting, line }: RowSetting): PastedAwardRow {
  const cellOf = (column: AwardColumn): string => row[columns.indexOf(column)] ?? '';
  const cells: Record<AwardColumn, string> = {
    name: cellOf('name'),
    birthYear: cellOf('birthYear'),
    unit: cellOf('unit'),
    form: cellOf('form'),
    achievementFrom: cellOf('achievementFrom'),
    achievementTo: cellOf('achievementTo'),
    citation: cellOf('citation'),
    kind: cellOf('kind'),
    residentialGroup: cellOf('residentialGroup'),
  };
  const form = formOf(cells.form, setting);
  const given = {
    ...{ name: cells.name, unit: cells.unit, form: form ?? '' },
    kind: cells.kind === '' ? setting.kind : kindIn(cells.kind),
    birthYear: pastedYear(cells.birthYear),
    achievementFrom: pastedDay(cells.achievementFrom, 'first'),
    achievementTo: pastedDay(cells.achievementTo, 'last'),
    ...(cells.citation === '' ? {} : { citation: cells.citation }),
    ...(cells.residentialGroup === '' ? {} : { residentialGroup: cells.residentialGroup }),
  };
  const parsed = newPastRowSchema.safeParse(given);
  const faults: PastedAwardFault[] = form === undefined ? [{ column: 'form', code: 'unknownForm' }] : [];
  for (const { path, message, code } of parsed.error?.issues ?? []) {
    const column = awardColumns.find((one) => one === path[0]);
    if (column === undefined) continue;
    faults.push({ column, code: code === 'invalid_value' ? 'notOneOf' : message, ...limitOf(column) });
  }
  return { line, cells, row: faults.length === 0 ? parsed.data : undefined, faults };
}

const limitOf = (column: AwardColumn): { limit?: number } =>
  column === 'citation' ? { limit: 600 } : column === 'name' ? { limit: 200 } : { limit: 300 };

/** By name, alias or code; a cell that says less than any name (`Giấy khen`) is the decision's own form, if that begins so. */
function formOf(cell: string, { forms, form }: PastedAwardsSetting): string | undefined {
  if (cell === '') return form;
  const wanted = folded(cell);
  const found = forms.find(
    ({ code, names }) => folded(code) === wanted || names.some((name) => folded(name) === wanted),
  );
  const own = forms.find(({ code }) => code === form);
  return (
    found?.code ?? (own?.names.some((name) => folded(name).startsWith(wanted)) === true ? form : undefined)
  );
}
