import { z } from 'zod';

const civilDatePattern = /^\d{4}-\d{2}-\d{2}$/;

function isCalendarDay(text: string): boolean {
  if (!civilDatePattern.test(text)) return false;
  // 30 February is read as a day of March.
  return new Date(`${text}T00:00:00.000Z`).getUTCDate() === Number(text.slice(8));
}

/** A real day of the calendar as people mean it in Asia/Ho_Chi_Minh: `YYYY-MM-DD`; `2020-02-30` is none. */
export const civilDateSchema = z.string().refine(isCalendarDay, { error: 'notADate' }).brand('CivilDate');
export type CivilDate = z.infer<typeof civilDateSchema>;

/** A moment: ISO 8601 in UTC with milliseconds, `2020-12-29T01:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand('Instant');
export type Instant = z.infer<typeof instantSchema>;

const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** Vietnam keeps UTC+7 all the year since 1975, so a fixed offset is exact for every day this system knows. */
export function dayOf(instant: Instant): CivilDate {
  return civilDateOf(Date.parse(instant) + offsetMs);
}

/** The instant at which the office's clock shows `hour`:00 on that day. */
export function at(day: CivilDate, hour: number): Instant {
  return instantOf(Date.parse(`${day}T00:00:00.000Z`) - offsetMs + hour * 3_600_000);
}

/** @throws RangeError beyond the years 0 to 9999 */
export function instantOf(epochMs: number): Instant {
  const text = new Date(epochMs).toISOString();
  if (!isOfFourDigitYear(text)) throw new RangeError(`${text} is beyond the years that are kept`);
  return text;
}

/** The first ten signs of what toISOString says: beyond the years of four digits it begins with a sign. */
const isDay = (text: string): text is CivilDate => !text.startsWith('+') && !text.startsWith('-');

// What toISOString says needs no other look.
function isOfFourDigitYear(text: string): text is Instant {
  return text.length === '2020-12-29T01:00:00.000Z'.length;
}

export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return civilDateOf(Date.parse(day) + days * dayMs);
}

function civilDateOf(utcMs: number): CivilDate {
  const text = new Date(utcMs).toISOString().slice(0, 10);
  if (!isDay(text)) throw new RangeError(`${text} is no day that is kept`);
  return text;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: CivilDate): number {
  // 1 January 1970 was a Thursday. Calendars ask this thousands of times a page: no Date is made for it.
  return (((Date.parse(day) / dayMs + 4) % 7) + 7) % 7;
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** `08:30`: what the office's clock shows at that moment. */
export const formatTimeOfDay = (instant: Instant): string =>
  new Date(epochMs(instant) + offsetMs).toISOString().slice(11, 16);

/** `29/12/2020`, as officials write it. */
export function formatDay(day: CivilDate): string {
  const [year, month, date] = day.split('-');
  return `${date ?? ''}/${month ?? ''}/${year ?? ''}`;
}
