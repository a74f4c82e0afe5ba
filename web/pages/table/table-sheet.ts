import type { RoundTable } from '#shared/use-cases/table/round-table.ts';
import type { TableRow } from '#shared/use-cases/table/table-rows.ts';
import type { Sheet } from '#shared/tables/write-xlsx.ts';
import { formatInstant } from '../../components/refusal-text.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import {
  appraisedText,
  awardsText,
  findingsText,
  inALine,
  opinionsText,
  placeText,
  sealedText,
  whereText,
} from './table-words.ts';

interface Column {
  readonly head: string;
  readonly cell: (row: TableRow) => string | number;
}

/** The table as a workbook has it: rows first, then what it leaves out, and who took it out and when. */
export function tableSheet(visit: OwnVisit, table: RoundTable): Sheet {
  const columns = sheetColumns(visit);
  return {
    name: t(visit, 'table.title'),
    head: [t(visit, 'col.ordinal'), ...columns.map(({ head }) => head)],
    rows: [
      ...table.rows.map((row, place) => [place + 1, ...columns.map(({ cell }) => cell(row))]),
      ...leftOut(visit, table).map((line) => ['', line]),
    ],
  };
}

/** What no row tells of. */
export function leftOut(visit: OwnVisit, table: RoundTable): string[] {
  const { sealed, more, rows } = table;
  return [
    ...(sealed.length > 0 ? [t(visit, 'table.sealed', { names: sealedText(visit, table) })] : []),
    ...(more ? [t(visit, 'table.cut', { count: rows.length })] : []),
    t(visit, 'table.exported', { name: visit.signedIn.me.name, at: formatInstant(visit.now) }),
  ];
}

const sheetColumns = (visit: Visit): readonly Column[] => [
  { head: t(visit, 'content.printedName'), cell: ({ content }) => content.printedName },
  { head: t(visit, 'table.birthYear'), cell: ({ label }) => label.birthYear ?? '' },
  { head: t(visit, 'col.unit'), cell: ({ label }) => label.unit },
  { head: t(visit, 'table.unit'), cell: ({ unit }) => unit.shortName },
  { head: t(visit, 'col.form'), cell: ({ form, submittedOn }) => formName(visit, form, submittedOn) },
  { head: t(visit, 'fact.subjectKind'), cell: ({ kind }) => m(visit, 'subjectKind', kind) },
  { head: t(visit, 'table.citation'), cell: ({ content }) => content.citation },
  { head: t(visit, 'content.report'), cell: ({ content }) => inALine(content.report) },
  { head: t(visit, 'table.awards'), cell: (row) => awardsText(visit, row) },
  { head: t(visit, 'table.rules'), cell: (row) => findingsText(visit, row) },
  { head: t(visit, 'table.opinions'), cell: (row) => opinionsText(visit, row) },
  { head: t(visit, 'table.place'), cell: (row) => placeText(visit, row) },
  { head: t(visit, 'table.appraised'), cell: (row) => appraisedText(visit, row) },
  { head: t(visit, 'table.where'), cell: (row) => whereText(visit, row) },
  { head: t(visit, 'fact.code'), cell: ({ publicCode }) => publicCode },
];
