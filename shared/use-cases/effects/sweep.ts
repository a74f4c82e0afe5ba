import { epochMs, instantOf } from '../../domain/time.ts';
import { StoreUnavailable, type Item, type Ports, type Query } from '../../ports.ts';
import { loadFlow } from '../../records/flow-record.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { recountMarked } from '../figures/recount.ts';
import { closeDays } from '../roots/close-days.ts';
import { longestWaitMs, nextGeneration, startAnew, statusOf, wake } from '../flow/carry.ts';
import { eraseOldSlips } from '../slips/erase-slips.ts';
import { inOrder, takeUp } from './attempts.ts';
import { catchUp, pendingRecords } from './catch-up.ts';
import { gatherDigests } from './gather-digests.ts';
import { resendMails } from './send-mails.ts';

const overdueMs = 3_600_000;

/**
 * Repairs what was lost: effects never nudged, waits an hour overdue whose execution no longer lives, and waits for a time that
 * came from a clock put right since. Closes the days that have passed, and counts figures anew. What an earlier sweep was cut off at comes last, one by
 * one, so that nothing else waits behind it.
 * @param catchUpOne answers when the record is caught up
 */
export async function sweep(
  ports: Ports,
  catchUpOne: (record: string) => Promise<void> = (record) => catchUp(ports, record),
): Promise<{ caughtUp: number; restarted: number; closed: number }> {
  const pending = await pendingRecords(ports);
  const { sound, suspect } = await inOrder(ports, pending);
  for (const record of sound) await workOn(ports, record, catchUpOne);
  await resendMails(ports);
  await gatherDigests(ports);
  const restarted = await restartLost(ports);
  const closed = await closePassed(ports);
  await recountMarked(ports);
  await eraseOldSlips(ports);
  for (const record of suspect) await workOn(ports, record, catchUpOne);
  return { caughtUp: pending.length, restarted, closed };
}

async function workOn(
  ports: Ports,
  record: string,
  catchUpOne: (record: string) => Promise<void>,
): Promise<void> {
  try {
    if (await takeUp(ports, record)) await catchUpOne(record);
  } catch (error) {
    ports.alarm('EffectsFailed', { record, error: nameOf(error) });
  }
}

/** Days that can't be closed now are closed by a later sweep. */
async function closePassed(ports: Ports): Promise<number> {
  try {
    return await closeDays(ports);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.alarm('DaysNotClosed', { error: nameOf(error) });
    return 0;
  }
}

async function restartLost(ports: Ports): Promise<number> {
  const now = epochMs(ports.clock.office());
  const overdue = await waits(ports, { from: '', to: instantOf(now - overdueMs) });
  const tooFar = await waits(ports, { from: instantOf(now + longestWaitMs + overdueMs) });
  let restarted = 0;
  for (const item of [...overdue, ...tooFar]) {
    try {
      const found = await restart(ports, item);
      if (found === 'started') restarted += 1;
      if (found === 'lives' && tooFar.includes(item)) await wake(ports, item.pk);
    } catch (error) {
      // An outage is no fault of this record; any other error must not hold up those behind it.
      if (error instanceof StoreUnavailable) throw error;
      ports.alarm('RestartFailed', { record: item.pk, error: nameOf(error) });
    }
  }
  return restarted;
}

const waits = (ports: Ports, range: Pick<Query, 'from' | 'to'>): Promise<Item[]> =>
  queryAll(ports.store, { index: 'g1', pk: indexes.waits().pk, ...range });

async function restart(ports: Ports, item: Item): Promise<string> {
  const [record, flow] = [item.pk, loadFlow(item)];
  if (flow?.value.state !== 'running') return 'ended';
  if (flow.value.moved === true) return startAnew(ports, record, flow);
  const { generation } = flow.value;
  if ((await statusOf(ports, record, generation)) === 'RUNNING') return 'lives';
  return nextGeneration(ports, record, generation);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
