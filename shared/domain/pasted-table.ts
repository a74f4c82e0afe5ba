/** Rows as people copy them out of a spreadsheet: cells apart by tabs, or else by semicolons or commas; quotes around some. */
export const pastedRows = (text: string): string[][] =>
  pastedTable(text).filter((row) => row.some((cell) => cell !== ''));

/** The same, with empty rows in their places: rows are counted as in the sheet. */
export function pastedTable(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted) {
      // Two quotes inside quotes are one.
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      [quoted, cell] = [true, ''];
    } else if (letter === separator) {
      endCell();
    } else if (letter === '\n') {
      endRow();
    } else if (letter !== '\r') {
      cell += letter;
    }
  }
  endRow();
  return rows;
}

/** A table as text that `pastedTable` reads as the same table. */
export const asPasted = (table: readonly (readonly string[])[]): string =>
  table
    .map((row) =>
      row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    // A table of one column has no tab by which its commas could be told from what parts cells.
    .map((row) => (row.includes('\t') ? row : `${row}\t`))
    .join('\n');

function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const [first = ''] = text.split('\n');
  const count = (sign: string): number => first.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}
