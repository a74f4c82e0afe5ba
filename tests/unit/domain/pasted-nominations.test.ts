import { describe, expect, it } from 'vitest';
import { asPasted, pastedTable } from '#shared/domain/pasted-table.ts';
import {
  cellKey,
  readPastedNominations,
  type NominationsSetting,
} from '#shared/domain/pasted-nominations.ts';

const setting: NominationsSetting = {
  forms: [
    { code: 'GK_HUYEN', names: ['Giấy khen của Chủ tịch UBND quận', 'Giấy khen'] },
    { code: 'BK_TINH', names: ['Bằng khen của Chủ tịch UBND thành phố', 'Bằng khen'] },
  ],
  form: 'GK_HUYEN',
  kind: 'individual',
  proposer: 'UBND phường Sở Dầu',
  mended: new Map(),
  leftOut: new Set(),
};

const read = (lines: readonly string[], change: Partial<NominationsSetting> = {}) =>
  readPastedNominations(pastedTable(lines.join('\n')), { ...setting, ...change });

/** As wards send them: the office, a title, a heading in two rows, sections, both kinds of days, old names. */
const ward = [
  'ỦY BAN NHÂN DÂN PHƯỜNG SỞ DẦU\t\t\t\t\t\t',
  'DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2020\t\t\t\t\t\t',
  '\t\t\t\t\t\t',
  'STT\tHọ và tên\tNăm sinh\t\tChức vụ, đơn vị công tác\tThành tích\tGhi chú',
  '\t\tNam\tNữ\t\t\t',
  'I\tTẬP THỂ\t\t\t\t\t',
  '1\tTổ dân phố số 5\t\t\tPhường Sở Dầu\tKhông để xảy ra cháy\t',
  '\t\t\t\t\t\t',
  'II\tCÁ NHÂN\t\t\t\t\t',
  '1\tÔng Nguyễn Văn Hai\t12/03/1961\t\tTổ trưởng tổ dân phố số 5\tBắt trộm\tđã duyệt',
  '2\tBà Lê Thị Ba\t\t1958\tChi hội phụ nữ số 6\tVận động 40 hộ\t',
  '3\tHộ gia đình bà Đỗ Thị Tư\t\t\tTổ dân phố số 7\tHiến đất\t',
];

