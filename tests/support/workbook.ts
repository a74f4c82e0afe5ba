import { inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';

/** Parts of an archive by their paths, found as every reader finds them: by the directory at its end. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = Buffer.from(bytes);
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const parts = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, length] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const file = archive.readUInt32LE(at + 42);
    const path = archive.toString('utf8', at + 46, at + 46 + length);
    const start = file + 30 + length;
    expect(archive.toString('utf8', file + 30, start)).toBe(path);
    parts.set(path, inflateRawSync(archive.subarray(start, start + packed)).toString());
    at += 46 + length;
  }
  return parts;
}

/** XML of each sheet of a workbook. */
export const sheetsIn = (bytes: Uint8Array): string[] =>
  [...partsOf(bytes)].filter(([path]) => path.startsWith('xl/worksheets/')).map(([, xml]) => xml);
