export interface Sheet {
  /** As its tab shows it: cut to 31 letters, without those that Excel refuses. */
  readonly name: string;
  /** Printed in bold; stays in sight. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each column, in letters; as wide as its longest cell, to sixty, where it isn't said. */
  readonly widths?: readonly number[];
}

/** Excel takes so many letters in a cell. */
const mostLetters = 32_767;

/**
 * A workbook with one sheet for each table. A text stays the text that it is, whatever it begins with: no cell ever is a
 * formula; a number stays a number.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeSheets } = await import('write-excel-file/universal');
  const names = namesOf(sheets);
  const blob = await writeSheets(
    sheets.map(({ head, rows, widths }, place) => ({
      sheet: names[place] ?? '',
      stickyRowsCount: 1,
      columns: head.map((title, at) => ({ width: widths?.[at] ?? widthOf(title, rows, at) })),
      data: [
        head.map((title) => ({ ...cellOf(title), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const widthOf = (title: string, rows: Sheet['rows'], at: number): number =>
  Math.min(60, Math.max(title.length, ...rows.map((row) => String(row[at] ?? '').length)) + 3);

const cellOf = (value: string | number) =>
  typeof value === 'number'
    ? { value, type: Number }
    : { value: inCell(value), type: String, wrap: true, alignVertical: 'top' as const };

/**
 * What a cell can hold: no signs that XML 1.0 has no place for, no single halves of a pair. Excel reads `_x0041_` as a sign by its
 * number: what merely looks so is told apart. ECMA-376 22.9.2.19.
 */
const inCell = (text: string): string =>
  text
    .slice(0, mostLetters)
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are what must go
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

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
