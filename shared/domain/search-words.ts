import { folded } from './text.ts';

/** Longer names are found by their first words: each word is an item a case and office. */
export const mostWords = 8;
/** Of a word; what is longer is no word of a name. */
const mostLetters = 24;
/** Shorter words have too many others one letter away. */
const fewestLettersMistaken = 4;

/** Words of a name, or of what somebody looks for: small, without diacritics, at most eight. */
export const searchWords = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, mostLetters));

/**
 * A name begun at each of its words and read on round its end, each word followed by a space: `an nguyen van `. So any run
 * of its words, also given name first, is how one of them begins.
 */
export const rotationsOf = (words: readonly string[]): string[] => [
  ...new Set(words.map((_, start) => spaced([...words.slice(start), ...words.slice(0, start)]))),
];

export const spaced = (words: readonly string[]): string => words.map((word) => `${word} `).join('');

/** Whether words of this length are compared with those one letter away. */
export const mayBeMistaken = (word: string): boolean => word.length >= fewestLettersMistaken;

/** One letter more, less or other, or two beside each other exchanged. */
export function oneLetterApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const start = commonStart(one, other);
  const [mine, theirs] = [one.slice(start), other.slice(start)];
  if (mine.length !== theirs.length) return mine.slice(1) === theirs || theirs.slice(1) === mine;
  const exchanged = `${mine.charAt(1)}${mine.charAt(0)}${mine.slice(2)}`;
  return mine.slice(1) === theirs.slice(1) || (mine.length > 1 && exchanged === theirs);
}

function commonStart(one: string, other: string): number {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  return start;
}
