import { figure, row } from './rows.ts';

type Days = Readonly<Record<string, readonly string[]>>;

/** Days on which offices rest (Labour Code, Art. 112; the Government's yearly notice for Tết and days in lieu). */
function year(
  number: number,
  confidence: 'secondary' | 'memory',
  rest: Days,
  work: Days = {},
  open: { readonly open?: true } = {},
): ReturnType<typeof figure> {
  const days = (named: Days) =>
    Object.entries(named).flatMap(([name, list]) => list.map((day) => ({ day: `${number}-${day}`, name })));
  return figure(
    `restDays.${number}`,
    'restDays',
    { vi: `Ngày nghỉ và ngày làm bù năm ${number}`, en: `Days of rest and days made up for in ${number}` },
    row(
      [`${number}-01-01`, `${number}-12-31`],
      { rest: days(rest), work: days(work), ...open },
      confidence,
      number < 2021 ? ['BLLD-2012', 'Điều 115'] : ['BLLD-2019', 'Điều 112'],
    ),
  );
}

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const kings = 'Giỗ Tổ Hùng Vương';
const april = 'Ngày Chiến thắng, Ngày Quốc tế lao động';
const national = 'Quốc khánh';
const swapped = 'Làm bù';

/** Years of the first seasons, and those that clocks of old cases run through. An office enters each new year's notice. */
export const restDays: readonly unknown[] = [
  year(2017, 'memory', {
    [newYear]: ['01-02'],
    [tet]: ['01-26', '01-27', '01-30', '01-31', '02-01'],
    [kings]: ['04-06'],
    [april]: ['05-01', '05-02'],
    [national]: ['09-04'],
  }),
  year(2018, 'memory', {
    [newYear]: ['01-01'],
    [tet]: ['02-14', '02-15', '02-16', '02-19', '02-20'],
    [kings]: ['04-25'],
    [april]: ['04-30', '05-01'],
    [national]: ['09-03'],
  }),
  year(
    2019,
    'memory',
    {
      [newYear]: ['01-01'],
      [tet]: ['02-04', '02-05', '02-06', '02-07', '02-08'],
      [kings]: ['04-15'],
      [april]: ['04-29', '04-30', '05-01'],
      [national]: ['09-02'],
    },
    { [swapped]: ['05-04'] },
  ),
  year(2020, 'secondary', {
    [newYear]: ['01-01'],
    [tet]: ['01-23', '01-24', '01-27', '01-28', '01-29'],
    [kings]: ['04-02'],
    [april]: ['04-30', '05-01'],
    [national]: ['09-02'],
  }),
  year(2021, 'secondary', {
    [newYear]: ['01-01'],
    [tet]: ['02-10', '02-11', '02-12', '02-15', '02-16'],
    [kings]: ['04-21'],
    [april]: ['04-30', '05-03'],
    [national]: ['09-02', '09-03'],
  }),
  year(2022, 'memory', {
    [newYear]: ['01-03'],
    [tet]: ['01-31', '02-01', '02-02', '02-03', '02-04'],
    [kings]: ['04-11'],
    [april]: ['05-02', '05-03'],
    [national]: ['09-01', '09-02'],
  }),
  year(2023, 'memory', {
    [newYear]: ['01-02'],
    [tet]: ['01-20', '01-23', '01-24', '01-25', '01-26'],
    [kings]: ['05-02'],
    [april]: ['05-01', '05-03'],
    [national]: ['09-01', '09-04'],
  }),
  year(
    2024,
    'memory',
    {
      [newYear]: ['01-01'],
      [tet]: ['02-08', '02-09', '02-12', '02-13', '02-14'],
      [kings]: ['04-18'],
      [april]: ['04-29', '04-30', '05-01'],
      [national]: ['09-02', '09-03'],
    },
    { [swapped]: ['05-04'] },
  ),
  year(
    2025,
    'memory',
    {
      [newYear]: ['01-01'],
      [tet]: ['01-27', '01-28', '01-29', '01-30', '01-31'],
      [kings]: ['04-07'],
      [april]: ['04-30', '05-01', '05-02'],
      [national]: ['09-01', '09-02'],
    },
    { [swapped]: ['04-26'] },
  ),
  year(
    2026,
    'secondary',
    {
      [newYear]: ['01-01'],
      [tet]: ['02-16', '02-17', '02-18', '02-19', '02-20'],
      [kings]: ['04-27'],
      [april]: ['04-30', '05-01'],
      [national]: ['09-01', '09-02'],
    },
    { 'Làm bù nghỉ Quốc khánh': ['08-22'] },
  ),
  // Only what the Labour Code fixes by the solar calendar: Tết, the Kings' day and days in lieu come with the year's notice.
  ...Array.from({ length: 14 }, (_, n) =>
    year(
      2027 + n,
      'memory',
      { [newYear]: ['01-01'], [april]: ['04-30', '05-01'], [national]: ['09-02'] },
      {},
      { open: true },
    ),
  ),
];
