import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  at,
  civilDateSchema,
  dayOf,
  epochMs,
  formatDay,
  formatTimeOfDay,
  instantOf,
  instantSchema,
  weekday,
  yearOf,
} from '#shared/domain/time.ts';
import { day } from './samples.ts';

const instant = (text: string) => instantSchema.parse(text);
const anyDay = fc
  .date({
    min: new Date('1975-05-01T00:00:00.000Z'),
    max: new Date('2100-12-31T00:00:00.000Z'),
    noInvalidDate: true,
  })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a civil date', () => {
  it.each(['2020-02-29', '2000-02-29', '2020-12-31', '1999-01-01'])('may be %s', (text) => {
    expect(civilDateSchema.safeParse(text).success).toBe(true);
  });

  it.each([
    ['a day that no month has', '2020-02-30'],
    ['29 February of a year that is no leap year', '2021-02-29'],
    ['29 February of a century', '1900-02-29'],
    ['a thirteenth month', '2020-13-01'],
    ['a day zero', '2020-10-00'],
    ['another order', '05/10/2020'],
    ['missing zeros', '2020-1-5'],
    ['a time behind it', '2020-10-05T00:00:00Z'],
    ['blanks', ' 2020-10-05'],
    ['nothing', ''],
  ])('is never %s', (_what, text) => {
    expect(civilDateSchema.safeParse(text).success).toBe(false);
  });

  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2021-01-01', -1, '2020-12-31'],
    ['2020-10-05', 0, '2020-10-05'],
    ['2020-03-01', -366, '2019-03-01'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
  });

  it('comes back when as many days are taken as were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        expect(addDays(addDays(from, count), -count)).toBe(from);
        expect((weekday(from) + (((count % 7) + 7) % 7)) % 7).toBe(weekday(addDays(from, count)));
      }),
    );
  });

  it('knows its weekday, its year and how officials write it', () => {
    expect(weekday(day('2020-10-04'))).toBe(0);
    expect(weekday(day('2020-10-05'))).toBe(1);
    expect(weekday(day('2020-10-10'))).toBe(6);
    expect(yearOf(day('2020-12-29'))).toBe(2020);
    expect(formatDay(day('2020-12-29'))).toBe('29/12/2020');
    expect(formatTimeOfDay(instant('2020-12-29T17:05:59.999Z'))).toBe('00:05');
  });
});

describe('the day in Vietnam', () => {
  it.each([
    ['2020-10-05T16:59:59.999Z', '2020-10-05'],
    ['2020-10-05T17:00:00.000Z', '2020-10-06'],
    ['2020-10-05T00:00:00.000Z', '2020-10-05'],
    ['2020-02-28T17:00:00.000Z', '2020-02-29'],
    ['2020-12-31T17:00:00.000Z', '2021-01-01'],
    ['2025-06-30T16:59:59.999Z', '2025-06-30'],
  ])('at %s is %s', (moment, expected) => {
    expect(dayOf(instant(moment))).toBe(expected);
  });

  it('begins at midnight and shows every hour of the office’s clock', () => {
    expect(at(day('2020-10-05'), 0)).toBe('2020-10-04T17:00:00.000Z');
    expect(at(day('2020-10-05'), 8)).toBe('2020-10-05T01:00:00.000Z');
    expect(at(day('2020-10-05'), 24)).toBe('2020-10-05T17:00:00.000Z');
  });

  it('holds every instant between its midnight and the next', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399_999 }), (one, ms) => {
        expect(dayOf(instantOf(epochMs(at(one, 0)) + ms))).toBe(one);
      }),
    );
  });

  it.each(['2020-10-05', '2020-10-05T02:00:00Z', '2020-10-05T09:00:00.000+07:00', 'now'])(
    'is never told from %s',
    (text) => {
      expect(instantSchema.safeParse(text).success).toBe(false);
    },
  );
});
