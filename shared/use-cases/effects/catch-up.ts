import type { Entry } from '../../domain/history.ts';
import { CommitConflict, StoreUnavailable, type Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { effectsWrite, loadEffects, type Effects } from '../../records/flow-record.ts';
import { readEntriesAfter } from '../../records/history-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, pendingPartitions, pendingRecordOf } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { queryAll } from '../../records/query.ts';
import { loadCeremony } from '../../records/ceremony-record.ts';
import { caseEffects } from './case-effects.ts';
import { ceremonyEffects } from './ceremony-effects.ts';
import { listEffects } from './list-effects.ts';

const none: Effects = { through: 0, failures: 0, parked: false };

/** Failures in a row after which a record is parked with an alarm; it blocks nobody meanwhile. */
const parkAfter = 8;

/**
 * Does every effect of a record that is still due, in order, and moves its cursor behind each. Repeatable and safe
 * to run twice at once: a nudge, a stream record and the sweep all end here.
 */
export async function catchUp(ports: Ports, record: string): Promise<void> {
  for (let marked = true; ;) {
    const [item] = await ports.store.get([keys.effects(record)]);
    const cursor = loadEffects(item);
    if (cursor?.value.parked === true) return;
    try {
      const entries = await readEntriesAfter(ports.store, record, cursor?.value.through ?? 0);
      const last = entries.at(-1);
      if (last === undefined) {
        // Cut off between the cursor and the mark, an earlier run left the mark behind.
        if (marked && cursor !== undefined) await dropPending(ports, record, cursor.value.through);
        return;
      }
      const moved = await doEffects(ports, record, entries, cursor);
      if (moved) await dropPending(ports, record, last.seq);
      marked = !moved;
    } catch (error) {
      // An outage is no fault of the record: after it everything goes on by itself.
      if (!(error instanceof StoreUnavailable)) await countFailure(ports, record, error);
      throw error;
    }
  }
}

/** @returns false when another run moved the cursor first: it does the rest */
async function doEffects(
  ports: Ports,
  record: string,
  entries: readonly Entry[],
  cursor: Loaded<Effects> | undefined,
): Promise<boolean> {
  let before = cursor;
  for (const entry of entries) {
    await effectsOf(ports, record, entry);
    const after: Effects = { ...none, through: entry.seq };
    try {
      await ports.store.commit([effectsWrite(record, before, after)]);
    } catch (error) {
      if (error instanceof CommitConflict) return false;
      throw error;
    }
    before = { value: after, version: (before?.version ?? 0) + 1 };
  }
  return true;
}

async function effectsOf(ports: Ports, record: string, entry: Entry): Promise<void> {
  const [item] = await ports.store.get([{ pk: record, sk: 'META' }]);
  if (record.startsWith('CASE#')) {
    const subject = loadCase(item)?.value;
    if (subject !== undefined) await caseEffects(ports, subject, entry);
  } else if (record.startsWith('LIST#')) {
    const list = loadList(item)?.value;
    if (list !== undefined) await listEffects(ports, list, entry);
  } else {
    const ceremony = loadCeremony(item)?.value;
    if (ceremony !== undefined) await ceremonyEffects(ports, ceremony, entry);
  }
}

/** The mark goes only when nothing was entered since. */
async function dropPending(ports: Ports, record: string, seq: number): Promise<void> {
  try {
    await ports.store.commit([{ delete: keys.pending(record), if: { equals: { seq } } }]);
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
  }
}

async function countFailure(ports: Ports, record: string, error: unknown): Promise<void> {
  const [item] = await ports.store.get([keys.effects(record)]);
  const before = loadEffects(item);
  const failures = (before?.value.failures ?? 0) + 1;
  const parked = failures >= parkAfter;
  await ports.store.commit([
    effectsWrite(record, before, { through: before?.value.through ?? 0, failures, parked }),
  ]);
  if (parked)
    ports.alarm('EffectsParked', { record, error: error instanceof Error ? error.name : 'unknown' });
}

/** Records whose effects are due: what nudges lost. */
export async function pendingRecords(ports: Ports): Promise<string[]> {
  const pages = await Promise.all(pendingPartitions.map((pk) => queryAll(ports.store, { pk })));
  return pages.flat().flatMap((item) => pendingRecordOf(item) ?? []);
}
