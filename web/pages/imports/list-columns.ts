import type { NominationColumn } from '#shared/domain/pasted-nomination-columns.ts';
import type { EarlierRow } from '#shared/use-cases/imports/earlier-lists.ts';
import { law } from '#shared/regimes/shipped.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** Columns of a list that we write ourselves, each under a heading by which it is known again, with what is said there. */
export const listColumns = {
  name: ['imports.head.name', 'imports.what.name'],
  kind: ['imports.head.kind', 'imports.what.kind'],
  birthYear: ['imports.head.birthYear', 'imports.what.birthYear'],
  gender: ['imports.head.gender', 'imports.what.gender'],
  title: ['imports.head.title', 'imports.what.title'],
  unit: ['imports.head.unit', 'imports.what.unit'],
  residentialGroup: ['imports.head.residentialGroup', 'imports.what.residentialGroup'],
  representative: ['imports.head.representative', 'imports.what.representative'],
  idNumber: ['imports.head.idNumber', 'imports.what.idNumber'],
  form: ['imports.head.form', 'imports.what.form'],
  achievementFrom: ['imports.head.achievementFrom', 'imports.what.achievementFrom'],
  achievementTo: ['imports.head.achievementTo', 'imports.what.achievementTo'],
  citation: ['imports.head.citation', 'imports.what.citation'],
  report: ['imports.head.report', 'imports.what.report'],
  proposer: ['imports.head.proposer', 'imports.what.proposer'],
} as const satisfies Partial<Record<NominationColumn, readonly [string, string]>>;

export type ListColumn = keyof typeof listColumns;

/** The columns in their order, as people read them. */
export const listHeads = (visit: Pick<Visit, 'language'>): string[] =>
  Object.values(listColumns).map(([head]) => t(visit, head));

/** Whom an office nominated before, as a table with its heading; what is to be written anew is empty. */
export function earlierTable(visit: Visit, rows: readonly EarlierRow[]): string[][] {
  return [listHeads(visit), ...rows.map((row) => columnNames.map((column) => cellOf(visit, row, column)))];
}

// `Object.keys` forgets which strings they are.
const columnNames: readonly ListColumn[] = [
  ...([
    'name',
    'kind',
    'birthYear',
    'gender',
    'title',
    'unit',
    'residentialGroup',
    'representative',
  ] as const),
  ...(['idNumber', 'form', 'achievementFrom', 'achievementTo', 'citation', 'report', 'proposer'] as const),
];

function cellOf(visit: Visit, row: EarlierRow, column: ListColumn): string {
  switch (column) {
    case 'name':
    case 'title':
    case 'unit':
    case 'residentialGroup':
    case 'representative':
      return row[column] ?? '';
    case 'birthYear':
      return row.birthYear === undefined ? '' : String(row.birthYear);
    case 'gender':
      return row.gender === undefined ? '' : t(visit, `content.${row.gender}`);
    case 'kind':
      return m(visit, 'subjectKind', row.kind);
    case 'form':
      return grantedToday(visit, row.form);
    case 'idNumber':
    case 'achievementFrom':
    case 'achievementTo':
    case 'citation':
    case 'report':
    case 'proposer':
      return '';
  }
}

/** Of a form that is granted no more this year's is chosen for the whole list. */
function grantedToday(visit: Visit, code: string): string {
  const form = law.termsOn(code, visit.today) === undefined ? undefined : law.formOn(code, visit.today);
  return form === undefined ? '' : inLanguage(visit, form.name);
}
