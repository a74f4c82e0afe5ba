/**
 * As much of ASN.1's distinguished encoding as certificates are written with; nothing is ever read with it.
 * https://www.itu.int/rec/T-REC-X.690
 */
export type Der = Buffer;

function encoded(tag: number, ...parts: readonly Uint8Array[]): Der {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const first = bytes.findIndex((byte) => byte !== 0);
  return Buffer.concat([Buffer.from([0x80 + 4 - first]), bytes.subarray(first)]);
}

export const sequence = (...parts: readonly Der[]): Der => encoded(0x30, ...parts);
export const set = (...parts: readonly Der[]): Der => encoded(0x31, ...parts);
export const yes: Der = encoded(0x01, Buffer.from([0xff]));
export const octets = (bytes: Uint8Array): Der => encoded(0x04, bytes);
export const utf8 = (text: string): Der => encoded(0x0c, Buffer.from(text));

/** Of a number that isn't negative, highest byte first. */
export function integer(bytes: Uint8Array): Der {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.alloc(1) : bytes.subarray(first);
  const sign = (digits[0] ?? 0) >= 0x80 ? Buffer.alloc(1) : Buffer.alloc(0);
  return encoded(0x02, sign, digits);
}

/** Bits of whole bytes, but for `unused` ones at the end. */
export const bits = (bytes: Uint8Array, unused = 0): Der => encoded(0x03, Buffer.from([unused]), bytes);

/** `2.5.29.17` */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encoded(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let left = number >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

/** Two digits of the year until 2049, as RFC 5280 wants it. @param instant `2026-11-22T01:00:00.000Z` */
export function time(instant: string): Der {
  const digits = `${instant.slice(0, 19).replaceAll(/\D/g, '')}Z`;
  return digits < '2050' ? encoded(0x17, Buffer.from(digits.slice(2))) : encoded(0x18, Buffer.from(digits));
}

/** What a choice or an optional part is told by: around a whole value … */
export const tagged = (tag: number, ...parts: readonly Der[]): Der => encoded(0xa0 + tag, ...parts);
/** … or in the place of its own tag. */
export const labelled = (tag: number, bytes: Uint8Array): Der => encoded(0x80 + tag, bytes);
