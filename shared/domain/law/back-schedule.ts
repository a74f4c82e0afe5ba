import {
  addWorkingDays,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
  type Calendar,
} from '../calendar.ts';
import { dueDay, type RouteSetting } from '../route.ts';
import type { DueRule } from '../route-template.ts';
import type { CommendationType } from '../rules/facts.ts';
import type { ComputationStep } from './computation.ts';
import { addDays, type CivilDate } from '../time.ts';
import type { Citation, Confidence } from './dated.ts';
import type { Law } from './law.ts';

/** A step that is open or still to come. */
export interface PlannedStep {
  readonly code: string;
  readonly due: DueRule;
}

export const fixedKinds = ['councilDay', 'closingDay', 'monthDay'] as const;
export type FixedKind = (typeof fixedKinds)[number];

/** A day that doesn't wait: a council's, a closing day above, a day of the year. */
export interface FixedDay {
  readonly step: string;
  readonly kind: FixedKind;
  readonly on: CivilDate;
}

export interface LastSafe {
  readonly step: string;
  /** Settled on this day at the latest, every fixed day after it is still reached; undefined: none binds it. */
  readonly on: CivilDate | undefined;
  /** Which binds it. */
  readonly reaches?: FixedDay;
  /** Its own day lies after the last day from which the next one is reached: what is let in until then must come sooner. */
  readonly soonerThan?: FixedDay;
  readonly computation: readonly ComputationStep[];
}

type Days = Pick<RouteSetting, 'calendar' | 'roundDays'>;

const workDayUpTo = (calendar: Calendar, day: CivilDate): CivilDate =>
  isWorkingDay(calendar, day) ? day : workDayUpTo(calendar, addDays(day, -1));

/** A day of a round that has not been set yet, or has passed, binds as it stands. */
function fixedDay(
  { code, due }: PlannedStep,
  from: CivilDate,
  { roundDays, calendar }: Days,
): FixedDay | undefined {
  if ('monthDay' in due)
    return { step: code, kind: 'monthDay', on: dueDay(due, from, { roundDays, calendar }) };
  if (!('roundDay' in due) || roundDays === undefined) return undefined;
  return { step: code, kind: due.roundDay, on: roundDays[due.roundDay] };
}

interface Bound {
  /** The step must be open by then. */
  readonly on: CivilDate;
  readonly reaches: FixedDay;
  readonly computation: readonly ComputationStep[];
}

/**
 * The last day on which each step may be settled so that all fixed days after it are still reached. `from` is the day on
 * which the question is asked: days of the year are the next ones after it.
 */
export function lastSafeDays(steps: readonly PlannedStep[], from: CivilDate, days: Days): LastSafe[] {
  const safe: LastSafe[] = [];
  let bound: Bound | undefined;
  for (const step of steps.toReversed()) {
    const fixed = fixedDay(step, from, days);
    const sooner = fixed !== undefined && bound !== undefined && bound.on < fixed.on;
    const settled = settling(bound, fixed, days.calendar);
    safe.unshift({
      step: step.code,
      on: settled?.on,
      ...(settled && { reaches: settled.reaches }),
      ...(sooner && { soonerThan: fixed }),
      computation: settled?.computation ?? [],
    });
    bound = opening(step, settled, fixed, days.calendar);
  }
  return safe;
}

/** A step with a fixed day of its own is settled on it, or sooner where what follows needs it. */
function settling(
  bound: Bound | undefined,
  fixed: FixedDay | undefined,
  calendar: Calendar,
): Bound | undefined {
  if (fixed === undefined) return bound;
  const on = workDayUpTo(calendar, fixed.on);
  return bound !== undefined && bound.on < on ? bound : { on, reaches: fixed, computation: [] };
}

function opening(
  { due }: PlannedStep,
  settled: Bound | undefined,
  fixed: FixedDay | undefined,
  calendar: Calendar,
): Bound | undefined {
  if (settled === undefined || fixed !== undefined || !('workingDays' in due)) return settled;
  const on = subtractWorkingDays(calendar, settled.on, due.workingDays);
  const step = { key: 'beforeWorkingDays', expression: `${settled.on} − ${due.workingDays}`, value: on };
  return { on, reaches: settled.reaches, computation: [...settled.computation, step] };
}

/** What is lawful where a fixed day can no longer be reached, with where that stands. */
export interface LawfulWay {
  readonly way: 'writtenConsultation' | 'simplifiedProcedure' | 'nextRound';
  readonly cites: readonly Citation[];
  readonly confidence: Confidence;
}

