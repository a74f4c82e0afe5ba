import { epochMs, instantOf, type Instant } from '../../domain/time.ts';
import { CommitConflict, type FlowName, type Ports } from '../../ports.ts';
import { flowWrite, loadFlow, turnOf, type Flow } from '../../records/flow-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { withRetries } from '../acting/request.ts';

/** What the flow knows of a record: where it stands, its turn, and when to look again at the latest. */
export interface FlowView {
  readonly [name: string]: string | number;
  readonly place: string;
  readonly turn: number;
  /** Office seconds, 1 to 31 days of them. */
  readonly wakeInSeconds: number;
}

/** An execution of an older generation finds itself replaced and ends. */
export const superseded: FlowView = { place: 'SUPERSEDED', turn: 0, wakeInSeconds: 1 };

const flowOf = (record: string): FlowName => (record.startsWith('CEREMONY#') ? 'ceremony' : 'case');

/** `01J…-1`: unique for ever, and only characters that Step Functions takes in a name. */
const executionName = (record: string, generation: number): string =>
  `${record.slice(record.indexOf('#') + 1)}-${generation}`;

/** Milliseconds of office time; a wait that notes more was begun while the office's clock was ahead. */
export const longestWaitMs = 31 * 24 * 3_600_000;

/** @returns how long the flow waits for that moment, at most: what is further away is looked at on the way there, too */
export function secondsUntil(ports: Ports, then: Instant): number {
  const ms = Math.min(longestWaitMs, epochMs(then) - epochMs(ports.clock.office()));
  return Math.max(1, Math.floor(ms / 1000));
}

/** Starts the record's execution, or makes sure that it was started. Repeatable. */
export async function ensureStarted(ports: Ports, record: string): Promise<void> {
  const flow = await withRetries(async () => {
    const [item] = await ports.store.get([keys.flow(record)]);
    const known = loadFlow(item);
    if (known?.value.moved === true) await startAnew(ports, record, known);
    if (known !== undefined) return known.value;
    const fresh: Flow = { generation: 1, state: 'running', lookAgainAt: ports.clock.office() };
    await ports.store.commit([flowWrite(record, undefined, fresh)]);
    return fresh;
  });
  if (flow.state === 'running' && flow.moved !== true) await start(ports, record, flow.generation);
}

type Starting = Pick<Ports, 'store' | 'clock' | 'workflow'>;

async function start({ workflow }: Starting, record: string, generation: number): Promise<void> {
  await workflow.start(flowOf(record), executionName(record, generation), { record, generation });
}

/**
 * A generation more, for a record whose execution stayed in another home or that an operator wants carried anew: nothing
 * was lost, so nothing is counted. Names that this home has used in an earlier life of the record are left out.
 */
export async function startAnew(
  ports: Starting,
  record: string,
  before: Loaded<Flow> | undefined,
): Promise<'started' | 'ended'> {
  let generation = (before?.value.generation ?? 0) + 1;
  while ((await statusOf(ports, record, generation)) !== 'NOT_FOUND') generation += 1;
  const after: Flow = { generation, state: 'running', lookAgainAt: ports.clock.office() };
  if (!(await raise(ports, record, { before, after }))) return 'ended';
  await start(ports, record, generation);
  return 'started';
}

export const statusOf = ({ workflow }: Pick<Ports, 'workflow'>, record: string, generation: number) =>
  workflow.status(flowOf(record), executionName(record, generation));

/**
 * Tells the waiting execution to look again. A token that is gone counts as told; none stored: the wait looks itself.
 * Until it has looked and waits anew the sweep may ask after it: a lost one must not be found on its due day only.
 */
export async function wake(ports: Ports, record: string): Promise<void> {
  const token = await withRetries(async () => {
    const [item] = await ports.store.get([keys.flow(record)]);
    const before = loadFlow(item);
    if (before?.value.state !== 'running') return undefined;
    if (before.value.moved === true) {
      await startAnew(ports, record, before);
      return undefined;
    }
    await ports.store.commit([
      flowWrite(record, before, { ...before.value, lookAgainAt: ports.clock.office() }),
    ]);
    return before.value.token;
  });
  if (token !== undefined) await ports.workflow.resume(token, { look: 'again' });
}

/**
 * The waiting task: stores its token first and reads the record after, so that a turn raised in between is never
 * missed; then it answers itself.
 */
export async function awaitTurn(
  ports: Ports,
  wait: { record: string; generation: number; turn: number; wakeInSeconds: number; token: string },
): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.flow(wait.record)]);
    const before = loadFlow(item);
    if (before?.value.generation !== wait.generation) return;
    const lookAgainAt = instantOf(epochMs(ports.clock.office()) + wait.wakeInSeconds * 1000);
    await ports.store.commit([
      flowWrite(wait.record, before, { ...before.value, token: wait.token, lookAgainAt }),
    ]);
  });
  const [meta, flow] = await ports.store.get([{ pk: wait.record, sk: 'META' }, keys.flow(wait.record)]);
  if (loadFlow(flow)?.value.generation !== wait.generation) {
    await ports.workflow.resume(wait.token, { look: 'again' });
  } else if (turnOf(meta) !== wait.turn) {
    // As if the act that raised it had come later: the sweep, too, is to know that it is looked at now.
    await wake(ports, wait.record);
  }
}

/** Whether this execution is still the one that carries the record. */
export async function isCurrent(ports: Ports, record: string, generation: number): Promise<boolean> {
  const [item] = await ports.store.get([keys.flow(record)]);
  return loadFlow(item)?.value.generation === generation;
}

/** The record has come to an end: nothing waits any more, and a closed execution of this name is right. */
export async function endFlow(ports: Ports, record: string): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.flow(record)]);
    const before = loadFlow(item);
    if (before?.value.state !== 'running') return;
    await ports.store.commit([
      flowWrite(record, before, { generation: before.value.generation, state: 'ended' }),
    ]);
  });
}

const lostInADay = 3;

/**
 * A failed, timed-out, aborted or lost execution leads to the next generation; the third in a day is parked. One that has
 * been replaced already is not replaced again: it is told of more than once.
 */
export async function nextGeneration(
  ports: Ports,
  record: string,
  lost: number,
): Promise<'started' | 'parked' | 'ended'> {
  const [item] = await ports.store.get([keys.flow(record)]);
  const before = loadFlow(item);
  if (before?.value.state !== 'running' || before.value.generation !== lost) return 'ended';
  const day = ports.clock.machine().slice(0, 10);
  const count = before.value.lost?.day === day ? before.value.lost.count + 1 : 1;
  if (count >= lostInADay) {
    const { generation } = before.value;
    const after: Flow = { generation, state: 'parked', lost: { day, count } };
    const parked = await raise(ports, record, { before, after });
    if (!parked) return 'ended';
    ports.alarm('ExecutionLost', { record, generation });
    return 'parked';
  }
  const generation = before.value.generation + 1;
  const lookAgainAt = ports.clock.office();
  const after: Flow = { generation, state: 'running', lookAgainAt, lost: { day, count } };
  const raised = await raise(ports, record, { before, after });
  // Somebody else raised it, or it has ended: an execution of ours would only use up the name.
  if (!raised) return 'ended';
  await start(ports, record, generation);
  return 'started';
}

async function raise(
  ports: Pick<Ports, 'store'>,
  record: string,
  { before, after }: { readonly before: Loaded<Flow> | undefined; readonly after: Flow },
): Promise<boolean> {
  try {
    await ports.store.commit([flowWrite(record, before, after)]);
    return true;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return false;
  }
}
