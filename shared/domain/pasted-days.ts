import { addMonths } from './months.ts';
import { addDays, civilDateSchema, yearOf, type CivilDate } from './time.ts';

/**
 * A day as people write it in tables: `20/12/2019`, `20-12-2019`, `20.12.2019`, `2019-12-20`; a month or a year means its first
 * or its last day. A number of five digits is a day as spreadsheets keep it.
 * @returns undefined for an empty cell; what isn't a day is passed on for the schema to refuse
 */
export function pastedDay(cell: string, which: 'first' | 'last'): string | undefined {
  const text = cell.replace(/^(?:ngày|tháng|năm)\s+/i, '').trim();
  if (text === '') return undefined;
  const whole = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (whole !== null) return dayOf(whole[3], whole[2], whole[1]);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) return edge(dayOf(month[2], month[1], '1'), which === 'first' ? undefined : 1);
  if (serial.test(text)) return dayOfSerial(text);
  if (/^\d{4}$/.test(text)) return which === 'first' ? `${text}-01-01` : `${text}-12-31`;
  return text;
}

/** Of a cell that nobody formatted as a day: days since 30/12/1899, from 1927 to 2173. @see ECMA-376 Part 1, 18.17.4.1 */
const serial = /^\d{5}$/;
const dayOfSerial = (text: string): CivilDate => addDays(civilDateSchema.parse('1899-12-30'), Number(text));

const dayOf = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function edge(first: string, months: number | undefined): string {
  const day: CivilDate | undefined = civilDateSchema.safeParse(first).data;
  return months === undefined || day === undefined ? first : addDays(addMonths(day, months), -1);
}

/** The year of a birth: `1958`, or of a day. @returns undefined for an empty cell, NaN for what is no year */
export function pastedYear(cell: string): number | undefined {
  if (cell === '') return undefined;
  if (serial.test(cell)) return yearOf(dayOfSerial(cell));
  const year = /^(?:.*[/.-])?(\d{4})$/.exec(cell)?.[1] ?? /^(\d{4})-\d{2}-\d{2}$/.exec(cell)?.[1];
  return year === undefined ? Number.NaN : Number(year);
}
