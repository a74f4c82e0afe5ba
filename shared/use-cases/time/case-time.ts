import { openStep, type Case, type CaseContent } from '../../domain/case.ts';
import { typeOf } from '../../domain/rules/case-facts.ts';
import { clockOf, type CaseClock } from '../../domain/case-clock.ts';
import { organisationIdSchema } from '../../domain/id.ts';
import type { Stretch } from '../../domain/law/clock.ts';
import {
  explainedDueDay,
  explainedLastSafeDay,
  explainedMiss,
  type Explanation,
} from '../../domain/law/explanation.ts';
import { explainedStepDue } from '../../domain/law/explained-step.ts';
import type { Law } from '../../domain/law/law.ts';
import type { Round } from '../../domain/round.ts';
import type { CivilDate } from '../../domain/time.ts';
import { stepAhead, timeAhead, type Risk, type TimeAhead } from '../../domain/time-ahead.ts';
import type { Ports, Store } from '../../ports.ts';
import type { HistoryEntry } from '../../records/history-record.ts';
import { readPace } from '../../records/pace-record.ts';
import { readRound, roundDaysOf } from '../rounds/routing.ts';
import type { Names, OrganisationName } from '../views/reader.ts';

/** What a case's page and API tell of its time; each day with why. */
export interface CaseTime {
  /** Why the open step is due on its day. */
  readonly step?: Explanation;
  readonly clock?: ClockView;
  readonly ahead?: AheadView;
}

export interface ClockView {
  readonly why: Explanation;
  readonly left: number;
  readonly dueOn?: CivilDate;
  /** Since then it counts no more. */
  readonly doneOn?: CivilDate;
  readonly stretches: readonly (Omit<Stretch, 'holder'> & { readonly holder: OrganisationName })[];
}

export interface AheadView {
  readonly risk: Risk;
  readonly step: string;
  /** The last days on which steps that a fixed day binds may be settled. */
  readonly lastSafe: readonly { readonly step: string; readonly on: CivilDate; readonly why: Explanation }[];
  /** A fixed day that can't be reached any more, and what is lawful instead. */
  readonly missed?: Explanation;
  readonly forecast: TimeAhead['forecast'];
}

interface Asked {
  readonly law: Law;
  readonly round: Round | undefined;
  readonly today: CivilDate;
}

/** What lies ahead of a case. */
async function readTimeAhead(
  store: Store,
  subject: Case,
  { law, round, today }: Asked,
  content: CaseContent | undefined,
): Promise<TimeAhead | undefined> {
  const step = stepAhead(subject);
  if (step === undefined) return undefined;
  const past = await readPace(store, step.organisation, step.code);
  const roundDays = roundDaysOf(round, subject.form);
  return timeAhead(law, subject, { past, today, roundDays, type: typeOf(subject, content) });
}

/** @param ahead what was read of it: readTimeAhead */
export function caseTimeOf(
  subject: Case,
  history: readonly HistoryEntry[],
  {
    law,
    today,
    names,
    ahead,
  }: Omit<Asked, 'round'> & { readonly names: Names; readonly ahead: TimeAhead | undefined },
): CaseTime {
  const clock = clockOf(law, subject, { history: history.map(({ entry }) => entry), today });
  const step = openStepDue(law, subject);
  return {
    ...(step === undefined ? {} : { step }),
    ...(clock === undefined ? {} : { clock: clockView(law, clock, names) }),
    ...(ahead === undefined ? {} : { ahead: aheadView(law, ahead) }),
  };
}

/** Undefined between two steps, and while a hold or a supplement stops the days of the step. */
function openStepDue(law: Law, subject: Case): Explanation | undefined {
  const { route, hold, supplement } = subject;
  const step = openStep(subject);
  if (route === undefined || step === undefined || hold !== undefined || supplement !== undefined)
    return undefined;
  return explainedStepDue(law, route, step);
}

function clockView(law: Law, { limit, reading, doneOn }: CaseClock, names: Names): ClockView {
  const { left, dueOn, stretches } = reading;
  return {
    why: explainedDueDay(law, limit, reading),
    left,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
    stretches: stretches.map(({ holder, ...stretch }) => ({
      ...stretch,
      holder: names.organisation(organisationIdSchema.parse(holder)),
    })),
  };
}

export function aheadView(law: Law, { step, plan, forecast, risk }: TimeAhead): AheadView {
  const lastSafe = plan.steps.flatMap((safe) => {
    const why = explainedLastSafeDay(law, safe);
    return why === undefined || safe.on === undefined ? [] : [{ step: safe.step, on: safe.on, why }];
  });
  const missed = plan.state === 'tooLate' ? explainedMiss(law, plan) : undefined;
  return { risk, step: step.code, lastSafe, forecast, ...(missed === undefined ? {} : { missed }) };
}

/** The case's round, the law of today, and what lies ahead. */
export async function readRoundAndAhead(ports: Ports, subject: Case, content: CaseContent | undefined) {
  const [round, inForce] = await Promise.all([readRound(ports, subject.round), ports.law.current()]);
  const asked = { law: inForce, round, today: ports.clock.today() };
  return { round, inForce, ahead: await readTimeAhead(ports.store, subject, asked, content) };
}
