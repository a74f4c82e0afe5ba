import { actingPost } from '../../domain/actor.ts';
import { openStep, standingOf, type Case } from '../../domain/case.ts';
import { requireStanding, type ActSetting } from '../../domain/case-acts/change.ts';
import { officeOf, standsFor, type CaseRule } from '../../domain/permission.ts';
import { Refusal, type RefusalDetails } from '../../domain/refusal.ts';
import type { Hand } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { readLastEntry } from '../../records/history-record.ts';
import { recordId } from '../../records/keys.ts';
import type { RequestContext } from '../acting/request.ts';
import { ownHands } from '../acting/sealed-hands.ts';

interface Asker extends Pick<RequestContext, 'actor'> {
  /** As what they handle a sealed case, where that was asked already. */
  readonly hands?: readonly Hand[] | undefined;
}

/** Rights, then standing: a stranger learns nothing about where the case stands. */
export async function settingUnder(
  ports: Ports,
  asker: Asker,
  subject: Case,
  rule: CaseRule,
): Promise<ActSetting> {
  const today = ports.clock.today();
  const step = openStep(subject);
  const organisation = officeOf(rule, subject);
  if (organisation === undefined) {
    requireStanding(subject, rule.standings);
    throw new Refusal('CaseMovedOn', { standing: standingOf(subject) });
  }
  const hands = asker.hands ?? (await ownHands(ports, asker.actor, subject));
  const post = actingPost(asker.actor, today, { organisation, roles: rule.roles, hands });
  requireStanding(subject, rule.standings);
  if (!standsFor(rule, subject)) throw new Refusal('CaseMovedOn', { standing: 'noSupplement' });
  if (rule.stepKinds !== undefined && (step === undefined || !rule.stepKinds.includes(step.kind))) {
    throw new Refusal('CaseMovedOn', { standing: standingOf(subject), step: step?.code ?? '' });
  }
  const { calendar } = await ports.law.current();
  return { today, calendar, post };
}

/** A case that moved on is refused with what happened to it, unless that is said already. */
export async function withWhatHappened(ports: Ports, error: unknown, subject: Case): Promise<unknown> {
  if (!(error instanceof Refusal) || (error.code !== 'CaseMovedOn' && error.code !== 'CaseIsMoving'))
    return error;
  if ('happened' in error.details) return error;
  const happened = await whatHappened(ports, recordId('CASE', subject.id), subject.entries);
  return new Refusal(error.code, { ...error.details, ...happened }, error.faults);
}

/** The last of a record's entries: the act, when, and by whom where it was somebody's. */
export async function whatHappened(ports: Ports, record: string, entries: number): Promise<RefusalDetails> {
  const last = await readLastEntry(ports.store, record, entries);
  if (last === undefined) return {};
  return { happened: last.act, at: last.at, ...(last.by === undefined ? {} : { by: last.by.person }) };
}
