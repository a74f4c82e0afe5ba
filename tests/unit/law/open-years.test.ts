import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '#shared/domain/calendar.ts';
import type { Route, RouteStep } from '#shared/domain/case.ts';
import { explainedStepDue } from '#shared/domain/law/explained-step.ts';
import { readClock, type ClockStop } from '#shared/domain/law/clock.ts';
import { explainedDueDay, isProvisional } from '#shared/domain/law/explanation.ts';
import { ownRowSchema } from '#shared/domain/law/figure.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { openYears, restDaysWanted } from '#shared/domain/law/open-years.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string) => civilDateSchema.parse(text);
const law = createLaw(shippedLaw);
const announced = createLaw(shippedLaw, [
  ownRowSchema.parse({
    key: 'restDays.2027',
    validFrom: '2027-02-15',
    validTo: '2027-12-31',
    sources: [{ of: 'BLLD-2019' }],
    confidence: 'confirmed',
    value: { rest: [{ day: '2027-01-01', name: 'Tết Dương lịch' }], work: [] },
  }),
]);

const explained = (asked: typeof law, startedOn: string, stops: readonly ClockStop[] = []) => {
  const limit = asked.number('limit.appraise', day(startedOn));
  const facts = {
    startedOn: day(startedOn),
    limit: limit.value,
    steps: [],
    stops,
    until: day(startedOn),
  };
  return explainedDueDay(asked, limit, readClock(asked.calendar, facts));
};

describe('a year whose notice of rest days is not in yet', () => {
  it.each([
    [['2026-01-05', '2026-12-31'], []],
    [['2027-01-04', '2026-12-20'], [2027]],
    [
      ['2026-12-20', '2028-01-04'],
      [2027, 2028],
    ],
    [['2041-01-02'], [2041]],
    [[], []],
  ])('of the days %j is one of %j', (days, years) => {
    expect(openYears(law, days.map(day))).toEqual(years);
  });

  it('makes a due day counted into it provisional, in both languages, until the notice is entered', () => {
    const why = explained(law, '2026-12-21');
    expect(isProvisional(why)).toBe(true);
    expect(sayExplanation(why, 'vi').says).toContain(
      'Ngày này là tạm tính: chưa có thông báo ngày nghỉ, ngày làm bù năm 2027.',
    );
    expect(sayExplanation(why, 'en').says).toContain('in 2027 is not in yet');
    expect(isProvisional(explained(announced, '2026-12-21'))).toBe(false);
    expect(sayExplanation(explained(announced, '2026-12-21'), 'vi').says).not.toContain('tạm tính');
  });

  it.each([
    ['so many working days', { workingDays: 10 }, true],
    ['a day of the round', { roundDay: 'councilDay' }, false],
    ['a day of every year', { monthDay: '01-20' }, false],
  ])('makes the due day of a step provisional or not: %s', (_due, due, provisional) => {
    const openedOn = day('2026-12-28');
    const dueOn = addWorkingDays(law.calendar, openedOn, 10);
    const step = { code: 'appraise', due, openedOn, dueOn } as unknown as RouteStep;
    const route = { template: 'gk-xa-2025', steps: [step] } as unknown as Route;
    const why = explainedStepDue(law, route, step)!;
    expect(isProvisional(why)).toBe(provisional);
    expect(sayExplanation(why, 'vi').says.includes('tạm tính')).toBe(provisional);
  });

  it('makes nothing provisional while the clock stands and no day is said', () => {
    const hold = { reason: 'hold', holder: 'Phường Sở Dầu', from: day('2027-01-05') } as const;
    const why = explained(law, '2027-01-04', [hold]);
    expect(why.because).toBe('standing');
    expect(isProvisional(why)).toBe(false);
  });

  it('leaves a due day within known years as it is', () => {
    expect(isProvisional(explained(law, '2026-08-03'))).toBe(false);
  });

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [2027]],
    ['2027-01-04', [2027]],
    ['2027-12-31', [2027, 2028]],
  ])('is asked for on %s: %j', (today, years) => {
    expect(restDaysWanted(law, day(today))).toEqual(years);
  });

  it('is asked for no more once an office has set its list', () => {
    expect(restDaysWanted(announced, day('2027-03-01'))).toEqual([]);
  });
});
