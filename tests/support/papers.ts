/** First bytes of papers as they come from scanners and offices. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);

/** A zip archive's local headers with nothing in them. */
export function zipOf(...names: readonly string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(Buffer.byteLength(name), 26);
      return Buffer.concat([header, Buffer.from(name), Buffer.from('compressed')]);
    }),
  );
}

export const docx = zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml');
export const xlsx = zipOf('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml');
