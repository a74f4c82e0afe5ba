import type { Case, RouteStep } from './case.ts';
import type { Entry } from './history.ts';
import { readClock, type ClockReading, type ClockStop } from './law/clock.ts';
import type { Found, Law } from './law/law.ts';
import { dayOf, type CivilDate } from './time.ts';

export type Happened = Pick<Entry, 'act' | 'at'>;

const stopping = {
  supplement: {
    begins: 'SupplementAsked',
    ends: ['SupplementAnswered', 'ReturnedIneligible', 'FormChanged'],
  },
  hold: { begins: 'Held', ends: ['Released'] },
} as const;

/**
 * When the clock of a case stood, from its history: for a supplement it waits on whoever entered it, on hold on whoever had
 * the step. A stretch that nothing has ended lasts.
 */
export function stopsOf(subject: Case, history: readonly Happened[]): ClockStop[] {
  return (['supplement', 'hold'] as const).flatMap((reason) => {
    const { begins, ends } = stopping[reason];
    const over: readonly string[] = ends;
    const stops: ClockStop[] = [];
    for (const { act, at } of history) {
      const day = dayOf(at);
      const standing = stops.at(-1);
      if (act === begins)
        stops.push({
          reason,
          holder: reason === 'supplement' ? subject.enteredBy : holderOn(subject, day),
          from: day,
        });
      else if (over.includes(act) && standing !== undefined && standing.to === undefined)
        stops.splice(-1, 1, { ...standing, to: day });
    }
    return stops;
  });
}

const holderOn = ({ route, enteredBy }: Case, day: CivilDate): string =>
  route?.steps.findLast(({ openedOn }) => openedOn !== undefined && openedOn <= day)?.organisation ??
  enteredBy;

export interface CaseClock {
  /** Working days that the law gives for the appraisal. */
  readonly limit: Found<number>;
  readonly reading: ClockReading;
  /** The appraisal was done, or the case ended: the clock has run out its course. */
  readonly doneOn?: CivilDate;
}

/**
 * The statutory clock: from the day of the complete file to the end of the last appraisal after it (QĐ 638/QĐ-BNV 2025).
 * Undefined before that day, and where whoever appraises isn't in the system.
 */
export function clockOf(
  law: Law,
  subject: Case,
  { history, today }: { readonly history: readonly Happened[]; readonly today: CivilDate },
): CaseClock | undefined {
  const { frozenOn, appraisalLimit, steps = [] } = subject.route ?? {};
  if (frozenOn === undefined) return undefined;
  const appraisals = steps
    .slice(steps.findIndex(({ freezes }) => freezes))
    .filter(({ kind, outcome }) => kind === 'appraise' && outcome !== 'formChanged');
  if (appraisals.length === 0) return undefined;
  const doneOn = appraisals.at(-1)?.settledOn ?? subject.endedOn;
  const found = law.number('limit.appraise', frozenOn);
  const limit = { ...found, value: appraisalLimit ?? found.value };
  const reading = readClock(law.calendar, {
    startedOn: frozenOn,
    limit: limit.value,
    steps: steps.flatMap(heldStep),
    stops: stopsOf(subject, history),
    until: doneOn ?? today,
  });
  return { limit, reading, ...(doneOn === undefined ? {} : { doneOn }) };
}

const heldStep = ({ organisation, openedOn, settledOn }: RouteStep) =>
  openedOn === undefined ? [] : [{ holder: organisation, openedOn, settledOn }];

/**
 * When the file came to whoever appraises for the deciding authority, and was first answered: taken in as complete, asked to
 * be supplemented, or returned. Neither before it is there, nor where that office isn't in the system.
 */
export function answerDays(
  { route, endedOn }: Pick<Case, 'route' | 'endedOn'>,
  history: readonly Happened[],
): { readonly arrivedOn?: CivilDate; readonly answeredOn?: CivilDate } {
  const step = route?.steps.find(
    ({ freezes, kind }) => freezes && (kind === 'receive' || kind === 'appraise'),
  );
  const arrivedOn = step?.openedOn;
  if (step === undefined || arrivedOn === undefined) return {};
  // What was asked by the office before it, on the same day, doesn't answer it.
  const opened = history.findLastIndex(({ act, at }) => act === 'StepOpened' && dayOf(at) === arrivedOn);
  const asked = history.slice(opened + 1).find(({ act }) => answers.includes(act));
  const days = [step.settledOn, endedOn, asked && dayOf(asked.at)].flatMap((day) => day ?? []);
  const [answeredOn] = days.toSorted();
  return { arrivedOn, ...(answeredOn === undefined ? {} : { answeredOn }) };
}

const answers = ['SupplementAsked', 'ReturnedIneligible'];
