import type { Case } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import { quotaPlaceOf, type QuotaPlace } from '../../domain/quota.ts';
import { CommitConflict, StoreUnavailable, type Item, type Ports, type Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { effectsWrite, loadEffects, noEffects, type Effects } from '../../records/flow-record.ts';
import { readEntries } from '../../records/history-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, pendingPartitions, pendingRecordOf } from '../../records/keys.ts';
import { figureHash, figureWrites } from '../../records/figure-record.ts';
import { loadList } from '../../records/list-record.ts';
import { loadPast } from '../../records/past-record.ts';
import { loadSlip } from '../../records/slip-record.ts';
import { queryAll } from '../../records/query.ts';
import { quotaWrites } from '../../records/quota-record.ts';
import { loadOwnLaw } from '../../records/setting-record.ts';
import { loadRegister } from '../../records/register-record.ts';
import { loadClosings } from '../../records/root-record.ts';
import { loadCeremony } from '../../records/ceremony-record.ts';
import { countFailure, giveBack } from './attempts.ts';
import { caseEffects } from './case-effects.ts';
import { ceremonyEffects } from './ceremony-effects.ts';
import { listEffects } from './list-effects.ts';
import { pastEffects } from './past-effects.ts';
import { settingEffects } from './setting-effects.ts';
import { registerEffects } from './register-effects.ts';
import { rootEffects } from './root-effects.ts';

/**
 * Does every effect of a record that is still due, in order, and moves its cursor behind all of them in one commit.
 * Repeatable and safe to run twice at once: a nudge, a stream record and the sweep all end here.
 */
export async function catchUp(ports: Ports, record: string): Promise<void> {
  for (;;) {
    const [cursorItem, meta, mark] = await ports.store.get([
      keys.effects(record),
      { pk: record, sk: 'META' },
      keys.pending(record),
    ]);
    const cursor = loadEffects(cursorItem);
    if (cursor?.value.parked === true) return;
    try {
      if (await doEffects(ports, record, { cursor, meta, marked: mark !== undefined })) return;
    } catch (error) {
      // An outage is no fault of the record: after it everything goes on by itself.
      if (error instanceof StoreUnavailable) await giveBack(ports, record, cursor);
      else await countFailure(ports, record, error);
      throw error;
    }
  }
}

/** As it was read; the record may be older than what has been entered since. */
interface Due {
  readonly cursor: Loaded<Effects> | undefined;
  readonly meta: Item | undefined;
  /** The mark that effects are due stood there. */
  readonly marked: boolean;
}

/** @returns false when more was entered meanwhile, or another run moved the cursor first */
async function doEffects(ports: Ports, record: string, { cursor, meta, marked }: Due): Promise<boolean> {
  const subject = open(ports, record, meta);
  if (subject === undefined) return true;
  const { entries } = subject;
  const through = cursor?.value.through ?? 0;
  if (through >= entries) {
    // Cut off between the cursor and the mark, an earlier run left the mark behind; a newer one has a run of its own.
    if (marked) await dropPending(ports, record, through);
    await giveBack(ports, record, cursor);
    return true;
  }
  // No further than the record was read: what an entry says is never told of a record that is older.
  const due = await readEntries(ports.store, record, { after: through, through: entries });
  for (const entry of due) await subject.effectsOf(entry);
  const moved = await moveCursor(ports, record, cursor, subject);
  return moved && (!marked || (await dropPending(ports, record, entries)));
}

interface Subject {
  /** Its last entry. */
  readonly entries: number;
  /** Repeatable; does nothing for an entry of which nothing follows. */
  readonly effectsOf: (entry: Entry) => Promise<void>;
  /** Of a case that uses a quota. */
  readonly takes?: QuotaPlace | undefined;
  /** Of a case: where figures find it. */
  readonly figures?: Case | undefined;
}

function open(ports: Ports, record: string, meta: Item | undefined): Subject | undefined {
  if (record.startsWith('CASE#')) {
    const known = loadCase(meta);
    const subject = withEffects(ports, known, caseEffects);
    return (
      subject &&
      known && {
        ...subject,
        takes: quotaPlaceOf(known.value),
        figures: known.value,
      }
    );
  }
  if (record.startsWith('LIST#')) return withEffects(ports, loadList(meta), listEffects);
  if (record.startsWith('CEREMONY#')) return withEffects(ports, loadCeremony(meta), ceremonyEffects);
  if (record.startsWith('REGISTER#')) return withEffects(ports, loadRegister(meta), registerEffects);
  if (record.startsWith('PAST#')) return withEffects(ports, loadPast(meta), pastEffects);
  // Its office sees it when it opens its pages: nothing follows from a slip.
  if (record.startsWith('SLIP#')) return withEffects(ports, loadSlip(meta), async () => undefined);
  if (record.startsWith('LAW#')) return withEffects(ports, loadOwnLaw(meta), settingEffects);
  return withEffects(ports, loadClosings(meta), rootEffects);
}

function withEffects<T extends { readonly entries: number }>(
  ports: Ports,
  known: Loaded<T> | undefined,
  effects: (ports: Ports, value: T, entry: Entry) => Promise<void>,
): Subject | undefined {
  if (known === undefined) return undefined;
  const { value } = known;
  return { entries: value.entries, effectsOf: (entry) => effects(ports, value, entry) };
}

/**
 * What the case takes of its round's quotas is counted in the same commit, and so exactly once. So is told where it stands:
 * whoever moves the cursor has read the newest record, and an older one is never told after it.
 */
async function moveCursor(
  ports: Ports,
  record: string,
  cursor: Loaded<Effects> | undefined,
  { entries, takes, figures }: Subject,
): Promise<boolean> {
  for (;;) {
    const counts = await quotaWrites(ports.store, { counted: cursor?.value.counted, now: takes });
    const after = {
      ...noEffects,
      through: entries,
      ...(takes === undefined ? {} : { counted: takes }),
      ...(figures === undefined ? {} : { figure: figureHash(figures) }),
    };
    const told = figures === undefined ? [] : figureWrites(figures, cursor?.value.figure);
    const refused = await refusedOf(ports, [effectsWrite(record, cursor, after), ...counts, ...told]);
    if (refused === undefined) return true;
    // Else another nomination of the organisation was counted, or marked to be counted, meanwhile.
    if (refused.includes(0)) return false;
  }
}

/** The mark goes only when nothing was entered since. */
async function dropPending(ports: Ports, record: string, seq: number): Promise<boolean> {
  const refused = await refusedOf(ports, [{ delete: keys.pending(record), if: { equals: { seq } } }]);
  return refused === undefined;
}

/** @returns places of the writes that were refused, nothing when all are done */
async function refusedOf(ports: Ports, writes: readonly Write[]): Promise<readonly number[] | undefined> {
  try {
    await ports.store.commit(writes);
    return undefined;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return error.failed.map(({ index }) => index);
  }
}

/** Records whose effects are due: what nudges lost. */
export async function pendingRecords(ports: Ports): Promise<string[]> {
  const pages = await Promise.all(pendingPartitions.map((pk) => queryAll(ports.store, { pk })));
  return pages.flat().flatMap((item) => pendingRecordOf(item) ?? []);
}
