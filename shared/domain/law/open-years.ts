import { civilDateSchema, yearOf, type CivilDate } from '../time.ts';
import type { Law } from './law.ts';

/** Years from the earliest to the last of the days whose notice of rest days isn't in yet: days counted in them may move. */
export function openYears(law: Law, days: readonly CivilDate[]): number[] {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  return years.filter((year) => isOpen(law, newYear(year)));
}

const newYear = (year: number): CivilDate => civilDateSchema.parse(`${String(year)}-01-01`);

/** An office's own list stands for the whole year, from whatever day on it was set. */
function isOpen(law: Law, day: CivilDate): boolean {
  const key = `restDays.${String(yearOf(day))}`;
  if (law.ownRows.some((row) => row.key === key)) return false;
  const value = law.figureOn(key, day)?.value;
  return typeof value !== 'object' || !('rest' in value) || value.open === true;
}

/** Years whose rest days somebody should enter now: this one, and the next from the day that `deadline.restDays` sets. */
export function restDaysWanted(law: Law, today: CivilDate): number[] {
  const from = law.text('deadline.restDays', today).value;
  const isTime = today.slice('2001-'.length) >= from;
  return openYears(law, isTime ? [today, newYear(yearOf(today) + 1)] : [today]);
}
