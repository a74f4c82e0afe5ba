import { workingDaysBetween } from './calendar.ts';
import { nextStepIndex, openStep, isEnded, type Case, type RouteStep } from './case.ts';
import { forecast, planBack, riskOf, type Forecast, type Plan } from './law/back-schedule.ts';
import type { Law } from './law/law.ts';
import type { RoundDays } from './route.ts';
import type { CommendationType } from './rules/facts.ts';
import type { CivilDate } from './time.ts';

/** How long a step took somewhere. */
export interface StepTaken {
  readonly openedOn: CivilDate;
  readonly settledOn: CivilDate;
}

export const risks = ['late', 'atRisk', 'unknown', 'safe'] as const;
export type Risk = (typeof risks)[number];

/** What lies ahead of a case that is under way: until when its step must be done, and when it is likely to be. */
export interface TimeAhead {
  /** The open step, or the next one where the case is between two. */
  readonly step: RouteStep;
  readonly plan: Plan;
  readonly forecast: Forecast;
  readonly risk: Risk;
}

/** The step whose pace is asked for. Undefined for a draft and for a case that is over. */
export function stepAhead(subject: Case): RouteStep | undefined {
  if (subject.status === 'DRAFT' || isEnded(subject.status)) return undefined;
  return openStep(subject) ?? subject.route?.steps[nextStepIndex(subject) ?? -1];
}

/** @param past of the same step at the same organisation, as long as it took there until now */
export function timeAhead(
  law: Law,
  subject: Case,
  asked: {
    readonly past: readonly StepTaken[];
    readonly roundDays: RoundDays | undefined;
    readonly today: CivilDate;
    readonly type?: CommendationType | undefined;
  },
): TimeAhead | undefined {
  const step = stepAhead(subject);
  if (step === undefined) return undefined;
  const { past, roundDays, today, type } = asked;
  const ahead = (subject.route?.steps ?? []).filter(({ state }) => state !== 'settled');
  const since = subject.submittedOn ?? today;
  const plan = planBack(law, ahead, { roundDays, today, since, ...(type === undefined ? {} : { type }) });
  const took = past.map(({ openedOn, settledOn }) => workingDaysBetween(law.calendar, openedOn, settledOn));
  const foreseen = forecast(took, step.openedOn ?? today, law.calendar);
  const risk = plan.state === 'tooLate' ? 'late' : riskOf(foreseen, plan.steps[0]?.on);
  return { step, plan, forecast: foreseen, risk };
}
