/** Crockford's base 32: no I, L, O, U, so that a code read aloud or copied by hand isn't mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** @param bits at least 5 × `count` of them matter, from the lowest on */
export function characters(bits: bigint, count: number): string {
  return Array.from({ length: count }, (_, index) =>
    alphabet.charAt(Number((bits >> BigInt(5 * index)) & 31n)),
  ).join('');
}

/** The characters and one that checks them, in groups of four: `7K3M-9QWD-2VXA-H`. */
export function withCheck(body: string): string {
  const plain = body + checkCharacter(body);
  const groups = Array.from({ length: Math.ceil(plain.length / groupLength) }, (_, index) =>
    plain.slice(index * groupLength, (index + 1) * groupLength),
  );
  return groups.join('-');
}

/**
 * A code as typed, in any case, with or without dashes, O for 0 and I or L for 1.
 * @param length characters before the check character
 * @returns the code as it was given out, undefined when it can't be one
 */
export function parseChecked(typed: string, length: number): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain.length !== length + 1 || !/^[0-9A-HJKMNP-TV-Z]+$/.test(plain)) return undefined;
  const code = withCheck(plain.slice(0, length));
  return code.replaceAll('-', '') === plain ? code : undefined;
}

/**
 * Weighted by place in the field of 32 elements: any one wrong character and any swap of neighbours is noticed, up to 31
 * places.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) sum = doubled(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

/** Times x, modulo x⁵ + x² + 1, of which x is a generator: so many places have different weights. */
function doubled(element: number): number {
  return element < 16 ? element << 1 : (element << 1) ^ 0b100101;
}
