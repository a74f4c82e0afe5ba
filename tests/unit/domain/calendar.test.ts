import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import { day, plainWeeks } from './samples.ts';

const { calendar: office } = law;

const dates = fc.integer({ min: 0, max: 2500 }).map((count) => addDays(day('2020-01-01'), count));

describe('a working day', () => {
  it.each([
    ['a Monday', '2020-10-05', true],
    ['a Friday', '2020-10-09', true],
    ['a Saturday', '2020-10-10', false],
    ['a Sunday', '2020-10-11', false],
    ['New Year', '2020-01-01', false],
    ['the day before Tết', '2020-01-22', true],
    ['Tết, first day off', '2020-01-23', false],
    ['Tết, last day off', '2020-01-29', false],
    ['the day after Tết', '2020-01-30', true],
    ['National Day', '2020-09-02', false],
    ['a Saturday made up for', '2026-08-22', true],
    ['the Monday of the bridge', '2026-08-31', true],
  ])('%s, %s: %s', (_what, date, works) => {
    expect(isWorkingDay(office, day(date))).toBe(works);
  });

  it('may be a holiday that is worked', () => {
    const odd = { holidays: new Set([day('2020-10-05')]), makeUpDays: new Set([day('2020-10-05')]) };
    expect(isWorkingDay(odd, day('2020-10-05'))).toBe(true);
  });
});

describe('counting working days', () => {
  it.each([
    ['the day of the event does not count', '2020-10-05', 1, '2020-10-06'],
    ['a weekend is passed over', '2020-10-09', 1, '2020-10-12'],
    ['from a Saturday', '2020-10-10', 1, '2020-10-12'],
    ['seven days are a week and two', '2020-10-05', 7, '2020-10-14'],
    ['Tết is passed over', '2020-01-22', 1, '2020-01-30'],
    ['a make-up Saturday counts', '2026-08-21', 1, '2026-08-22'],
    ['no days are the day itself', '2020-10-10', 0, '2020-10-10'],
  ])('%s', (_what, from, count, to) => {
    expect(addWorkingDays(office, day(from), count)).toBe(to);
  });

  it.each([
    ['two days before a Monday', '2020-10-12', 2, '2020-10-08'],
    ['two days before a Wednesday', '2020-10-14', 2, '2020-10-12'],
    ['before the end of Tết', '2020-01-30', 1, '2020-01-22'],
  ])('back: %s', (_what, from, count, to) => {
    expect(subtractWorkingDays(office, day(from), count)).toBe(to);
  });

  it('has no days between a day and itself, or an earlier one', () => {
    expect(workingDaysBetween(office, day('2020-10-05'), day('2020-10-05'))).toBe(0);
    expect(workingDaysBetween(office, day('2020-10-05'), day('2020-10-01'))).toBe(0);
  });

  it('counts back what it counted out, and lands on a day of work', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 250 }),
        fc.constantFrom(office, plainWeeks),
        (from, count, cal) => {
          const to = addWorkingDays(cal, from, count);
          expect(isWorkingDay(cal, to)).toBe(true);
          expect(workingDaysBetween(cal, from, to)).toBe(count);
          const back = subtractWorkingDays(cal, to, count);
          expect(isWorkingDay(cal, from) ? back : from).toBe(from);
        },
      ),
    );
  });

  it('is additive', () => {
    const few = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(dates, few, few, (from, one, other) => {
        expect(addWorkingDays(office, addWorkingDays(office, from, one), other)).toBe(
          addWorkingDays(office, from, one + other),
        );
      }),
    );
  });
});
