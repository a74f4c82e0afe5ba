import { badFile, unzipOffice } from './office-zip.ts';
import { readTags, type Attributes } from './read-tags.ts';
import { extentOf, filledDown, type MergedRun } from './sheet-extent.ts';

/** Rows of cells as text, empty rows in their places: the first is row 1 of the sheet. */
export type TextRows = readonly (readonly string[])[];

/** Some two thousand rows, with what a sheet keeps around them. */
const maxArea = 300_000;

/**
 * The sheets of an .xlsx file, in their order. A day is `dd/MM/yyyy`, whatever the cell’s format; a formula is what it came to.
 * What stands over several rows is said in each of them, what stands over several columns in the first.
 * @throws Refusal InputInvalid `file`, as `unzipOffice`; `tableTooLarge` where a sheet reaches further than any list
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TextRows[]> {
  const runs = mergedRuns(unzipOffice(bytes, (path) => /^xl\/.*\.(?:xml|rels)$/.test(path)));
  const { default: readSheets } = await import('read-excel-file/universal');
  try {
    const sheets = await readSheets(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return sheets.map(({ data }, place) =>
      filledDown(
        data.map((row) => row.map(textOf)),
        runs[place] ?? [],
      ),
    );
  } catch {
    throw badFile('notAnOfficeFile');
  }
}

/** Of each sheet, in the order of the workbook. */
function mergedRuns(parts: Readonly<Record<string, Uint8Array>>): (readonly MergedRun[])[] {
  const paths = new Map(
    tagsIn(parts['xl/_rels/workbook.xml.rels'], 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  );
  const extents = new Map(
    Object.entries(parts)
      .filter(([path]) => path.startsWith('xl/worksheets/') && path.endsWith('.xml'))
      .map(([path, part]) => [path, extentOf(part)]),
  );
  const area = [...extents.values()].reduce((sum, extent) => sum + extent.area, 0);
  if (area > maxArea) throw badFile('tableTooLarge');
  return tagsIn(parts['xl/workbook.xml'], 'sheet').map(
    (sheet) => extents.get(paths.get(sheet['r:id'] ?? '') ?? '')?.runs ?? [],
  );
}

function tagsIn(part: Uint8Array | undefined, wanted: string): Attributes[] {
  const found: Attributes[] = [];
  readTags(part, {
    open(name, attributes) {
      if (name === wanted) found.push(attributes);
    },
  });
  return found;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return dayOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** A sheet knows no time zone: its days are midnight of UTC. */
function dayOf(date: Date): string {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
