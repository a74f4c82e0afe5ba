import { isWorkingDay, type Calendar } from '../calendar.ts';
import type { ComputationStep } from './computation.ts';
import { addDays, type CivilDate } from '../time.ts';

/** A step of the case: from the day after it opened until it was settled its holder has the file. */
export interface HeldStep {
  readonly holder: string;
  readonly openedOn: CivilDate;
  readonly settledOn?: CivilDate | undefined;
}

/** A time in which the clock stands, first and last day included; without a last day it still does. */
export interface ClockStop {
  readonly reason: 'supplement' | 'hold';
  /** On whom the case waits: who must bring the supplement, or whoever holds the case. */
  readonly holder: string;
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
}

export interface ClockFacts {
  /** The complete file was received; that day doesn't count (Civil Code 2015, Art. 147.2). */
  readonly startedOn: CivilDate;
  /** Working days that the law gives. */
  readonly limit: number;
  readonly steps: readonly HeldStep[];
  readonly stops: readonly ClockStop[];
  /** The last day that is counted: today, or the day on which it was done. */
  readonly until: CivilDate;
}

/** Days in a row with one holder, on which the clock ran or stood. */
export interface Stretch {
  readonly holder: string;
  readonly state: 'running' | 'stopped';
  readonly reason?: ClockStop['reason'];
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly workingDays: number;
}

export interface ClockReading {
  readonly limit: number;
  readonly startedOn: CivilDate;
  readonly stretches: readonly Stretch[];
  /** Working days that counted, and those that didn't. */
  readonly ran: number;
  readonly stood: number;
  /** Working days that counted, by holder. */
  readonly ranWith: ReadonlyMap<string, number>;
  /** Of the limit; below nought when it is overdue. */
  readonly left: number;
  /** Undefined while the clock stands: nobody knows how long. */
  readonly dueOn: CivilDate | undefined;
  readonly computation: readonly ComputationStep[];
}

const within = (stop: ClockStop, day: CivilDate): boolean =>
  stop.from <= day && (stop.to === undefined || day <= stop.to);

/** A hold goes before a supplement, as it does on the page. */
function stopOn(stops: readonly ClockStop[], day: CivilDate): ClockStop | undefined {
  const standing = stops.filter((stop) => within(stop, day));
  return standing.find(({ reason }) => reason === 'hold') ?? standing[0];
}

/** On the way from one step to the next, whoever had the case last. */
function holderOn(steps: readonly HeldStep[], day: CivilDate): string {
  const before = steps.filter(({ openedOn }) => openedOn < day);
  return (before.at(-1) ?? steps[0])?.holder ?? '';
}

/** Where the clock is on its last day: who had the case how long, what is left, and when it is due. */
export function readClock(calendar: Calendar, facts: ClockFacts): ClockReading {
  const stretches = stretchesOf(calendar, facts);
  const { limit, startedOn } = facts;
  const sum = (state: Stretch['state']): number =>
    stretches.reduce((days, stretch) => days + (stretch.state === state ? stretch.workingDays : 0), 0);
  const ran = sum('running');
  const ranWith = new Map<string, number>();
  for (const { holder, state, workingDays } of stretches)
    if (state === 'running') ranWith.set(holder, (ranWith.get(holder) ?? 0) + workingDays);
  const dueOn = dueOnClock(calendar, facts);
  const stood = sum('stopped');
  return {
    limit,
    startedOn,
    stretches,
    ran,
    stood,
    ranWith,
    left: limit - ran,
    dueOn,
    computation: [
      ...told('ran', stretches, 'running', ran),
      ...told('stopped', stretches, 'stopped', stood),
      ...(dueOn === undefined
        ? []
        : [
            {
              key: 'afterWorkingDays',
              expression: plusDays(startedOn, limit, facts, dueOn, calendar),
              value: dueOn,
            },
          ]),
    ],
  };
}

function told(
  key: string,
  stretches: readonly Stretch[],
  state: Stretch['state'],
  value: number,
): ComputationStep[] {
  const days = stretches.filter((stretch) => stretch.state === state).map(({ workingDays }) => workingDays);
  return days.length === 0 ? [] : [{ key, expression: days.join(' + '), value }];
}

/** `2026-02-09 + 20 + 3`: the limit, and the working days on which the clock stood before the due day. */
function plusDays(
  startedOn: CivilDate,
  limit: number,
  { stops }: ClockFacts,
  dueOn: CivilDate,
  calendar: Calendar,
): string {
  let stood = 0;
  for (let day = addDays(startedOn, 1); day <= dueOn; day = addDays(day, 1))
    if (isWorkingDay(calendar, day) && stopOn(stops, day) !== undefined) stood += 1;
  return [startedOn, limit, ...(stood === 0 ? [] : [stood])].join(' + ');
}

function stretchesOf(calendar: Calendar, { startedOn, until, steps, stops }: ClockFacts): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = addDays(startedOn, 1); day <= until; day = addDays(day, 1)) {
    const stop = stopOn(stops, day);
    const now = {
      holder: stop?.holder ?? holderOn(steps, day),
      state: stop === undefined ? ('running' as const) : ('stopped' as const),
      ...(stop && { reason: stop.reason }),
    };
    const last = stretches.at(-1);
    const counted = isWorkingDay(calendar, day) ? 1 : 0;
    if (last?.holder === now.holder && last.state === now.state && last.reason === now.reason)
      stretches[stretches.length - 1] = { ...last, to: day, workingDays: last.workingDays + counted };
    else stretches.push({ ...now, from: day, to: day, workingDays: counted });
  }
  return stretches;
}

/** The day on which the limit is used up; a stop without an end that lies before it leaves that open. */
function dueOnClock(calendar: Calendar, { startedOn, limit, stops }: ClockFacts): CivilDate | undefined {
  let day = startedOn;
  for (let left = limit; left > 0;) {
    day = addDays(day, 1);
    const stop = stopOn(stops, day);
    if (stops.some((one) => one.to === undefined && within(one, day))) return undefined;
    if (stop === undefined && isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}
