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
  const { arrivedOn, answeredOn, receivedOn, appraisedOn, decidedOn, notifiedOn } = days;
  const spans: Span[] = [];
  if (arrivedOn !== undefined) spans.push({ what: 'return', from: arrivedOn, ended: answeredOn });
  if (receivedOn !== undefined)
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
    // To ask for a supplement is an answer: it ends that time, and doesn't stop it.
    stops: (days?.stopped ?? []).filter(({ reason }) => what !== 'return' || reason === 'hold'),
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

/** What runs late says so before what was late and is over; of several the last. */
function inTime(facts: CaseFacts, setting: Setting): Outcome | undefined {
  const outcomes = spansOf(facts.days ?? {}).map((span) => timed(span, facts, setting));
  const late = outcomes.filter(({ verdict }) => verdict === 'fails');
  return late.findLast(({ because = '' }) => because.endsWith('Overdue')) ?? late.at(-1) ?? outcomes.at(-1);
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
