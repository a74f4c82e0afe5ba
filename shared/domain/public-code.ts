import { characters, parseChecked, withCheck } from './crockford.ts';

const codeCharacters = 12;

/**
 * 60 random bits and a check character, `7K3M-9QWD-2VXA-H`. Codes are never counted: nobody finds a case by
 * guessing the next one.
 * @param random 8 random bytes; 60 of their 64 bits are used
 */
export function publicCodeFrom(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.slice(0, 8)) bits = (bits << 8n) | BigInt(byte);
  return withCheck(characters(bits, codeCharacters));
}

/** A code as typed, in any case, with or without dashes, O for 0 and I or L for 1. @returns undefined when it can't be one. */
export const parsePublicCode = (typed: string): string | undefined => parseChecked(typed, codeCharacters);
