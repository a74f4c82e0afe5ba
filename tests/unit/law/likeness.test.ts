import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likestStretch, subjectLikeness, textLikeness } from '#shared/domain/rules/likeness.ts';

const word = fc.stringMatching(/^[a-z]{3,6}$/);
const words = (min: number, max: number) => fc.array(word, { minLength: min, maxLength: max });
const upTo100 = (value: number): void => {
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(100);
};

describe('two texts', () => {
  it.each([
    ['không dấu và dấu câu khác', 'Tổ tuần tra, số 3 Hòa Thọ.', 'To tuan tra so 3 Hoà Thọ', 100],
    ['không có từ chung', 'Tập huấn chữa cháy cho dân', 'Lắp loa báo động ngoài ngõ', 0],
    ['một bên để trống', '', 'Lắp loa báo động', 0],
    ['văn bản ngắn hơn một chuỗi từ', 'chữa cháy', 'Chữa cháy', 100],
  ])('are as like as they read: %s', (_what, one, other, likeness) => {
    expect(textLikeness(one, other, 3)).toBe(likeness);
  });

  it('are as like one way as the other, wholly like themselves, and never beyond a hundred', () => {
    fc.assert(
      fc.property(words(1, 60), words(1, 60), (mine, theirs) => {
        const [one, other] = [mine.join(' '), theirs.join(' ')];
        expect(textLikeness(one, other, 3)).toBe(textLikeness(other, one, 3));
        expect(textLikeness(one, one, 3)).toBe(100);
        upTo100(textLikeness(one, other, 3));
      }),
    );
  });
});

describe('a copied stretch', () => {
  it('is found wherever it stands in either text, however lines break', () => {
    fc.assert(
      fc.property(words(40, 60), words(0, 80), words(0, 80), (stretch, before, after) => {
        const mine = [...before, ...stretch].join(' ');
        const theirs = [...stretch, ...after].join('\n');
        expect(likestStretch(mine, theirs, 3, 40)).toBe(100);
      }),
    );
  });

  it('stays well above half when one word of it was changed', () => {
    fc.assert(
      fc.property(words(40, 40), fc.nat(39), (stretch, at) => {
        const share = likestStretch(stretch.join(' '), stretch.with(at, 'khác').join(' '), 3, 40);
        expect(share).toBeGreaterThan(80);
        upTo100(share);
      }),
    );
  });

  it('is none where the text is shorter than the stretch', () => {
    expect(likestStretch('Tích cực tham gia phong trào', 'Tích cực tham gia phong trào', 3, 40)).toBeLessThan(
      20,
    );
  });
});

describe('two subjects', () => {
  const yen = { name: 'Trần Thị Yến', birthYear: 1971, unit: 'Phường Khuê Trung' };
  it.each([
    [
      'cùng tên, cùng năm sinh, khác đơn vị',
      { ...yen, name: 'TRAN THI YEN', unit: 'Công an phường' },
      'likely',
    ],
    ['cùng tên, khác năm sinh, cùng đơn vị', { ...yen, birthYear: 1985 }, 'other'],
    ['cùng tên, không rõ năm sinh, cùng đơn vị', { ...yen, birthYear: undefined }, 'likely'],
    ['cùng tên, không rõ năm sinh, khác đơn vị', { name: yen.name, unit: 'An Khê' }, 'near'],
    ['khác tên', { ...yen, name: 'Trần Thị Yên Chi' }, 'other'],
  ] as const)('are told apart or not: %s', (_what, other, likeness) => {
    expect(subjectLikeness(yen, other)).toBe(likeness);
    expect(subjectLikeness(other, yen)).toBe(likeness);
  });
});
