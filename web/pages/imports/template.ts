import { writeXlsx } from '#shared/tables/write-xlsx.ts';
import { t, type Visit } from '../../visit.ts';
import { listColumns, listHeads } from './list-columns.ts';

/** A workbook to fill in: a sheet with the headings that are understood, and one that says what belongs under each. */
export function templateFile(visit: Pick<Visit, 'language'>): Uint8Array<ArrayBuffer> {
  const heads = listHeads(visit);
  const explained = Object.values(listColumns).map(([head, what]) => [t(visit, head), t(visit, what)]);
  return writeXlsx([
    {
      name: t(visit, 'imports.sheet.list'),
      head: heads,
      rows: [],
      widths: heads.map((head) => Math.max(14, head.length + 4)),
    },
    {
      name: t(visit, 'imports.sheet.guide'),
      head: [t(visit, 'imports.sheet.column'), t(visit, 'imports.sheet.what')],
      rows: [...explained, ['', t(visit, 'imports.sheet.sections')], ['', t(visit, 'imports.sheet.rest')]],
      widths: [32, 90],
    },
  ]);
}
