import { addMonths } from './months.ts';
import { addDays, civilDateSchema, type CivilDate } from './time.ts';

/**
 * A day as people write it in tables: `20/12/2019`, `20-12-2019`, `20.12.2019`, `2019-12-20`; a month or a year means its first
 * or its last day.
 * @returns undefined for an empty cell; what isn't a day is passed on for the schema to refuse
 */
export function pastedDay(cell: string, which: 'first' | 'last'): string | undefined {
  const text = cell.replace(/^(?:ngày|tháng|năm)\s+/i, '').trim();
  if (text === '') return undefined;
  const whole = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (whole !== null) return dayOf(whole[3], whole[2], whole[1]);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) return edge(dayOf(month[2], month[1], '1'), which === 'first' ? undefined : 1);
  if (/^\d{4}$/.test(text)) return which === 'first' ? `${text}-01-01` : `${text}-12-31`;
  return text;
}

const dayOf = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function edge(first: string, months: number | undefined): string {
  const day: CivilDate | undefined = civilDateSchema.safeParse(first).data;
  return months === undefined || day === undefined ? first : addDays(addMonths(day, months), -1);
}

/** The year of a birth: `1958`, or of a day. @returns undefined for an empty cell, NaN for what is no year */
export function pastedYear(cell: string): number | undefined {
  if (cell === '') return undefined;
  const year = /^(?:.*[/.-])?(\d{4})$/.exec(cell)?.[1] ?? /^(\d{4})-\d{2}-\d{2}$/.exec(cell)?.[1];
  return year === undefined ? Number.NaN : Number(year);
}
