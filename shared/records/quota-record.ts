import { z } from 'zod';
import { organisationIdSchema, type RoundId } from '../domain/id.ts';
import { quotaPlaceSchema, type QuotaPlace } from '../domain/quota.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, loaded, replace } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

const usedSchema = quotaPlaceSchema.pick({ form: true, kind: true }).extend({ count: z.int() });
type Used = z.infer<typeof usedSchema>;

/** How many places of a round's quotas the nominations of one organisation take. */
const quotaUsedSchema = z.object({ organisation: organisationIdSchema, used: z.array(usedSchema) });
export type QuotaUsed = z.infer<typeof quotaUsedSchema>;

export const parseQuotaUsed = (item: Item): QuotaUsed => decode(quotaUsedSchema, item);

/** One item of each organisation that ever sent a nomination. */
export async function readQuotasUsed(store: Store, round: RoundId): Promise<QuotaUsed[]> {
  const items = await queryAll(store, { pk: keys.round(round).pk, prefix: prefixes.quotasUsed });
  return items.map(parseQuotaUsed);
}

/**
 * Makes the counts say what a nomination takes now instead of what was counted of it. Round and organisation of one that
 * was sent never change. @returns nothing when all is counted as it is
 */
export async function quotaWrites(
  store: Store,
  { counted, now }: { readonly counted: QuotaPlace | undefined; readonly now: QuotaPlace | undefined },
): Promise<Write[]> {
  const place = now ?? counted;
  if (place === undefined || JSON.stringify(counted) === JSON.stringify(now)) return [];
  const { round, organisation } = place;
  const key = keys.quotaUsed(round, organisation);
  const [item] = await store.get([key]);
  const before = loaded(quotaUsedSchema, item);
  const less = plus(before?.value.used ?? [], counted, -1);
  return [replace(key, { organisation, used: plus(less, now, 1) } satisfies QuotaUsed, before)];
}

function plus(used: readonly Used[], place: QuotaPlace | undefined, change: 1 | -1): Used[] {
  if (place === undefined) return [...used];
  const { form, kind } = place;
  const isIts = (one: Used): boolean => one.form === form && one.kind === kind;
  const count = (used.find(isIts)?.count ?? 0) + change;
  return [...used.filter((one) => !isIts(one)), ...(count === 0 ? [] : [{ form, kind, count }])];
}
