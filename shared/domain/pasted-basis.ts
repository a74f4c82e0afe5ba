import type { CommendationType } from './rules/facts.ts';
import { folded } from './text.ts';

const words: Readonly<Record<CommendationType, string>> = {
  unexpected: 'đột xuất',
  thematic: 'chuyên đề',
  merit: 'công trạng',
  service: 'cống hiến',
};
const types = Object.entries(words);

/**
 * An earlier commendation given as a ground, on a line: `12/QĐ-UBND; đột xuất`; the type may be left out. Another word than
 * those four is passed on for the schema to refuse.
 */
export function readBasis(line: string): { readonly number: string; readonly type?: string } {
  const [number = '', said = ''] = line.split(';').map((part) => part.trim());
  if (said === '') return { number };
  const found = types.find(([type, word]) => type === said || folded(said).includes(folded(word)));
  return { number, type: found?.[0] ?? said };
}

/** The line that says it. */
export const basisLine = ({
  number,
  type,
}: {
  readonly number: string;
  readonly type?: CommendationType | undefined;
}): string => (type === undefined ? number : `${number}; ${words[type]}`);
