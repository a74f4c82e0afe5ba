import { addDays, weekday, type CivilDate } from './time.ts';

/** Days on which offices rest beside Saturday and Sunday, and weekend days made up for (work goes on). */
export interface Calendar {
  readonly holidays: ReadonlySet<CivilDate>;
  readonly makeUpDays: ReadonlySet<CivilDate>;
}

export function isWorkingDay(calendar: Calendar, day: CivilDate): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !calendar.holidays.has(day);
}

/** The day `count` working days after `from`; the day of the event doesn't count (Civil Code 2015, Art. 147.2). */
export function addWorkingDays(calendar: Calendar, from: CivilDate, count: number): CivilDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** The last working day that is `count` working days before `day`. */
export function subtractWorkingDays(calendar: Calendar, day: CivilDate, count: number): CivilDate {
  let result = day;
  for (let left = count; left > 0;) {
    result = addDays(result, -1);
    if (isWorkingDay(calendar, result)) left -= 1;
  }
  return result;
}
