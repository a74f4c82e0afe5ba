import { isWorkingDay, type Calendar } from '../calendar.ts';
import { addDays, type CivilDate } from '../time.ts';
import type { CaseFacts, DayFacts } from './facts.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

type Stopped = NonNullable<DayFacts['stopped']>;

/** The working days after an event on which the clock ran; the event's own day doesn't count. */
function runs(calendar: Calendar, stopped: Stopped, day: CivilDate): boolean {
  return isWorkingDay(calendar, day) && !stopped.some(({ from, to }) => from <= day && day <= to);
}

function dueDay(calendar: Calendar, stopped: Stopped, from: CivilDate, count: number): CivilDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (runs(calendar, stopped, day)) left -= 1;
  }
  return day;
}

function daysUsed(calendar: Calendar, stopped: Stopped, from: CivilDate, to: CivilDate): number {
  let used = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (runs(calendar, stopped, day)) used += 1;
  }
  return used;
}

interface Span {
  readonly what: 'return' | 'appraise' | 'notify';
  readonly from: CivilDate;
  readonly ended: CivilDate | undefined;
}

function spansOf(days: DayFacts): Span[] {
  const { receivedOn, returnedOn, appraisedOn, decidedOn, notifiedOn } = days;
  const spans: Span[] = [];
  if (receivedOn !== undefined && returnedOn !== undefined)
    spans.push({ what: 'return', from: receivedOn, ended: returnedOn });
  else if (receivedOn !== undefined)
    spans.push({ what: 'appraise', from: receivedOn, ended: appraisedOn ?? decidedOn });
  if (decidedOn !== undefined) spans.push({ what: 'notify', from: decidedOn, ended: notifiedOn });
  return spans;
}

function timed({ what, from, ended }: Span, { days, today }: CaseFacts, { law, day }: Setting): Outcome {
  const limit = law.number(`limit.${what}`, day);
  const stopped = days?.stopped ?? [];
  const used = daysUsed(law.calendar, stopped, from, ended ?? today);
  const due = dueDay(law.calendar, stopped, from, limit.value);
  const facts = [
    { key: 'from', value: from },
    { key: 'used', value: used },
    { key: 'allowed', value: limit.value },
    { key: 'due', value: due },
  ];
  const computation = [{ key: 'due', expression: `${from} + ${String(limit.value)}`, value: due }];
  const told = { facts, computation, cites: limit.row.sources };
  if (used <= limit.value) return { verdict: 'passes', ...told };
  return { verdict: 'fails', because: ended === undefined ? `${what}Overdue` : `${what}Late`, ...told };
}

function inTime(facts: CaseFacts, setting: Setting): Outcome | undefined {
  const outcomes = spansOf(facts.days ?? {}).map((span) => timed(span, facts, setting));
  return outcomes.findLast(({ verdict }) => verdict === 'fails') ?? outcomes.at(-1);
}

function beforeConference(
  { nomination, days, today }: CaseFacts,
  { law, day }: Setting,
): Outcome | undefined {
  const conferenceOn = days?.conferenceOn;
  if (conferenceOn === undefined || nomination === undefined) return undefined;
  if (nomination.type === 'unexpected') return { verdict: 'passes', facts: [] };
  const limit = law.number('limit.conference', day);
  const lastDay = addDays(conferenceOn, -limit.value);
  const arrived = days?.receivedOn ?? today;
  const facts = [
    { key: 'arrived', value: arrived },
    { key: 'conferenceOn', value: conferenceOn },
    { key: 'daysBefore', value: limit.value },
    { key: 'lastDay', value: lastDay },
  ];
  return { verdict: arrived <= lastDay ? 'passes' : 'fails', facts, cites: limit.row.sources };
}

export const clockRules: readonly Rule[] = [
  { id: 'R13', stages: ['receive', 'appraise', 'council', 'decide'], judge: inTime },
  { id: 'R14', stages: ['submit', 'receive'], judge: beforeConference },
];
