import { civilDateSchema, type CivilDate } from './time.ts';

const monthsOf = (day: CivilDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const dateOf = (day: CivilDate): number => Number(day.slice(8));

/** So many months later on the same date, or on the last day of a month that has none (Civil Code 2015, Art. 147, 148). */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const month = monthsOf(day) + months;
  const first = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  for (let date = dateOf(day); date >= 28; date -= 1) {
    const found = civilDateSchema.safeParse(`${first}-${String(date)}`);
    if (found.success) return found.data;
  }
  return civilDateSchema.parse(`${first}-${String(dateOf(day)).padStart(2, '0')}`);
}

/** Whole months from one day up to another; 0 when it isn't later. */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const months = monthsOf(to) - monthsOf(from);
  return addMonths(from, months) <= to ? months : months - 1;
}
