import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay } from '#shared/domain/calendar.ts';
import { forecast, lastSafeDays, planBack, riskOf } from '#shared/domain/law/back-schedule.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { dueDay } from '#shared/domain/route.ts';
import type { DueRule } from '#shared/domain/route-template.ts';
import { addDays, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const law = createLaw(shippedLaw);
const { calendar } = law;
const step = (code: string, due: DueRule) => ({ code, due });
const council = step('council', { roundDay: 'councilDay' });
const rounds = (councilDay: string, closingDay = '2026-03-31') => ({
  councilDay: day(councilDay),
  closingDay: day(closingDay),
});

describe('the last safe day of a step', () => {
  it('is counted back from the council across Tết 2026', () => {
    const way = [step('receive', { workingDays: 2 }), step('appraise', { workingDays: 5 }), council];
    const safe = lastSafeDays(way, day('2026-02-02'), { calendar, roundDays: rounds('2026-02-25') });
    expect(safe).toMatchObject([
      { step: 'receive', on: '2026-02-11', reaches: { kind: 'councilDay', on: '2026-02-25' } },
      { step: 'appraise', on: '2026-02-25' },
      { step: 'council', on: '2026-02-25' },
    ]);
    expect(safe[0]?.computation).toEqual([
      { key: 'beforeWorkingDays', expression: '2026-02-25 − 5', value: '2026-02-11' },
    ]);
  });

  it('reaches 30/5, in 2026 a Saturday, by the Friday before', () => {
    const way = [step('letter', { workingDays: 3 }), step('outside', { monthDay: '05-30' })];
    const safe = lastSafeDays(way, day('2026-04-01'), { calendar, roundDays: undefined });
    expect(safe.map(({ on }) => on)).toEqual(['2026-05-29', '2026-05-29']);
  });

  it('is bound by a closing day above that comes sooner than it must for the council', () => {
    const way = [
      step('letter', { workingDays: 1 }),
      step('send', { roundDay: 'closingDay' }),
      step('appraise', { workingDays: 10 }),
      council,
    ];
    const safe = lastSafeDays(way, day('2026-02-02'), { calendar, roundDays: rounds('2026-04-20') });
    expect(safe[0]).toMatchObject({ on: '2026-03-31', reaches: { kind: 'closingDay' } });
  });

  it('isn’t set where no fixed day follows', () => {
    const way = [council, step('decide', { workingDays: 5 })];
    const safe = lastSafeDays(way, day('2026-02-02'), { calendar, roundDays: rounds('2026-03-16') });
    expect(safe[1]).toEqual({ step: 'decide', on: undefined, computation: [] });
  });

  const fixedDays = fc.integer({ min: 60, max: 700 }).map((after) => addDays(day('2025-01-02'), after));
  const durations = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

  it('still reaches the fixed day, and one working day later misses it', () => {
    fc.assert(
      fc.property(fixedDays, durations, (fixed, lengths) => {
        const roundDays = { councilDay: fixed, closingDay: fixed };
        const way = [...lengths.map((workingDays, index) => step(`step-${index}`, { workingDays })), council];
        const safe = lastSafeDays(way, day('2025-01-02'), { calendar, roundDays });
        const arrives = (from: CivilDate, rest: typeof way): CivilDate =>
          rest.slice(0, -1).reduce((on, { due }) => dueDay(due, on, { calendar, roundDays }), from);
        for (const [index, { on }] of safe.slice(0, -1).entries()) {
          const safeOn = on ?? fixed;
          const rest = way.slice(index + 1);
          expect(isWorkingDay(calendar, safeOn)).toBe(true);
          expect(arrives(safeOn, rest) <= fixed).toBe(true);
          expect(arrives(addWorkingDays(calendar, safeOn, 1), rest) > fixed).toBe(true);
        }
      }),
    );
  });
});

describe('a plan', () => {
  const way = [step('letter', { workingDays: 3 }), step('appraise', { workingDays: 5 }), council];
  const on = (today: string, type?: 'unexpected' | 'thematic') =>
    planBack(law, way, { today: day(today), roundDays: rounds('2026-02-25'), ...(type && { type }) });

  it('says how many working days are to spare', () => {
    expect(on('2026-02-09')).toMatchObject({ state: 'open', spare: 2 });
    expect(on('2026-02-11')).toMatchObject({ state: 'open', spare: 0 });
  });

  it('offers what is lawful once no day is left, each with where it stands', () => {
    const plan = on('2026-02-12', 'thematic');
    expect(plan).toMatchObject({
      state: 'tooLate',
      missed: { kind: 'councilDay', on: '2026-02-25' },
      lastSafe: '2026-02-11',
      by: 1,
      instead: [{ way: 'writtenConsultation' }, { way: 'nextRound', cites: [{ of: 'THONG-LE' }] }],
    });
  });

  it('offers the simplified procedure to unexpected achievements only', () => {
    expect(on('2026-02-12', 'unexpected')).toMatchObject({
      instead: [
        { way: 'writtenConsultation' },
        { way: 'simplifiedProcedure', cites: [{ of: 'LUAT-TDKT-2022', at: 'Điều 85' }] },
        { way: 'nextRound' },
      ],
    });
  });

  it('sees that a council after the closing day above leaves no day at all', () => {
    const crossing = [council, step('letter', { workingDays: 3 }), step('send', { roundDay: 'closingDay' })];
    const roundDays = rounds('2026-03-30', '2026-03-31');
    expect(planBack(law, crossing, { today: day('2026-02-02'), roundDays })).toMatchObject({
      state: 'tooLate',
      missed: { kind: 'closingDay', on: '2026-03-31' },
      lastSafe: '2026-03-26',
      by: 2,
      instead: [{ way: 'nextRound' }],
    });
  });
});

it('a closing day after the last day from which the council above is reached leaves the days before it', () => {
  const early = [step('send', { roundDay: 'closingDay' }), step('appraise', { workingDays: 10 }), council];
  const roundDays = rounds('2021-02-05', '2021-01-29');
  const plan = planBack(law, early, { today: day('2020-12-14'), roundDays });
  expect(plan).toMatchObject({ state: 'open', spare: 28 });
  expect(plan.steps[0]).toMatchObject({
    on: '2021-01-22',
    reaches: { kind: 'councilDay' },
    soonerThan: { kind: 'closingDay', on: '2021-01-29' },
  });
});

it('a day of the year that has passed since a case was sent is missed, not the next year’s', () => {
  const annual = [step('appraise', { workingDays: 10 }), step('send', { monthDay: '05-29' })];
  const asked = { roundDays: undefined, since: day('2026-04-10') };
  expect(planBack(law, annual, { ...asked, today: day('2026-06-01') })).toMatchObject({
    state: 'tooLate',
    missed: { kind: 'monthDay', on: '2026-05-29' },
  });
  expect(planBack(law, annual, { ...asked, today: day('2026-05-04') })).toMatchObject({ state: 'open' });
});

describe('a forecast', () => {
  const from = day('2026-02-09');

  it.each([[[]], [[1, 2, 3, 4]]])('from %j has too little to go by', (past) => {
    expect(forecast(past, from, calendar)).toEqual({ enough: false, count: past.length });
  });

  it('is the median and what four of five kept within', () => {
    expect(forecast([9, 1, 3, 2, 4], from, calendar)).toEqual({
      enough: true,
      count: 5,
      days: 3,
      cautious: 4,
      likelyOn: '2026-02-12',
      cautiousOn: '2026-02-13',
    });
  });

  it.each([
    ['2026-02-13', 'safe'],
    ['2026-02-12', 'atRisk'],
    ['2026-02-11', 'late'],
  ])('against a last safe day of %s makes a case %s', (lastSafe, risk) => {
    expect(riskOf(forecast([9, 1, 3, 2, 4], from, calendar), day(lastSafe))).toBe(risk);
    expect(riskOf({ enough: false, count: 2 }, day(lastSafe))).toBe('unknown');
    expect(riskOf({ enough: false, count: 2 }, undefined)).toBe('safe');
  });
});
