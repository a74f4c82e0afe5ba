/** Crockford's base 32: no I, L, O, U, so that a code read aloud or copied by hand isn't mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 60 random bits and a check character, `7K3M-9QWD-2VXA-H`. Codes are never counted: nobody finds a case by
 * guessing the next one.
 * @param random 8 random bytes; 60 of their 64 bits are used
 */
export function publicCodeFrom(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.slice(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let characters = '';
  for (let index = 0; index < 12; index += 1) {
    characters += alphabet.charAt(Number((bits >> BigInt(5 * index)) & 31n));
  }
  return [
    characters.slice(0, 4),
    characters.slice(4, 8),
    characters.slice(8),
    checkCharacter(characters),
  ].join('-');
}

/** A code as typed, in any case, with or without dashes, O for 0 and I or L for 1. @returns undefined when it can't be one. */
export function parsePublicCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{13}$/.test(plain)) return undefined;
  const body = plain.slice(0, 12);
  if (checkCharacter(body) !== plain.slice(12)) return undefined;
  return [body.slice(0, 4), body.slice(4, 8), body.slice(8), plain.slice(12)].join('-');
}

/** Weighted by place in the field of 32 elements: any one wrong character and any swap of neighbours is noticed. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) sum = doubled(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

/** Times x, modulo x⁵ + x² + 1, of which x is a generator: thirteen places have thirteen different weights. */
function doubled(element: number): number {
  return element < 16 ? element << 1 : (element << 1) ^ 0b100101;
}
