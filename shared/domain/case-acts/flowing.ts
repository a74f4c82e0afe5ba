import type { Calendar } from '../calendar.ts';
import type { Case, EndStatus, RouteStep } from '../case.ts';
import { nextStepIndex, openStep, standingOf } from '../case.ts';
import type { List, ListRow, NumberedRow } from '../list.ts';
import { datedFrom, dueDay, remindersFor, type RoundDays } from '../route.ts';
import type { OrganisationId } from '../id.ts';
import { addDays, type CivilDate } from '../time.ts';
import { ended, settled, type CaseChange } from './change.ts';

/** What the flow does to a case, and what an issued list does to its cases. No person acts here. */

/** Opens the next step: place, holder and due day; what lies ahead is expected anew. @returns undefined when there is nothing to open */
export function openNext(
  subject: Case,
  setting: { today: CivilDate; calendar: Calendar; roundDays: RoundDays | undefined },
): CaseChange | undefined {
  if (standingOf(subject) !== 'moving') return undefined;
  const index = nextStepIndex(subject);
  const route = subject.route;
  const step = index === undefined ? undefined : route?.steps[index];
  if (index === undefined || route === undefined || step === undefined) return undefined;
  const opened: RouteStep = {
    ...step,
    state: 'open',
    openedOn: setting.today,
    dueOn: dueDay(step.due, setting.today, setting),
  };
  const ahead = datedFrom(route.steps.slice(index + 1), opened.dueOn, setting);
  const readers: OrganisationId[] = subject.readers.includes(step.organisation)
    ? subject.readers
    : [...subject.readers, step.organisation];
  return {
    subject: {
      ...subject,
      position: index,
      readers,
      route: { ...route, steps: [...route.steps.slice(0, index), opened, ...ahead] },
    },
    entry: {
      act: 'StepOpened',
      facts: { step: step.code, organisation: step.organisation, dueOn: opened.dueOn },
    },
  };
}

/**
 * What an issued letter or decision, or a signed session, means for one of its cases. Idempotent by (list, case).
 * @returns undefined when the list doesn't move this case: settled before, held, ended, or no longer on it
 */
export function settleByList(
  subject: Case,
  list: List,
  row: NumberedRow,
  today: CivilDate,
): CaseChange | undefined {
  if (subject.settledBy.includes(list.id) || row.state !== 'on' || subject.hold !== undefined)
    return undefined;
  if (list.kind === 'opinionRequest' || subject.list !== list.id) return undefined;
  if (openStep(subject) === undefined) return undefined;
  const known: Case = { ...subject, settledBy: [...subject.settledBy, list.id] };
  const facts = { list: list.id, step: openStep(subject)?.code ?? '' };
  if (list.kind === 'session') return settleBySession(known, row, today, facts);
  if (list.kind === 'letter') {
    const outcome = row.recommended ? 'recommended' : 'notRecommended';
    return {
      subject: settled(known, today, outcome),
      entry: { act: 'LetterIssued', facts: { ...facts, outcome } },
    };
  }
  const status: EndStatus = list.kind === 'decision' ? 'AWARDED' : 'APPROVED';
  const decided = settled(known, today, 'awarded');
  const { goldenBookNumber } = row;
  return {
    subject: {
      ...ended(decided, today, status),
      ...(goldenBookNumber === undefined ? {} : { goldenBookNumber }),
    },
    entry: { act: status === 'AWARDED' ? 'Awarded' : 'Approved', facts },
  };
}

function settleBySession(
  subject: Case,
  row: ListRow,
  today: CivilDate,
  facts: { list: string; step: string },
): CaseChange {
  const outcome = row.result?.outcome ?? 'postponed';
  const entry = { act: 'CouncilConcluded', facts: { ...facts, outcome } };
  if (outcome === 'agreed') return { subject: settled(subject, today, 'agreed'), entry };
  if (outcome === 'notAgreed') {
    return {
      subject: ended(subject, today, subject.kind === 'nomination' ? 'NOT_AWARDED' : 'NOT_APPROVED'),
      entry,
    };
  }
  // Another form or postponed: the case stays at its step, free, until the secretary acts.
  const { list, ...free } = subject;
  return { subject: { ...free, turn: subject.turn + 1 }, entry };
}

export interface DatesDue {
  readonly remind: boolean;
  readonly escalate: boolean;
}

/** What is due today for whoever holds the case; marks on the step keep it to once a day. */
export function datesDue(subject: Case, today: CivilDate, calendar: Calendar): DatesDue {
  const step = openStep(subject);
  if (step === undefined || subject.hold !== undefined) return { remind: false, escalate: false };
  const dueOn = subject.supplement?.dueOn ?? step.dueOn;
  const { remindOn, escalateOn } = remindersFor(dueOn, calendar);
  const told = step.remindedOn;
  const dayOfReminder = today >= dueOn ? (today > dueOn ? lastWeeklyDay(dueOn, today) : dueOn) : remindOn;
  return {
    remind: today >= remindOn && (told === undefined || told < dayOfReminder),
    // Told before that day, it was told of another: of a supplement that is over, or of the step before one.
    escalate: today >= escalateOn && (step.escalatedOn === undefined || step.escalatedOn < escalateOn),
  };
}

/** Overdue work is called to mind every seventh day, not every day. */
function lastWeeklyDay(dueOn: CivilDate, today: CivilDate): CivilDate {
  let day = dueOn;
  while (addDays(day, 7) <= today) day = addDays(day, 7);
  return day;
}

/** The next day on which the flow must look at the case. */
export function wakeOn(subject: Case, today: CivilDate, calendar: Calendar): CivilDate {
  const step = openStep(subject);
  if (step === undefined || subject.hold !== undefined) return addDays(today, 30);
  const { remindOn, dueOn, escalateOn } = remindersFor(subject.supplement?.dueOn ?? step.dueOn, calendar);
  return [remindOn, dueOn, escalateOn].find((day) => day > today) ?? addDays(lastWeeklyDay(dueOn, today), 7);
}

export function markDates(subject: Case, today: CivilDate, due: DatesDue): Case {
  const step = openStep(subject);
  const route = subject.route;
  if (step === undefined || route === undefined) return subject;
  const marked: RouteStep = {
    ...step,
    ...(due.remind ? { remindedOn: today } : {}),
    ...(due.escalate ? { escalatedOn: today } : {}),
  };
  return {
    ...subject,
    route: { ...route, steps: route.steps.map((other) => (other === step ? marked : other)) },
  };
}
