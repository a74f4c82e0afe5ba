import { describe, expect, it } from 'vitest';
import { readPastedAwards } from '#shared/domain/pasted-awards.ts';
import { pastedDay, pastedYear } from '#shared/domain/pasted-days.ts';

const setting = {
  forms: [
    { code: 'GK_HUYEN', names: ['Giấy khen của Chủ tịch UBND quận, huyện', 'Giấy khen'] },
    { code: 'GK_XA', names: ['Giấy khen của Chủ tịch UBND xã, phường, đặc khu'] },
  ],
  form: 'GK_HUYEN',
  kind: 'individual',
} as const;
const read = (...lines: readonly string[]) => readPastedAwards(lines.join('\n'), setting);

describe('a pasted list of awards', () => {
  it('is read as it stands in a decision: titles, a heading, parts by kind', () => {
    const { rows, skipped } = read(
      'DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN\t\t\t',
      'STT\tHọ và tên\tNăm sinh\tĐơn vị\tThành tích từ\tThành tích đến',
      'I\tTẬP THỂ\t\t',
      '1\tTổ dân phố số 5\t\tPhường Sở Dầu\t12/2018\t9/2019',
      'II\tCÁ NHÂN\t\t',
      '1\tNguyễn Thị Sáu\t20/10/1958\tTổ 5\t01/12/2018\t30-09-2019',
    );
    expect(skipped).toHaveLength(3);
    expect(rows.map(({ row }) => row)).toEqual([
      {
        name: 'Tổ dân phố số 5',
        kind: 'collective',
        unit: 'Phường Sở Dầu',
        form: 'GK_HUYEN',
        achievementFrom: '2018-12-01',
        achievementTo: '2019-09-30',
      },
      {
        name: 'Nguyễn Thị Sáu',
        birthYear: 1958,
        kind: 'individual',
        unit: 'Tổ 5',
        form: 'GK_HUYEN',
        achievementFrom: '2018-12-01',
        achievementTo: '2019-09-30',
      },
    ]);
  });

  it('needs no heading', () => {
    const { rows } = read(
      'Lê Văn Hai\t1970\tTổ 6\tGiấy khen của Chủ tịch UBND xã, phường, đặc khu\t2018\t2019',
    );
    expect(rows[0]?.row).toMatchObject({
      form: 'GK_XA',
      achievementFrom: '2018-01-01',
      achievementTo: '2019-12-31',
    });
  });

  it.each([
    ['no name', '\t1970\tTổ 6', 'name', 'empty'],
    ['no unit', 'Lê Văn Hai\t1970\t', 'unit', 'empty'],
    ['a year that is none', 'Lê Văn Hai\tkhông rõ\tTổ 6', 'birthYear', 'notAYear'],
    ['a form that nobody knows', 'Lê Văn Hai\t1970\tTổ 6\tHuy hiệu', 'form', 'unknownForm'],
    ['a day that is none', 'Lê Văn Hai\t1970\tTổ 6\t\t30/02/2019', 'achievementFrom', 'notADate'],
    [
      'days the wrong way round',
      'Lê Văn Hai\t1970\tTổ 6\t\t01/05/2019\t01/04/2019',
      'achievementTo',
      'beforeStart',
    ],
  ])('says of which cell something is wrong: %s', (_what, line, column, code) => {
    const [row] = read(line).rows;
    expect(row?.row).toBeUndefined();
    expect(row?.faults).toMatchObject([{ column, code }]);
  });

  it('takes three hundred rows, and says how many are left', () => {
    const lines = Array.from({ length: 302 }, (_, index) => `Người ${String(index)}\t1970\tTổ 6`);
    const { rows, left } = read(...lines);
    expect([rows.length, left]).toEqual([300, 2]);
  });
});

it.each([
  ['5/3/2020', 'first', '2020-03-05'],
  ['05.03.2020', 'last', '2020-03-05'],
  ['2020-03-05', 'first', '2020-03-05'],
  ['2/2020', 'last', '2020-02-29'],
  ['02-2021', 'first', '2021-02-01'],
  ['năm 2020', 'last', '2020-12-31'],
  ['', 'first', undefined],
  ['hôm qua', 'first', 'hôm qua'],
] as const)('a day written %s (%s)', (cell, which, day) => {
  expect(pastedDay(cell, which)).toBe(day);
});

it.each([
  ['1958', 1958],
  ['20/10/1958', 1958],
  ['1958-10-20', 1958],
  ['', undefined],
  ['58', Number.NaN],
])('a year of birth written %s', (cell, year) => {
  expect(pastedYear(cell)).toBe(year);
});
