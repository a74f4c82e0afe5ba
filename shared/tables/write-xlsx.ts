/** A sheet of text: cells that look like formulas or numbers stay the text that they are. */
export interface TextSheet {
  readonly name: string;
  /** The first row is the heading, which stays in sight. */
  readonly rows: readonly (readonly string[])[];
  /** Of each column, in letters. */
  readonly widths: readonly number[];
}

export async function writeXlsx(sheets: readonly TextSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeSheets } = await import('write-excel-file/universal');
  const blob = await writeSheets(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: rows.map((row, place) =>
        row.map((value) => ({
          value,
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
          ...(place === 0 && { fontWeight: 'bold' as const }),
        })),
      ),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
