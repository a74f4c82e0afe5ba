import { Refusal } from '../domain/refusal.ts';
import { unzipOffice } from './office-zip.ts';

/** Rows of cells as text, empty rows in their places: the first is row 1 of the sheet. */
export type TextRows = readonly (readonly string[])[];

/**
 * The sheets of an .xlsx file, in their order. A day is `dd/MM/yyyy`, whatever the cell’s format; a formula is what it came to.
 * Of merged cells the first holds the value, as in the file.
 * @throws Refusal InputInvalid `file`
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TextRows[]> {
  unzipOffice(bytes, () => false);
  const { default: readSheets } = await import('read-excel-file/universal');
  try {
    const sheets = await readSheets(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return sheets.map(({ data }) => data.map((row) => row.map(textOf)));
  } catch {
    throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'notAnOfficeFile' }]);
  }
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
