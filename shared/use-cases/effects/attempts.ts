import type { Ports } from '../../ports.ts';
import { effectsWrite, loadEffects, noEffects, type Effects } from '../../records/flow-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { isStored } from './is-stored.ts';

/** Failures in a row after which a record is parked with an alarm; it blocks nobody meanwhile. */
const parkAfter = 8;

/** One try to catch a record up failed, and said so. */
export async function countFailure(ports: Ports, record: string, error: unknown): Promise<void> {
  const before = await readEffects(ports, record);
  const after = oneMore(before?.value);
  await ports.store.commit([effectsWrite(record, before, after)]);
  if (after.parked) alarmParked(ports, record, error instanceof Error ? error.name : 'unknown');
}

/**
 * Before the sweep works on a record it notes so: what kills the program, or takes all of its time, tells nobody. One that
 * is found underway was cut off, which counts as a failure.
 * @returns whether it is to be worked on; it isn't when it is parked, or somebody moved its cursor meanwhile
 */
export async function takeUp(ports: Ports, record: string): Promise<boolean> {
  const before = await readEffects(ports, record);
  if (before?.value.parked === true) return false;
  const known = before?.value.underway === true ? oneMore(before.value) : { ...noEffects, ...before?.value };
  const after: Effects = known.parked ? known : { ...known, underway: true };
  if (!(await isStored(ports.store, effectsWrite(record, before, after)))) return false;
  if (after.parked) alarmParked(ports, record, 'CutOff');
  return !after.parked;
}

/** It was not the record's fault that the try came to nothing; or there was nothing left to do. */
export async function giveBack(
  ports: Ports,
  record: string,
  cursor: Loaded<Effects> | undefined,
): Promise<void> {
  if (cursor?.value.underway !== true) return;
  const { underway: _over, ...after } = cursor.value;
  await isStored(ports.store, effectsWrite(record, cursor, after));
}

/** Those that a sweep was cut off at come last, the seldomest first: none holds up others. Without what is parked. */
export async function inOrder(
  ports: Ports,
  records: readonly string[],
): Promise<{ readonly sound: readonly string[]; readonly suspect: readonly string[] }> {
  const items = await getAll(
    ports.store,
    records.map((record) => keys.effects(record)),
  );
  const known = records.map((record, place) => ({ record, ...readable(items[place]) }));
  const suspect = known.filter(({ underway, parked }) => underway === true && !parked);
  return {
    sound: known.flatMap(({ record, underway, parked }) => (underway === true || parked ? [] : [record])),
    suspect: suspect.toSorted((one, other) => one.failures - other.failures).map(({ record }) => record),
  };
}

/** What can't be read is met, and alarmed, where it is worked on. */
function readable(item: Parameters<typeof loadEffects>[0]): Effects {
  try {
    return loadEffects(item)?.value ?? noEffects;
  } catch {
    return noEffects;
  }
}

async function readEffects({ store }: Ports, record: string): Promise<Loaded<Effects> | undefined> {
  const [item] = await store.get([keys.effects(record)]);
  return loadEffects(item);
}

function oneMore(before: Effects = noEffects): Effects {
  const { underway: _over, ...known } = before;
  const failures = known.failures + 1;
  return { ...known, failures, parked: failures >= parkAfter };
}

const alarmParked = (ports: Ports, record: string, error: string): void =>
  ports.alarm('EffectsParked', { record, error });
