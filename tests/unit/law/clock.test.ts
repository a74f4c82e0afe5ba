import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '#shared/domain/calendar.ts';
import { readClock, type ClockStop } from '#shared/domain/law/clock.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { addDays, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const { calendar } = createLaw(shippedLaw);
const police = 'Công an quận';
const office = 'Phòng Nội vụ';
const ward = 'Phường Sở Dầu';
const steps = [
  { holder: police, openedOn: day('2026-02-09'), settledOn: day('2026-02-12') },
  { holder: office, openedOn: day('2026-02-12') },
];
const clock = (until: string, stops: readonly ClockStop[] = [], limit = 10) =>
  readClock(calendar, { startedOn: day('2026-02-09'), limit, steps, stops, until: day(until) });

describe('the statutory clock', () => {
  it('runs with whoever holds the case, and rests across Tết 2026', () => {
    expect(clock('2026-02-24')).toMatchObject({
      stretches: [
        { holder: police, state: 'running', from: '2026-02-10', to: '2026-02-12', workingDays: 3 },
        { holder: office, state: 'running', from: '2026-02-13', to: '2026-02-24', workingDays: 3 },
      ],
      ran: 6,
      left: 4,
      dueOn: '2026-03-02',
    });
  });

  it('stands while a supplement is awaited, which counts for nobody who appraises', () => {
    const stops: ClockStop[] = [
      { reason: 'supplement', holder: ward, from: day('2026-02-13'), to: day('2026-02-24') },
    ];
    const reading = clock('2026-02-26', stops);
    expect(reading.stretches.map(({ holder, state, workingDays }) => [holder, state, workingDays])).toEqual([
      [police, 'running', 3],
      [ward, 'stopped', 3],
      [office, 'running', 2],
    ]);
    expect(reading).toMatchObject({ ran: 5, stood: 3, dueOn: '2026-03-05' });
    expect([...reading.ranWith]).toEqual([
      [police, 3],
      [office, 2],
    ]);
    expect(reading.computation.at(-1)).toEqual({
      key: 'afterWorkingDays',
      expression: '2026-02-09 + 10 + 3',
      value: '2026-03-05',
    });
  });

  it('names no due day while it stands, and goes before a supplement with a hold', () => {
    const stops: ClockStop[] = [
      { reason: 'supplement', holder: ward, from: day('2026-02-11') },
      { reason: 'hold', holder: police, from: day('2026-02-12') },
    ];
    const reading = clock('2026-02-13', stops);
    expect(reading.dueOn).toBeUndefined();
    expect(reading.stretches.map(({ reason }) => reason)).toEqual([undefined, 'supplement', 'hold']);
  });

  it('keeps its due day when it is stopped only after that day', () => {
    expect(clock('2026-03-10', [{ reason: 'hold', holder: police, from: day('2026-03-03') }])).toMatchObject({
      dueOn: '2026-03-02',
      left: 0,
    });
  });

  const days = fc.integer({ min: 0, max: 900 }).map((after) => addDays(day('2024-06-01'), after));
  const stops = fc.array(
    fc.record({ from: days, length: fc.integer({ min: 0, max: 40 }) }).map(({ from, length }): ClockStop => ({
      reason: 'hold',
      holder: 'x',
      from,
      to: addDays(from, length),
    })),
    { maxLength: 4 },
  );

  it('tells every working day once, as running or stopped, for any stops', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), stops, (startedOn, length, stopped) => {
        const until = addDays(startedOn, length);
        const facts = {
          startedOn,
          limit: 20,
          steps: [{ holder: 'a', openedOn: startedOn }],
          stops: stopped,
          until,
        };
        const { ran, stood, stretches } = readClock(calendar, facts);
        expect(ran + stood).toBe(workingDaysBetween(calendar, startedOn, until));
        const firsts = stretches.map(({ from }) => from);
        expect(firsts).toEqual(
          [addDays(startedOn, 1), ...stretches.map(({ to }) => addDays(to, 1))].slice(0, firsts.length),
        );
      }),
    );
  });

  it('is due on a working day on which it runs, when exactly the limit was used', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), stops, (startedOn, limit, stopped) => {
        const facts = { startedOn, limit, steps: [{ holder: 'a', openedOn: startedOn }], stops: stopped };
        const { dueOn = startedOn } = readClock(calendar, { ...facts, until: startedOn });
        expect(isWorkingDay(calendar, dueOn)).toBe(true);
        expect(readClock(calendar, { ...facts, until: dueOn }).ran).toBe(limit);
        expect(readClock(calendar, { ...facts, until: addDays(dueOn, -1) }).ran).toBe(limit - 1);
      }),
    );
  });
});
