import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet: text, a number, a day by its serial with a date format, or a formula with what it came to. */
export type SheetCell =
  | string
  | number
  | undefined
  | { readonly serial: number }
  | { readonly formula: string; readonly value: string };

const letterOf = (column: number): string => String.fromCharCode(65 + column);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cellXml(cell: SheetCell, at: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${String(cell.serial)}</v></c>`;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

/** The parts of a workbook of one sheet, as Excel writes them. Rows that are empty aren't written, as Excel does. */
export function workbookParts(
  rows: readonly (readonly SheetCell[])[],
  merged: readonly string[] = [],
): Record<string, Uint8Array> {
  const data = rows.map((row, index) => {
    const cells = row
      .map((cell, column) => cellXml(cell, `${letterOf(column)}${String(index + 1)}`))
      .join('');
    return cells === '' ? '' : `<row r="${String(index + 1)}">${cells}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
}

export const zipped = (parts: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(parts));

/** A document around the XML of its body. */
export const documentOf = (body: string): Uint8Array<ArrayBuffer> =>
  zipped({
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });

interface WordCell {
  readonly text: string;
  readonly span?: number;
  /** Begins a cell over several rows, or goes on with one. */
  readonly over?: 'restart' | 'continue';
}

export const wordTable = (rows: readonly (readonly (string | WordCell)[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row.map((cell) => wordCell(typeof cell === 'string' ? { text: cell } : cell)).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

function wordCell({ text, span, over }: WordCell): string {
  const grid = span === undefined ? '' : `<w:gridSpan w:val="${String(span)}"/>`;
  const merge = over === undefined ? '' : over === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr>${grid}${merge}</w:tcPr><w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:tc>`;
}
