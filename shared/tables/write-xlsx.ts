import { strToU8, zipSync } from 'fflate';
import { plainText } from './plain-text.ts';

export interface Sheet {
  /** As its tab shows it: cut to 31 letters, without those that Excel refuses. */
  readonly name: string;
  /** Printed in bold. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each column, in letters; as wide as its longest cell, to sixty, where it isn't said. */
  readonly widths?: readonly number[];
}

/** Excel takes so many letters in a cell. */
const mostLetters = 32_767;

/**
 * A workbook (ECMA-376, SpreadsheetML) with one sheet for each table. A text is an inline string whatever it begins with, so no
 * cell ever is a formula; a number stays a number. Our own: the library at hand writes a file that can't be read where a cell says
 * `constructor`.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const names = namesOf(sheets);
  const places = sheets.map((_, place) => String(place + 1));
  const parts = {
    '[Content_Types].xml': contentTypes(places),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...places.map((place) => [`rId${place}`, 'worksheet', `worksheets/sheet${place}.xml`] as const),
      ['rIdStyles', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map((sheet, place) => [`xl/worksheets/sheet${String(place + 1)}.xml`, worksheet(sheet)]),
    ),
  };
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files));
}

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (places: readonly string[]): string =>
  `${declared}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${places
    .map(
      (place) =>
        `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="${types}.worksheet+xml"/>`,
    )
    .join('')}</Types>`;

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${declared}<Relationships xmlns="${packages}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, place) => {
      const id = String(place + 1);
      return `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`;
    })
    .join('')}</sheets></workbook>`;

/** The second style is bold, for heads. */
const styles = `${declared}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function worksheet({ head, rows, widths }: Sheet): string {
  const columns = head.map((title, place) => {
    const longest = Math.max(title.length, ...rows.map((row) => String(row[place] ?? '').length));
    const [at, width] = [String(place + 1), String(widths?.[place] ?? Math.min(60, longest + 3))];
    return `<col min="${at}" max="${at}" width="${width}" customWidth="1"/>`;
  });
  const all = [rowOf(head, 1, 1), ...rows.map((row, place) => rowOf(row, 0, place + 2))];
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `${declared}<worksheet xmlns="${main}">${headStays}${cols}<sheetData>${all.join('')}</sheetData></worksheet>`;
}

/** The first row stays in sight. */
const headStays =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const rowOf = (cells: readonly (string | number)[], style: 0 | 1, row: number): string =>
  `<row r="${String(row)}">${cells
    .map((cell, place) => cellOf(cell, style, `${columnName(place)}${String(row)}`))
    .join('')}</row>`;

/** `A` to `Z`, then `AA`. */
const columnName = (place: number): string =>
  (place < 26 ? '' : columnName(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

function cellOf(value: string | number, style: 0 | 1, address: string): string {
  const dressed = `r="${address}"${style === 0 ? '' : ' s="1"'}`;
  if (typeof value === 'number') return `<c ${dressed}><v>${String(value)}</v></c>`;
  if (value === '') return `<c ${dressed}/>`;
  return `<c ${dressed} t="inlineStr"><is><t xml:space="preserve">${escaped(literal(value.slice(0, mostLetters)))}</t></is></c>`;
}

/** Excel reads `_x0041_` as a sign by its number: what merely looks so is told apart. ECMA-376 22.9.2.19. */
const literal = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const escaped = (text: string): string =>
  plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A reader would make a line end of it.
    .replaceAll('\r', '&#13;');

/** Each once, whatever Excel would take for the same. */
function namesOf(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, place) => {
    const plain = name
      .replaceAll(/[\\/?*:[\]]/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim();
    const cut = plain.slice(0, 31).trim();
    const number = ` (${String(place + 1)})`;
    const own =
      cut !== '' && !taken.has(cut.toLowerCase()) ? cut : `${cut.slice(0, 31 - number.length)}${number}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
