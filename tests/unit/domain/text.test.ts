import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, folded, tidyLine, tidyText } from '#shared/domain/text.ts';

const rightToLeft = '\u202e';
const zeroWidth = '\u200b';
const strange = fc.string({
  unit: fc.constantFrom(
    'a',
    'o',
    'đ',
    'Đ',
    '\u0302',
    '\u0301',
    '\u031b',
    ' ',
    '\n',
    '\t',
    zeroWidth,
    rightToLeft,
    '\u0000',
    '\u00ad',
    'ế',
    '\ud800',
    '😀',
  ),
});

describe('a line of text', () => {
  it.each([
    ['composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['trimmed, with single spaces', '  Trần \t Thị\n Hà ', 'Trần Thị Hà'],
    ['without control characters', 'Lê\u0000Văn\u0007', 'Lê Văn'],
    ['without marks that turn its direction', `Lê ${rightToLeft}Văn`, 'Lê Văn'],
    ['without characters nobody sees', `Ng${zeroWidth}uyễn\ufeff`, 'Nguyễn'],
    ['with one space for a hard one', 'Lê\u00a0Văn', 'Lê Văn'],
    ['composed even where something unseen stood between letter and mark', `o${zeroWidth}\u0302`, 'ô'],
    ['without half a character', 'Lê\ud800 Văn', 'Lê Văn'],
    ['empty when nothing is left', ` ${zeroWidth}\n`, ''],
  ])('is kept %s', (_how, typed, kept) => {
    expect(tidyLine(typed)).toBe(kept);
  });

  it('keeps emoji and letters of other languages', () => {
    expect(tidyLine('Y Blă Êban 😀')).toBe('Y Blă Êban 😀');
  });

  it('does not change when it is tidied again', () => {
    fc.assert(
      fc.property(strange, (typed) => {
        const kept = tidyLine(typed);
        expect(tidyLine(kept)).toBe(kept);
        expect(kept.normalize('NFC')).toBe(kept);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a longer text', () => {
  it.each([
    ['its line breaks, as one kind', 'một\r\nhai\rba\nbốn', 'một\nhai\nba\nbốn'],
    ['its tabs and inner spaces', 'a\tb  c', 'a\tb  c'],
    ['nothing that is not seen', `a${zeroWidth}b${rightToLeft}\u0000c`, 'abc'],
    ['composed letters', `e${zeroWidth}\u0302`, 'ê'],
  ])('keeps %s', (_what, typed, kept) => {
    expect(tidyText(typed)).toBe(kept);
  });

  it('does not change when it is tidied again', () => {
    fc.assert(
      fc.property(strange, (typed) => {
        const kept = tidyText(typed);
        expect(tidyText(kept)).toBe(kept);
        expect(kept.normalize('NFC')).toBe(kept);
      }),
    );
  });
});

describe('folding for search', () => {
  it.each([
    ['old and new tone places', 'Hòa', 'hoà'],
    ['old and new tone places of thúy', 'Thuý', 'Thúy'],
    ['đ and d', 'Đặng Thị Đào', 'dang thi dao'],
    ['composed and decomposed', 'Nguyễn', 'Nguye\u0302\u0303n'],
    ['case', 'TRẦN VĂN ƯỚC', 'trần văn ước'],
    ['spaces', 'Lê  Văn', 'Lê Văn'],
    ['an eth typed for a Đ', 'Ðặng', 'Đặng'],
  ])('takes %s as one', (_what, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it('tells different letters apart', () => {
    expect(folded('Tuấn')).toBe('tuan');
    expect(folded('Toàn')).not.toBe(folded('Tuấn'));
  });
});

describe('the order of names on official lists', () => {
  it.each([
    ['by given name first', 'Trần Văn An', 'Bùi Thị Bình'],
    ['by family name where the given names are one', 'Bùi Thị An', 'Trần Văn An'],
    ['by middle names last', 'Trần Thị An', 'Trần Văn An'],
    ['a before ă', 'Lê Lan', 'Lê Lăn'],
    ['ă before â', 'Lê Lăn', 'Lê Lân'],
    ['d before đ', 'Lê Dũng', 'Lê Đức'],
    ['o, ô, ơ', 'Lê Sôn', 'Lê Sơn'],
    ['e before ê', 'Lê Me', 'Lê Mê'],
    ['an untoned name before a toned one, whatever the families', 'Vũ Văn Ha', 'Bùi Văn Hà'],
    ['tones: huyền before nặng, whatever the families', 'Vũ Văn Hà', 'Bùi Văn Hạ'],
  ])('%s', (_how, first, second) => {
    expect(compareNames(first, second)).toBeLessThan(0);
    expect(compareNames(second, first)).toBeGreaterThan(0);
  });

  it('is the same for a name however it was typed', () => {
    expect(compareNames(' Lê  Văn An', 'Lê Văn An')).toBe(0);
    expect(compareNames('An', 'An')).toBe(0);
  });

  it('puts names of one given name together', () => {
    const names = ['Vũ Hạ', 'Trần Hà', 'Bùi Hạ', 'An Hà', 'Đỗ Hà'];
    expect([...names].sort(compareNames)).toEqual(['An Hà', 'Đỗ Hà', 'Trần Hà', 'Bùi Hạ', 'Vũ Hạ']);
  });
});

it('letters of other scripts that look like ours fold alike, so that a copy is found', () => {
  expect(folded('Vận động Тổ dân рhố аn tоàn')).toBe(folded('Vận động Tổ dân phố an toàn'));
});
