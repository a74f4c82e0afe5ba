import { folded } from '../text.ts';

/** Words of a text as they are compared: folded, without punctuation. */
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Runs of so many words, each beginning one word after the last; a shorter text is one run. */
export function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  if (words.length <= length) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}

/** Of a hundred: how much of the shorter text stands in the other, in runs of so many words. 0 where one says nothing. */
export function textLikeness(one: string, other: string, run: number): number {
  const [mine, theirs] = [new Set(runsOf(one, run)), new Set(runsOf(other, run))];
  const shorter = Math.min(mine.size, theirs.size);
  return shorter === 0 ? 0 : (100 * mine.intersection(theirs).size) / shorter;
}

/**
 * Of a hundred: how much of the likest stretch of so many words stands in the other text too, wherever its paragraphs
 * break. A changed name leaves it high; a text shorter than the stretch can't reach a hundred.
 */
export function likestStretch(text: string, other: string, run: number, stretch: number): number {
  const theirs = new Set(runsOf(other, run));
  const found = runsOf(text, run).map((words) => (theirs.has(words) ? 1 : 0));
  const width = Math.max(1, stretch - run + 1);
  let [sum, most] = [0, 0];
  for (const [index, mark] of found.entries()) {
    sum += mark - (found[index - width] ?? 0);
    most = Math.max(most, sum);
  }
  return (100 * most) / width;
}

interface Named {
  readonly name: string;
  readonly birthYear?: number | undefined;
  readonly unit: string;
}

/** `near`: the same name, and nothing that tells them apart, but nothing that ties them together either. */
export type SubjectLikeness = 'likely' | 'near' | 'other';

/** By folded name, then birth year where both are known, then unit. */
export function subjectLikeness(one: Named, other: Named): SubjectLikeness {
  if (folded(one.name) !== folded(other.name)) return 'other';
  const years = [one.birthYear, other.birthYear].filter((year) => year !== undefined);
  if (years.length === 2) return years[0] === years[1] ? 'likely' : 'other';
  return folded(one.unit) === folded(other.unit) ? 'likely' : 'near';
}
