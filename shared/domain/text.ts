/** Input as it is kept: Unicode NFC, no control characters, single spaces, trimmed. Line breaks stay in long texts. */
export function tidyLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim();
}

/** For matching and search: lower case without diacritics, `đ` as `d`; "Hòa" and "hoà" fold alike. */
export function folded(text: string): string {
  return tidyLine(text)
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

const collator = new Intl.Collator('vi');

/** Official lists sort by given name, then family name, then middle names. */
export function compareNames(one: string, other: string): number {
  return collator.compare(sortKey(one), sortKey(other));
}

function sortKey(name: string): string {
  const words = tidyLine(name).split(' ');
  const given = words.at(-1) ?? '';
  return [given, words[0] ?? '', ...words.slice(1, -1)].join(' ');
}
