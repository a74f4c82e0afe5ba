import { addWorkingDays, type Calendar } from '../calendar.ts';
import { openStep, type Case, type RouteStep } from '../case.ts';
import type { List, NumberedRow } from '../list.ts';
import { missingOn } from '../opinion.ts';
import type { CivilDate } from '../time.ts';
import { settled, type CaseChange } from './change.ts';

/** What an issued opinion request, and the answers that come in, mean for one of its cases. No person acts here. */

export interface AskingSetting {
  readonly today: CivilDate;
  readonly calendar: Calendar;
  /** Working days that the law gives an appraisal once all opinions are there. */
  readonly afterOpinions: number;
}

/**
 * The case is asked about from here on. At a step of its own it waits on the list until the last answer; asked about by
 * its appraiser it is free again at once.
 * @returns undefined where it doesn't stand on the list any more, or knows already
 */
export function askedByList(subject: Case, list: List): CaseChange | undefined {
  const step = openStep(subject);
  const { answerBy, asked = [], stepKind } = list;
  if (subject.list !== list.id || step === undefined || answerBy === undefined) return undefined;
  if ((subject.opinions ?? []).some((one) => one.list === list.id)) return undefined;
  const own = {
    list: list.id,
    step: step.code,
    dueOn: answerBy,
    asked: asked.map(({ organisation }) => organisation),
  };
  const known: Case = {
    ...withStep(subject, stepKind === 'opinion' ? { ...step, dueOn: answerBy } : step),
    opinions: [...(subject.opinions ?? []), own],
    turn: subject.turn + 1,
  };
  const entry = { act: 'OpinionsAsked', facts: { list: list.id, step: step.code, dueOn: answerBy } };
  if (stepKind === 'opinion') return { subject: known, entry };
  const { list: _off, ...free } = known;
  return { subject: free, entry };
}

/**
 * Withdrawn between signature and issue, or before its own record heard of the issue: nobody will ever hear what is
 * answered on it.
 */
export const leftBeforeAsked = (subject: Case, list: List): boolean =>
  subject.list !== list.id && !(subject.opinions ?? []).some((one) => one.list === list.id);

/**
 * The last answer on the row is in, or the asker went on: the step is settled, whatever was answered. An appraiser's
 * request settles nothing: the appraisal has its days from then on. Idempotent by (list, case).
 */
export function answeredByList(
  subject: Case,
  list: List,
  row: NumberedRow,
  setting: AskingSetting,
): CaseChange | undefined {
  const step = openStep(subject);
  const own = subject.opinions?.find((one) => one.list === list.id);
  if (own === undefined || own.over !== undefined) return undefined;
  if (step?.code !== own.step || missingOn(list, row).length > 0) return undefined;
  const count = (word: string): number =>
    (row.opinions ?? []).filter(({ opinion }) => opinion === word).length;
  const entry = {
    act: 'OpinionsIn',
    facts: {
      list: list.id,
      step: step.code,
      agrees: count('agrees'),
      disagrees: count('disagrees'),
      none: count('none'),
      missing: own.asked.length - (row.opinions ?? []).length,
    },
  };
  if (list.stepKind === 'opinion') {
    if (subject.hold !== undefined || subject.list !== list.id) return undefined;
    const known: Case = { ...subject, settledBy: [...subject.settledBy, list.id] };
    return { subject: settled(known, setting.today, 'answered'), entry };
  }
  return { subject: appraisedFromHere(subject, list, step, setting), entry };
}

/** Its answers are in; the appraisal is due no sooner than the days that the law gives after them. */
function appraisedFromHere(subject: Case, list: List, step: RouteStep, setting: AskingSetting): Case {
  const { today, calendar, afterOpinions } = setting;
  const opinions = (subject.opinions ?? []).map((one) =>
    one.list === list.id ? { ...one, over: today } : one,
  );
  const own: Case = { ...subject, opinions, turn: subject.turn + 1 };
  const { hold, supplement } = own;
  const least = <Asked extends { daysLeft?: number | undefined }>(asked: Asked): Asked =>
    asked.daysLeft === undefined ? asked : { ...asked, daysLeft: Math.max(asked.daysLeft, afterOpinions) };
  // While it is held, or a supplement is out, the clock stands: what is left of it is what grows.
  if (hold !== undefined) return { ...own, hold: least(hold) };
  if (supplement !== undefined) return { ...own, supplement: least(supplement) };
  const dueOn = addWorkingDays(calendar, today, afterOpinions);
  if (!('workingDays' in step.due) || dueOn <= step.dueOn) return own;
  const { remindedOn: _told, escalatedOn: _raised, ...rest } = step;
  return withStep(own, { ...rest, dueOn });
}

function withStep(subject: Case, step: RouteStep): Case {
  const { route } = subject;
  if (route === undefined) return subject;
  const steps = route.steps.map((other, place) => (place === subject.position ? step : other));
  return { ...subject, route: { ...route, steps } };
}