describe('a list of nominations as a ward writes it', () => {
  it('is understood row by row, with the line that the sheet gives each', () => {
    const { rows, columns, unread } = read(ward);
    expect(rows.map(({ line, row }) => [line, row?.subjectKind, row?.content])).toEqual([
      [
        7,
        'collective',
        { printedName: 'Tổ dân phố số 5', unit: 'Phường Sở Dầu', report: 'Không để xảy ra cháy' },
      ],
      [
        10,
        'individual',
        {
          printedName: 'Nguyễn Văn Hai',
          birthYear: 1961,
          gender: 'male',
          unit: 'Tổ trưởng tổ dân phố số 5',
          report: 'Bắt trộm',
        },
      ],
      [
        11,
        'individual',
        {
          printedName: 'Lê Thị Ba',
          birthYear: 1958,
          gender: 'female',
          unit: 'Chi hội phụ nữ số 6',
          report: 'Vận động 40 hộ',
        },
      ],
      [
        12,
        'household',
        {
          printedName: 'Hộ gia đình bà Đỗ Thị Tư',
          representative: 'Đỗ Thị Tư',
          unit: 'Tổ dân phố số 7',
          report: 'Hiến đất',
        },
      ],
    ]);
    expect(columns).toEqual(['name', 'birthYearMale', 'birthYearFemale', 'unit', 'report']);
    expect(unread).toEqual(['Ghi chú']);
  });

  it('gives to all rows the form and proposer of the page, to those below a title the form that it names', () => {
    const { rows } = read([
      'Họ và tên\tĐơn vị\tHình thức khen thưởng\tNơi đề xuất',
      'Trần Văn A\tTổ 1\t\t',
      'Trần Văn B\tTổ 1\tBằng khen\tCông an phường',
      'B. Bằng khen của Chủ tịch UBND thành phố\t\t\t',
      'Trần Văn C\tTổ 1\t\t',
    ]);
    expect(rows.map(({ row }) => [row?.form, row?.proposer.name])).toEqual([
      ['GK_HUYEN', 'UBND phường Sở Dầu'],
      ['BK_TINH', 'Công an phường'],
      ['BK_TINH', 'UBND phường Sở Dầu'],
    ]);
  });

  it.each([
    ['15/01/2020', '2020-01-15'],
    ['15-1-2020', '2020-01-15'],
    ['2020-01-15', '2020-01-15'],
    ['01/2020', '2020-01-01'],
    ['2020', '2020-01-01'],
  ])('reads the day %s as %s', (cell, day) => {
    const { rows } = read(['Họ tên\tĐơn vị\tTừ ngày', `Trần Văn A\tTổ 1\t${cell}`]);
    expect(rows[0]?.row?.content.achievementFrom).toBe(day);
  });

  it.each([
    ['a name that is missing', '\tTổ 1\t1960\t', 'name', 'empty'],
    ['a unit that is missing', 'Trần Văn A\t\t1960\tx', 'unit', 'empty'],
    ['a year that is none', 'Trần Văn A\tTổ 1\tsáu mươi\t', 'birthYear', 'notAYear'],
    ['a citation that is too long', `Trần Văn A\tTổ 1\t1960\t${'x'.repeat(601)}`, 'citation', 'tooLong'],
  ])('names the cell of %s', (_what, row, column, code) => {
    const [found] = read(['Họ tên\tĐơn vị\tNăm sinh\tNội dung khen', row]).rows;
    expect(found).toMatchObject({ line: 2, row: undefined });
    expect(found?.faults.map((fault) => [fault.column, fault.code])).toEqual([[column, code]]);
  });

  it.each([
    ['Hình thức', 'Huy chương lạ', 'form', 'notOneOf'],
    ['Số định danh', '123', 'idNumber', 'notAnIdNumber'],
    ['Giới tính', 'khác', 'gender', 'notOneOf'],
    ['Loại đối tượng', 'vườn cây', 'kind', 'notOneOf'],
    ['Từ ngày', '31/02/2020', 'achievementFrom', 'notADate'],
  ])('names the cell under %s that says %s', (heading, cell, column, code) => {
    const [found] = read([`Họ tên\tĐơn vị\t${heading}`, `Trần Văn A\tTổ 1\t${cell}`]).rows;
    expect(found?.faults.map((fault) => [fault.column, fault.code])).toEqual([[column, code]]);
  });

  it('takes a cell that was typed anew, and leaves out a row that nobody wants', () => {
    const lines = ['Họ tên\tĐơn vị\tNăm sinh', 'Trần Văn A\tTổ 1\t196x', 'Trần Văn B\t\t1960'];
    const mended = new Map([[cellKey(2, 'birthYear'), '1965']]);
    const { rows } = read(lines, { mended, leftOut: new Set([3]) });
    expect(rows.map(({ line, row }) => [line, row?.content.birthYear])).toEqual([[2, 1965]]);
  });

  it('reads the heading that a printed list repeats on each page once', () => {
    const heading = 'STT\tHọ tên\tĐơn vị';
    const { rows } = read([heading, '1\tTrần Văn A\tTổ 1', heading, '2\tTrần Văn B\tTổ 2']);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('joins letters and marks that were typed apart', () => {
    const { rows } = read(['Họ tên\tĐơn vị', `${'Nguyễn Thị Sáu'.normalize('NFD')}\tTổ 1`]);
    expect(rows[0]?.row?.content.printedName).toBe('Nguyễn Thị Sáu'.normalize('NFC'));
  });
});

describe('a table as text', () => {
  it('is the same table again, with empty rows, tabs, quotes and lines within cells', () => {
    const table = [['a, b'], [''], ['một "hai"', 'ba\nbốn', 'năm\tsáu'], ['', 'x; y']];
    const width = (row: readonly string[]) => row.join('|').replace(/\|+$/, '');
    expect(pastedTable(asPasted(table)).map(width)).toEqual(table.map(width));
  });
});

describe('days as spreadsheets keep them', () => {
  it.each([
    ['43831', '2020-01-01'],
    ['43890', '2020-02-29'],
    ['10000', '1927-05-18'],
  ])('%s is %s, and so is the year of a birth', (cell, day) => {
    const { rows } = read(['Họ tên\tĐơn vị\tNăm sinh\tTừ ngày', `Trần Văn A\tTổ 1\t${cell}\t${cell}`]);
    expect(rows[0]?.row?.content).toMatchObject({ achievementFrom: day, birthYear: Number(day.slice(0, 4)) });
  });
});

describe('what a column is called', () => {
  it('is kept in the words of the list, as faults name it', () => {
    const { heads } = read(['TT\tHọ và tên (*)\tNăm sinh\t\tĐơn vị', '\t\tNam\tNữ\t', '1\tA\t1960\t\tTổ 1']);
    expect([...heads]).toEqual([
      ['name', 'Họ và tên (*)'],
      ['birthYearMale', 'Năm sinh Nam'],
      ['birthYearFemale', 'Năm sinh Nữ'],
      ['unit', 'Đơn vị'],
    ]);
  });

  it.each([
    [
      'Chức vụ, đơn vị công tác',
      'Tổ trưởng, Tổ dân phố số 5, phường Sở Dầu',
      'Tổ trưởng',
      'Tổ dân phố số 5, phường Sở Dầu',
    ],
    ['Đơn vị công tác', 'Tổ trưởng, Tổ dân phố số 5', undefined, 'Tổ trưởng, Tổ dân phố số 5'],
  ])('under %s, %s has the title %s', (heading, cell, title, unit) => {
    const { rows } = read([`Họ tên\t${heading}`, `Trần Văn A\t${cell}`]);
    expect(rows[0]?.row?.content).toEqual({ printedName: 'Trần Văn A', unit, ...(title && { title }) });
  });
});
