import { kindIn, readHeaded, type Headings } from './headed-table.ts';
import { pastedTable } from './pasted-table.ts';
import { mostPastRows, newPastRowSchema, type NewPastRow } from './past-command.ts';
import { pastedDay, pastedYear } from './pasted-days.ts';
import type { SubjectKind } from './round.ts';
import { folded } from './text.ts';

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

const headings: Headings<AwardColumn> = {
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

/** Understands each row by itself; whether two are the same is asked later. */
export function readPastedAwards(text: string, setting: PastedAwardsSetting): PastedAwards {
  const { rows: found, skipped } = readHeaded(pastedTable(text), headings, awardColumns);
  const rows = found.slice(0, mostPastRows).map((row, index) => {
    const kind =
      row.titles
        .toReversed()
        .map(kindIn)
        .find((one) => one !== undefined) ?? setting.kind;
    return readRow(row.cell, { setting: { ...setting, kind }, line: index + 1 });
  });
  return { rows, skipped, left: found.length - rows.length };
}

interface RowSetting {
  readonly setting: PastedAwardsSetting;
  readonly line: number;
}

function readRow(cellOf: (column: AwardColumn) => string, { setting, line }: RowSetting): PastedAwardRow {
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