export type Plan =
  | {
      readonly state: 'open';
      readonly steps: readonly LastSafe[];
      /** Working days to spare at the open step. */ readonly spare: number | undefined;
    }
  | {
      readonly state: 'tooLate';
      readonly steps: readonly LastSafe[];
      /** The fixed day that is missed even if no day is lost. */
      readonly missed: FixedDay;
      /** It would have had to be settled by then at the open step. */
      readonly lastSafe: CivilDate;
      /** Working days by which that day has passed, or by which the open fixed days cross. */
      readonly by: number;
      readonly instead: readonly LawfulWay[];
    };

/** Whether the open step (the first) can still be settled in time, and if not, what is lawful instead. */
export function planBack(
  law: Law,
  steps: readonly PlannedStep[],
  asked: Pick<RouteSetting, 'roundDays'> & {
    readonly today: CivilDate;
    /** The day of sending: days of the year are the next ones after it, also once they have passed. */
    readonly since?: CivilDate;
    readonly type?: CommendationType;
  },
): Plan {
  const { calendar } = law;
  const { today } = asked;
  const safe = lastSafeDays(steps, asked.since ?? today, { calendar, roundDays: asked.roundDays });
  const [first] = safe;
  const late = (on: CivilDate, missed: FixedDay, passed: CivilDate): Plan => ({
    state: 'tooLate',
    steps: safe,
    missed,
    lastSafe: on,
    by: workingDaysBetween(calendar, on, passed),
    instead: lawfulWays(law, missed.kind, today, asked.type),
  });
  for (const { on, reaches, soonerThan } of safe)
    // A council sits on its day and no sooner; what has a closing day may be done before it.
    if (on !== undefined && reaches !== undefined && soonerThan?.kind === 'councilDay')
      return late(on, reaches, soonerThan.on);
  if (first?.on === undefined || first.reaches === undefined || today <= first.on) {
    const spare = first?.on === undefined ? undefined : workingDaysBetween(calendar, today, first.on);
    return { state: 'open', steps: safe, spare };
  }
  return late(first.on, first.reaches, today);
}

const ways = ['writtenConsultation', 'simplifiedProcedure', 'nextRound'] as const;

/** Ways that the law of the day knows for such a day; the simplified procedure only for types of commendation that it is for. */
function lawfulWays(law: Law, missed: FixedKind, day: CivilDate, type?: CommendationType): LawfulWay[] {
  return ways.flatMap((way) => {
    const key = `late.${way}`;
    if (!law.knows(key, day)) return [];
    const { value, row } = law.texts(key, day);
    const types = law.knows(`${key}.types`, day) ? law.texts(`${key}.types`, day).value : undefined;
    const fits =
      value.includes(missed) && (types === undefined || (type !== undefined && types.includes(type)));
    return fits ? [{ way, cites: row.sources, confidence: row.confidence }] : [];
  });
}

/** Fewer past cases than this say nothing about the next. */
const leastForForecast = 5;

/** `days`: working days that half of the past cases kept within; `cautious`: that four of five did. */
export type Forecast =
  | {
      readonly enough: true;
      readonly count: number;
      readonly days: number;
      readonly cautious: number;
      readonly likelyOn: CivilDate;
      readonly cautiousOn: CivilDate;
    }
  | { readonly enough: false; readonly count: number };

/** How long a step may take with an organisation, from how many working days it took there until now. */
export function forecast(past: readonly number[], from: CivilDate, calendar: Calendar): Forecast {
  const count = past.length;
  if (count < leastForForecast) return { enough: false, count };
  const inOrder = past.toSorted((one, other) => one - other);
  const rank = (share: number): number => inOrder[Math.ceil((share * count) / 100) - 1] ?? 0;
  const [days, cautious] = [rank(50), rank(80)];
  return {
    enough: true,
    count,
    days,
    cautious,
    likelyOn: addWorkingDays(calendar, from, days),
    cautiousOn: addWorkingDays(calendar, from, cautious),
  };
}

/** How a case stands against the last safe day of its open step: `unknown` where there is too little to forecast from. */
export function riskOf(
  foreseen: Forecast,
  lastSafe: CivilDate | undefined,
): 'safe' | 'atRisk' | 'late' | 'unknown' {
  if (lastSafe === undefined) return 'safe';
  if (!foreseen.enough) return 'unknown';
  if (foreseen.likelyOn > lastSafe) return 'late';
  return foreseen.cautiousOn > lastSafe ? 'atRisk' : 'safe';
}
