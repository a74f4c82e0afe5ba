import { epochMs, instantOf } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadFlow } from '../../records/flow-record.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { executionName, flowOf, nextGeneration } from '../flow/carry.ts';
import { catchUp, pendingRecords } from './catch-up.ts';
import { resendMails } from './notify.ts';

const overdueMs = 3_600_000;

/** Repairs what was lost: effects never nudged, and waits an hour overdue whose execution no longer lives. */
export async function sweep(
  ports: Ports,
  catchUpOne: (record: string) => Promise<void> = (record) => catchUp(ports, record),
): Promise<{ caughtUp: number; restarted: number }> {
  const pending = await pendingRecords(ports);
  for (const record of pending) {
    try {
      await catchUpOne(record);
    } catch (error) {
      ports.alarm('EffectsFailed', { record, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  await resendMails(ports);
  return { caughtUp: pending.length, restarted: await restartLost(ports) };
}

async function restartLost(ports: Ports): Promise<number> {
  const overdue = instantOf(epochMs(ports.clock.office()) - overdueMs);
  const items = await queryAll(ports.store, { index: 'g1', pk: indexes.waits().pk, from: '', to: overdue });
  let restarted = 0;
  for (const item of items) {
    const flow = loadFlow(item)?.value;
    if (flow?.state !== 'running') continue;
    const status = await ports.workflow.status(flowOf(item.pk), executionName(item.pk, flow.generation));
    if (status !== 'RUNNING' && (await nextGeneration(ports, item.pk)) === 'started') restarted += 1;
  }
  return restarted;
}
