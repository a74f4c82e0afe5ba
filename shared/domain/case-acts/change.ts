import type { Calendar } from '../calendar.ts';
import type { Case, CaseContent, EndStatus, RouteStep, Standing } from '../case.ts';
import { openStep, standingOf } from '../case.ts';
import type { Post } from '../directory.ts';
import type { EntryDraft } from '../history.ts';
import { withoutAsking } from '../opinion.ts';
import { Refusal } from '../refusal.ts';
import type { CivilDate } from '../time.ts';
import type { Judged } from '../rules/judgement.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar.ts';

/** Under which an act is decided: the office's day, its calendar, and the post that acts. */
export interface ActSetting {
  readonly today: CivilDate;
  readonly calendar: Calendar;
  readonly post: Post;
}

/** What an act makes of a case; nothing is stored yet. */
export interface CaseChange {
  readonly subject: Case;
  readonly content?: CaseContent;
  readonly entry: Omit<EntryDraft, 'by'>;
}

/** The entry says too what the rules found, and why it went on where they warned. */
export function judgedBy<Change extends Pick<CaseChange, 'entry'>>(
  { facts, payload }: Judged,
  change: Change,
): Change {
  const { entry } = change;
  const said = { ...entry.payload, ...payload };
  return {
    ...change,
    entry: {
      ...entry,
      facts: { ...entry.facts, ...facts },
      ...(Object.keys(said).length === 0 ? {} : { payload: said }),
    },
  };
}

/** The step that is open. @throws Refusal CaseIsMoving between two steps, CaseMovedOn after the end */
export function requireOpenStep(subject: Case): RouteStep {
  const step = openStep(subject);
  if (step !== undefined) return step;
  throw new Refusal(standingOf(subject) === 'moving' ? 'CaseIsMoving' : 'CaseMovedOn', {
    status: subject.status,
  });
}

/** Leaves the open step; the flow opens the next. The freezing step fixes regime and route from this day on. */
export function settled(subject: Case, today: CivilDate, outcome: NonNullable<RouteStep['outcome']>): Case {
  const step = requireOpenStep(subject);
  const { position, assignee, list, struckFrom, ...rest } = withoutAsking(subject, step.code, today);
  const route = subject.route;
  if (route === undefined) throw new Refusal('CaseIsMoving');
  return {
    ...rest,
    route: {
      ...route,
      ...(step.freezes && outcome !== 'ended' && route.frozenOn === undefined ? { frozenOn: today } : {}),
      steps: route.steps.map((other) =>
        other === step ? { ...other, state: 'settled', settledOn: today, outcome } : other,
      ),
    },
    turn: subject.turn + 1,
  };
}

/** The case ends here and now; the flow only closes its execution. */
export function ended(subject: Case, today: CivilDate, status: EndStatus): Case {
  const atStep = openStep(subject) === undefined ? subject : settled(subject, today, 'ended');
  const { position, assignee, list, supplement, hold, struckFrom, question, ...rest } = atStep;
  return { ...rest, status, endedOn: today, turn: subject.turn + 1 };
}

/** Working days left to the open step, where its due day was counted in working days. */
export function daysLeft(
  step: RouteStep,
  setting: Pick<ActSetting, 'today' | 'calendar'>,
): number | undefined {
  if (!('workingDays' in step.due)) return undefined;
  return workingDaysBetween(setting.calendar, setting.today, step.dueOn);
}

/** The clock runs on: the due day moves by as many working days as were left when it stopped. A fixed day stays. */
export function resumed(
  subject: Case,
  left: number | undefined,
  setting: Pick<ActSetting, 'today' | 'calendar'>,
): Case {
  const step = requireOpenStep(subject);
  const route = subject.route;
  if (left === undefined || route === undefined) return { ...subject, turn: subject.turn + 1 };
  const dueOn = addWorkingDays(setting.calendar, setting.today, Math.max(left, 1));
  const { remindedOn, escalatedOn, ...kept } = step;
  const steps = route.steps.map((other) => (other === step ? { ...kept, dueOn } : other));
  return { ...subject, route: { ...route, steps }, turn: subject.turn + 1 };
}

export function requireStanding(subject: Case, allowed: readonly Standing[]): void {
  const standing = standingOf(subject);
  if (allowed.includes(standing)) return;
  if (standing === 'moving') throw new Refusal('CaseIsMoving');
  throw new Refusal('CaseMovedOn', { standing, status: subject.status });
}
