/**
 * Input as it is kept: Unicode NFC, no control characters, single spaces, trimmed. Line breaks stay in long texts.
 * Composed last: what was taken out may have stood between a letter and its mark.
 */
export function tidyLine(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .normalize('NFC')
    .trim();
}

/**
 * Letters of other scripts that nobody can tell from ours, small or as capitals: a text in which some stand for ours is found
 * all the same. https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const alike = new Map(
  [
    'аa',
    'вb',
    'еe',
    'кk',
    'мm',
    'нh',
    'оo',
    'рp',
    'сc',
    'тt',
    'уy',
    'хx',
    'іi',
    'јj',
    'ѕs',
    'ԁd',
    'һh',
    'ԛq',
    'ԝw',
  ]
    .concat(['αa', 'ɑa', 'ιi', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'օo'])
    .map(([other = '', ours = '']) => [other, ours]),
);
const lookingAlike = new RegExp(`[${[...alike.keys()].join('')}]`, 'gu');

/** For matching and search: lower case without diacritics, `đ` (or an eth typed for it) as `d`; "Hòa" and "hoà" fold alike. */
export function folded(text: string): string {
  return tidyLine(text)
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(lookingAlike, (letter) => alike.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

let collator: Intl.Collator | undefined;

/** Official lists sort by given name with its tone, then family name, then middle names. */
export function compareNames(one: string, other: string): number {
  // Making one takes longer than most of what a program does before it can answer.
  collator ??= new Intl.Collator('vi');
  const [mine, theirs] = [sortKeys(one), sortKeys(other)];
  return (
    collator.compare(mine.given, theirs.given) ||
    collator.compare(mine.family, theirs.family) ||
    collator.compare(mine.middle, theirs.middle)
  );
}

function sortKeys(name: string): { given: string; family: string; middle: string } {
  const words = tidyLine(name).split(' ');
  return {
    given: words.at(-1) ?? '',
    family: words.slice(0, -1)[0] ?? '',
    middle: words.slice(1, -1).join(' '),
  };
}

/** `Phường Sở Dầu` as an area's name, `phường Sở Dầu` in the name of its office. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
