import { readClock } from '../law/clock.ts';
import { addDays, type CivilDate } from '../time.ts';
import type { CaseFacts, DayFacts } from './facts.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

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
  const allowed = (what === 'appraise' ? days?.appraisalLimit : undefined) ?? limit.value;
  const {
    ran: used,
    dueOn,
    computation,
  } = readClock(law.calendar, {
    startedOn: from,
    until: ended ?? today,
    limit: allowed,
    steps: [],
    stops: days?.stopped ?? [],
  });
  const facts = [
    { key: 'from', value: from },
    { key: 'used', value: used },
    { key: 'allowed', value: allowed },
    ...(dueOn === undefined ? [] : [{ key: 'due', value: dueOn }]),
  ];
  const told = { facts, computation, cites: limit.row.sources };
  if (used <= allowed) return { verdict: 'passes', ...told };
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
