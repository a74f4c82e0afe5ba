import type { Part } from '#shared/tables/write-docx.ts';
import type { RoundTable } from '#shared/use-cases/table/round-table.ts';
import { formatted } from '../../components/refusal-text.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { leftOut } from './table-sheet.ts';
import {
  appraisedText,
  awardsText,
  findingsText,
  groupsOf,
  opinionsText,
  placeText,
  type Group,
} from './table-words.ts';

/** Tài liệu họp Hội đồng: a table for each form and kind, then what each has achieved. Sealed cases by their numbers alone. */
export function booklet(visit: OwnVisit, table: RoundTable): Part[] {
  const groups = groupsOf(visit, table.rows, 0);
  return [
    { office: table.office.name },
    { title: t(visit, 'table.bookletTitle') },
    { centred: table.view.round.name },
    { centred: `${t(visit, 'table.bookletFor')}, ${formatted(visit.today)}` },
    ...groups.flatMap((group): Part[] => [{ heading: group.title }, tableOf(visit, group)]),
    { heading: t(visit, 'table.bookletSummaries'), onNewPage: true },
    ...groups.flatMap(({ rows }) => rows).flatMap((one) => summaryOf(visit, one)),
    ...leftOut(visit, table).map((small): Part => ({ small })),
  ];
}

function tableOf(visit: OwnVisit, { rows }: Group): Part {
  const columns = [
    { head: t(visit, 'col.ordinal'), width: 5, cell: ({ ordinal }: Numbered) => String(ordinal) },
    { head: t(visit, 'col.subject'), width: 18, cell: ({ row }: Numbered) => nameOf(row) },
    { head: t(visit, 'col.unit'), width: 14, cell: ({ row }: Numbered) => row.label.unit },
    { head: t(visit, 'table.citation'), width: 25, cell: ({ row }: Numbered) => row.content.citation },
    { head: t(visit, 'table.awards'), width: 14, cell: ({ row }: Numbered) => awardsText(visit, row) },
    { head: t(visit, 'table.place'), width: 12, cell: ({ row }: Numbered) => proposedText(visit, row) },
    { head: t(visit, 'table.opinions'), width: 12, cell: ({ row }: Numbered) => opinionsText(visit, row) },
  ];
  return {
    head: columns.map(({ head }) => head),
    widths: columns.map(({ width }) => width),
    rows: rows.map((one) => columns.map(({ cell }) => cell(one))),
  };
}

type Numbered = Group['rows'][number];

const nameOf = ({ label, content }: Numbered['row']): string =>
  label.birthYear === undefined ? content.printedName : `${content.printedName} (${String(label.birthYear)})`;

const proposedText = (visit: OwnVisit, row: Numbered['row']): string =>
  [placeText(visit, row), appraisedText(visit, row)].filter((text) => text !== '').join('; ');

function summaryOf(visit: OwnVisit, { ordinal, row }: Numbered): Part[] {
  const report = row.content.report.trim();
  return [
    { subheading: `${String(ordinal)}. ${nameOf(row)} – ${row.label.unit}` },
    ...(report === '' ? [t(visit, 'table.bookletEmpty')] : report.split(/\n+/)).map((text): Part => ({
      text,
    })),
    { small: `${t(visit, 'table.rules')}: ${findingsText(visit, row)}` },
  ];
}
