import { characters, parseChecked, withCheck } from './crockford.ts';

const codeCharacters = 19;

/**
 * A hash as paper shows it, to be typed again: 95 of its 256 bits and a check character, `4T2M-9QWD-2VXA-H0K7-3EZB`. Whoever
 * owns the file would have to find another history with the same 95 bits.
 * @param hash SHA-256, hex
 */
export const printCodeOf = (hash: string): string =>
  withCheck(characters(BigInt(`0x${hash}`), codeCharacters));

/**
 * What was typed from paper: a code, or the whole hash in hex.
 * @returns which hashes it stands for, undefined when it can't be one
 */
export function parsePrinted(typed: string): ((hash: string) => boolean) | undefined {
  const whole = typed.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(whole)) return (hash) => hash === whole;
  const code = parseChecked(typed, codeCharacters);
  return code === undefined ? undefined : (hash) => printCodeOf(hash) === code;
}
