import type { SheetCell } from './office-files.ts';

/** Invented people: family, middle and given names in turn. */
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Vũ', 'Hoàng', 'Bùi', 'Đặng', 'Phan', 'Ngô'];
const middle = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Hữu', 'Thanh', 'Minh'];
const given = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Hạnh',
  'Hưng',
  'Khánh',
  'Liên',
  'Mạnh',
  'Nga',
  'Quý',
  'Sáu',
  'Thủy',
];
/** The years of birth that a group has not. */
const blank = [undefined, undefined];
const pick = (names: readonly string[], place: number): string => names[place % names.length] ?? '';
const nameOf = (place: number): string =>
  [pick(family, place), pick(middle, place * 3), pick(given, place * 5)].join(' ');

export interface WardList {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merged: readonly string[];
  /** Rows of the sheet, from 1, that somebody must mend, and the head of the cell that is wrong. */
  readonly wrong: readonly (readonly [line: number, head: string])[];
  readonly subjects: number;
}

const columns = [
  ...['STT', 'Họ và tên, tên tập thể', 'Năm sinh', '', 'Chức vụ, đơn vị công tác (hoặc nơi cư trú)'],
  ...['Thời gian lập thành tích', '', 'Tóm tắt thành tích', 'Hình thức khen thưởng', 'Số CCCD', 'Ghi chú'],
];
const below = ['', '', 'Nam', 'Nữ', '', 'Từ ngày', 'Đến ngày'];

/**
 * A list of 170 as a ward sends it: the office and a title above a heading over two rows, sections, an empty row, days as text
 * and as Excel keeps them, letters and marks apart, honorifics, spaces, units over several rows, an old name of the ward.
 */
export function wardList(): WardList {
  const rows: SheetCell[][] = [
    ['ỦY BAN NHÂN DÂN', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['PHƯỜNG SỞ DẦU', '', '', '', 'Độc lập - Tự do - Hạnh phúc'],
    [],
    ['DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG\nPhong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2020'],
    ['(Kèm theo Tờ trình số      /TTr-UBND)'],
    [],
    columns,
    below,
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  ];
  const merged = [
    'A4:K4',
    'A5:K5',
    'A7:A8',
    'B7:B8',
    'C7:D7',
    'E7:E8',
    'F7:G7',
    'H7:H8',
    'I7:I8',
    'J7:J8',
    'K7:K8',
  ];
  rows.push(['I', 'TẬP THỂ (20)']);
  for (let place = 1; place <= 20; place += 1)
    rows.push([
      place,
      `Tổ dân phố số ${String(place)}`,
      ...blank,
      'Phường Sở Dầu',
      ...span(place),
      'Không để xảy ra cháy, nổ.',
    ]);
  rows.push([], ['II', 'CÁ NHÂN (130)']);
  merged.push(`E${String(rows.length + 1)}:E${String(rows.length + 3)}`);
  for (let place = 1; place <= 130; place += 1) rows.push(person(place));
  rows.push(['III', 'HỘ GIA ĐÌNH (20)']);
  for (let place = 1; place <= 20; place += 1)
    rows.push([
      place,
      `Hộ ông ${nameOf(place * 7)}`,
      ...blank,
      `Tổ dân phố số ${String(place)}`,
      ...span(place),
      'Hiến đất mở rộng ngõ.',
    ]);
  rows.push(
    [],
    ['', '', '', '', '', '', '', 'TM. ỦY BAN NHÂN DÂN'],
    ['', '', '', '', '', '', '', 'KT. CHỦ TỊCH'],
  );
  return { rows, merged, wrong: spoilt(rows), subjects: 170 };
}

const span = (place: number): SheetCell[] =>
  place % 2 === 0 ? [{ serial: 43800 + place }, { serial: 44100 + place }] : ['01/12/2019', '30/09/2020'];

function person(place: number): SheetCell[] {
  const woman = pick(middle, place * 3) === 'Thị';
  const name = `${woman ? 'Bà' : 'Ông'}  ${nameOf(place)} `;
  const born = [1950 + (place % 45), `12/03/${String(1950 + (place % 45))}`, { serial: 20000 + place * 9 }][
    place % 3
  ];
  // Merged with the two rows below.
  const unit = place === 2 || place === 3 ? undefined : `Tổ trưởng, Tổ dân phố số ${String(place % 30)}`;
  return [
    ...[place, place % 5 === 0 ? name.normalize('NFD') : name],
    ...(woman ? [undefined, born] : [born, undefined]),
    ...[unit, ...span(place), `Báo tin, giúp Công an bắt giữ ${String(place)} đối tượng.`],
    ...[place % 10 === 0 ? 'Giấy khen' : undefined, `000${String(100000000 + place)}`, 'cũ: xã Sở Dầu'],
  ];
}

/** Writes into the list what somebody mistypes. */
function spoilt(rows: SheetCell[][]): WardList['wrong'] {
  const mistakes = [
    [40, 5, '31/02/2020', 'Thời gian lập thành tích Từ ngày'],
    [50, 9, '12345', 'Số CCCD'],
    [60, 1, undefined, 'Họ và tên, tên tập thể'],
    [70, 8, 'Huân chương Sao sáng', 'Hình thức khen thưởng'],
    [80, 4, undefined, 'Chức vụ, đơn vị công tác (hoặc nơi cư trú)'],
  ] as const;
  return mistakes.map(([line, column, cell, head]) => {
    const row = rows[line - 1];
    if (row !== undefined) row[column] = cell;
    return [line, head] as const;
  });
}
