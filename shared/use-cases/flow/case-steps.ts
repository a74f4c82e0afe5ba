import { isEnded, nextStepIndex, standingOf, type Case } from '../../domain/case.ts';
import type { CaseChange } from '../../domain/case-acts/change.ts';
import { datesDue, markDates, openNext, wakeOn } from '../../domain/case-acts/flowing.ts';
import { isRefusal, Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round.ts';
import { leadsElsewhere } from '../../domain/route.ts';
import { addDays, at, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import type { Loaded } from '../../records/item.ts';
import { withRetries } from '../acting/request.ts';
import { readGround, readRound, rerouteCase, roundDaysOf } from '../rounds/routing.ts';
import { Work } from '../acting/work.ts';
import { endFlow, isCurrent, secondsUntil, superseded, type FlowView } from './carry.ts';

/** Office hour at which the flow looks at dates. */
const lookingHour = 8;

interface Carried {
  readonly record: string;
  readonly generation: number;
}

/** The task OpenStep: opens the next step of a case that is between two, ends its flow when it has ended. Repeatable. */
export async function openStepOf(ports: Ports, carried: Carried): Promise<FlowView> {
  if (!(await isCurrent(ports, carried.record, carried.generation))) return superseded;
  return withRetries(async () => {
    const meta = await readCarried(ports, carried.record);
    if (standingOf(meta.value) !== 'moving') return settledView(ports, carried.record, meta.value);
    const { current, round } = await onTodaysRoute(ports, meta.value);
    const { calendar } = await ports.law.current();
    const change = openNext(current, {
      today: ports.clock.today(),
      calendar,
      roundDays: roundDaysOf(round, current.form),
    });
    if (change === undefined)
      throw new Refusal('RouteUnresolvable', { record: carried.record, reason: 'nothingToOpen' });
    const work = new Work(ports, undefined);
    work.changeCase(meta, tellingOfTheWay(meta.value, current, change));
    await work.commit();
    return viewOf(ports, change.subject);
  });
}

/** The task CheckDates: reminds and escalates what is due, once a day, and says where the case stands. */
export async function checkDatesOf(ports: Ports, carried: Carried): Promise<FlowView> {
  if (!(await isCurrent(ports, carried.record, carried.generation))) return superseded;
  return withRetries(async () => {
    const meta = await readCarried(ports, carried.record);
    const today = ports.clock.today();
    const { calendar } = await ports.law.current();
    const due = datesDue(meta.value, today, calendar);
    if (!due.remind && !due.escalate) return settledView(ports, carried.record, meta.value);
    const work = new Work(ports, undefined);
    const subject = markDates(meta.value, today, due);
    const act = due.escalate ? 'Escalated' : 'Reminded';
    work.changeCase(meta, {
      subject,
      entry: { act, facts: { on: today, both: due.escalate && due.remind } },
    });
    await work.commit();
    return viewOf(ports, subject);
  });
}

async function readCarried(ports: Ports, record: string): Promise<Loaded<Case>> {
  const [item] = await ports.store.get([{ pk: record, sk: 'META' }]);
  const meta = loadCase(item);
  if (meta === undefined) throw new Refusal('CaseNotFound', { record });
  return meta;
}

async function settledView(ports: Ports, record: string, subject: Case): Promise<FlowView> {
  if (isEnded(subject.status)) await endFlow(ports, record);
  return viewOf(ports, subject);
}

/** Until RECEIVE the way is computed anew each time it goes on, from today's law and organisations. */
async function onTodaysRoute(
  ports: Ports,
  subject: Case,
): Promise<{ current: Case; round: Round | undefined }> {
  if (subject.route === undefined || subject.route.frozenOn !== undefined)
    return { current: subject, round: await readRound(ports, subject.round) };
  const ground = await readGround(ports, subject);
  const { round } = ground;
  try {
    const { position: _none, route: _old, ...rest } = subject;
    const rerouted = rerouteCase(ground, subject, { form: subject.form, day: ports.clock.today() });
    return { current: { ...rest, ...rerouted }, round };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    ports.alarm(error.code, { case: subject.id, step: nextStepIndex(subject) ?? 0 });
    return { current: subject, round };
  }
}

/** The entry says so where the case goes on by another way than it was told: by which it went until now. */
function tellingOfTheWay(before: Case, current: Case, change: CaseChange): CaseChange {
  const [was, is] = [before.route, current.route];
  if (was === undefined || is === undefined || !leadsElsewhere(was, is)) return change;
  const { entry } = change;
  return { ...change, entry: { ...entry, facts: { ...entry.facts, reroutedFrom: was.template } } };
}

function placeOf(subject: Case): string {
  const standing = standingOf(subject);
  if (standing === 'ended') return subject.status;
  if (standing === 'moving') return 'MOVING';
  if (standing === 'hold') return 'HOLD';
  return standing === 'supplement' ? 'SUPPLEMENT' : 'STEP';
}

async function viewOf(ports: Ports, subject: Case): Promise<FlowView> {
  // Looked at early in the morning, today's own looking is still to come.
  const today = ports.clock.today();
  const lookedOn = ports.clock.office() < at(today, lookingHour) ? addDays(today, -1) : today;
  const { calendar } = await ports.law.current();
  const wake: CivilDate = wakeOn(subject, lookedOn, calendar);
  return {
    place: placeOf(subject),
    turn: subject.turn,
    wakeInSeconds: secondsUntil(ports, at(wake, lookingHour)),
  };
}
