import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly path: string;
  readonly text: string;
}

/** First day that the format can say: the same bytes for the same parts. */
const [noTime, firstDay] = [0, 0x21];
const [deflated, utf8Names] = [8, 0x800];

/** A zip archive of texts in UTF-8, as Office documents are packed. APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16; below 4 GB. */
export function zip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of parts) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const about = aboutOf({ name, content, packed });
    const file = Buffer.concat([numbers([4, 0x04034b50]), about, name, packed]);
    directory.push(
      numbers([4, 0x02014b50], [2, 20]),
      about,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    );
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const count = parts.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, index.length],
    [4, offset],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...files, index, end]));
}

/** What a file and its entry in the directory say alike. */
const aboutOf = ({ name, content, packed }: { name: Buffer; content: Buffer; packed: Buffer }): Buffer =>
  numbers(
    ...[[2, 20] as const, [2, utf8Names] as const, [2, deflated] as const, [2, noTime] as const],
    ...[[2, firstDay] as const, [4, crc32(content)] as const, [4, packed.length] as const],
    ...[[4, content.length] as const, [2, name.length] as const, [2, 0] as const],
  );

/** Each number in so many bytes, the lowest first. */
function numbers(...all: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
