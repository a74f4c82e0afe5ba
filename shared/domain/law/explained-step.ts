import { addWorkingDays } from '../calendar.ts';
import type { Route, RouteStep } from '../case.ts';
import type { CivilDate } from '../time.ts';
import type { Fact } from './computation.ts';
import type { Dated } from './dated.ts';
import { resting, type Explanation } from './explanation.ts';
import type { Law } from './law.ts';

/**
 * Why an open step is due on its day: so many working days of the law, a day of the round, a day of every year; or anew,
 * after it stood on hold, for a supplement or for opinions. Undefined for a step that hasn't opened.
 */
export function explainedStepDue(
  law: Law,
  route: Pick<Route, 'template' | 'frozenOn'>,
  step: Pick<RouteStep, 'code' | 'due' | 'dueOn' | 'openedOn'>,
): Explanation | undefined {
  const { due, dueOn, openedOn } = step;
  if (openedOn === undefined) return undefined;
  const facts: Fact[] = [
    { key: 'openedOn', value: openedOn },
    { key: 'dueOn', value: dueOn },
  ];
  const why = { of: 'stepDue', follows: step.code } as const;
  const read = 'workingDays' in due ? [...facts, { key: 'limit', value: due.workingDays }] : facts;
  const rests = resting(law, read, settingOf(law, route, step), [openedOn, dueOn]);
  // A fixed day stays, whatever rest days there are.
  if ('roundDay' in due) return { ...why, because: due.roundDay, computation: [], ...rests, facts };
  if ('monthDay' in due) return { ...why, because: 'monthDay', computation: [], ...rests, facts };
  if (addWorkingDays(law.calendar, openedOn, due.workingDays) !== dueOn)
    return { ...why, because: 'anew', computation: [], ...rests };
  return { ...why, computation: [counted(openedOn, due.workingDays, dueOn)], ...rests };
}

/**
 * Why offices that are asked for their opinion answer by that day: so many working days of the law from the day of the paper,
 * or a later day that the paper names.
 */
export function explainedAnswerBy(
  law: Law,
  { issuedOn, answerBy }: { readonly issuedOn: CivilDate; readonly answerBy: CivilDate },
): Explanation | undefined {
  const limit = law.figureOn('limit.opinion', issuedOn);
  if (limit === undefined || typeof limit.value !== 'number') return undefined;
  const least = addWorkingDays(law.calendar, issuedOn, limit.value);
  const facts: Fact[] = [
    { key: 'issuedOn', value: issuedOn },
    { key: 'limit', value: limit.value },
    { key: 'answerBy', value: answerBy },
  ];
  return {
    of: 'answerBy',
    follows: limit.key,
    ...(least !== answerBy && { because: 'named' }),
    computation: [counted(issuedOn, limit.value, least)],
    ...resting(law, facts, [limit.row], [issuedOn, answerBy]),
  };
}

const counted = (from: CivilDate, days: number, to: CivilDate) => ({
  key: 'afterWorkingDays',
  expression: `${from} + ${String(days)}`,
  value: to,
});

/** Where the step's days stand: the figure that its way names, else the way itself. */
function settingOf(
  law: Law,
  { template, frozenOn }: Pick<Route, 'template' | 'frozenOn'>,
  { code, openedOn }: Pick<RouteStep, 'code' | 'openedOn'>,
): Dated[] {
  const way = law.template(template);
  const due = way?.steps.find((step) => step.code === code)?.due;
  const day = frozenOn ?? openedOn;
  const figure =
    due !== undefined && 'limit' in due && day !== undefined ? law.figureOn(due.limit, day) : undefined;
  return [figure?.row ?? way].flatMap((row) => row ?? []);
}
