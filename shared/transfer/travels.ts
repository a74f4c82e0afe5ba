import { fileSchema, type StoredFile } from '#shared/domain/file.ts';
import type { Item } from '#shared/ports.ts';
import { travellingFlow } from '#shared/records/flow-record.ts';
import { keys, officeKinds, pendingPartitions, prefixes, recordKinds } from '#shared/records/keys.ts';

const isOfRecord = ({ pk }: Item): boolean => recordKinds.some((kind) => pk.startsWith(`${kind}#`));
const isFlow = (item: Item): boolean => item.sk === 'FLOW' && isOfRecord(item);
const isMark = ({ pk }: Item): boolean => pk === keys.importMark().pk;

/** What may vanish stays: sign-ins, answers to retries. How this home came by its office is its own. */
export const travels = (item: Item): boolean => item.expiresAt === undefined && !isMark(item);

/** Whoever made a folder may have written anything into it, a sign-in of the administrator's too. */
export const mayComeIn = ({ pk }: Item): boolean => officeKinds.includes(pk.split('#', 1)[0] ?? '');

/** Executions stay behind: their tokens open nothing elsewhere, and are told to nobody. */
export const asItTravels = (item: Item): Item => (isFlow(item) ? travellingFlow(item) : item);

/**
 * What sets a home in motion: marks of effects that are due, flows, and people, without whom nobody is signed in. It is
 * put when all else stands and was read back.
 */
export const comesLast = (item: Item): boolean =>
  isFlow(item) || pendingPartitions.includes(item.pk) || item.pk.startsWith(keys.person('').pk);

/** Whose bytes have to travel with it. */
export function keptFileOf(item: Item): StoredFile | undefined {
  if (!isOfRecord(item) || !item.sk.startsWith(prefixes.files)) return undefined;
  const file = fileSchema.parse(item.body);
  return file.state === 'kept' ? file : undefined;
}
