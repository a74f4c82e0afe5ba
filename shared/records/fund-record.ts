import { z } from 'zod';
import { listIdSchema, organisationIdSchema, type OrganisationId } from '../domain/id.ts';
import type { Fund } from '../domain/law/money.ts';
import { civilDateSchema } from '../domain/time.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

/** What an office has set aside for commendation in one year, in đồng. */
const fundSchema = z.object({ organisation: organisationIdSchema, year: z.int(), total: z.int() });
type FundTotal = z.infer<typeof fundSchema>;

/** What one issued decision takes of it, by the law of its day. */
const fundTakenSchema = z.object({
  list: listIdSchema,
  number: z.string(),
  date: civilDateSchema,
  dong: z.int(),
  /** Rows of which no sum is known. */
  unknown: z.int(),
});
export type FundTaken = z.infer<typeof fundTakenSchema>;

export const loadFund = (item: Item | undefined): Loaded<FundTotal> | undefined => loaded(fundSchema, item);

export const fundWrite = (before: Loaded<FundTotal> | undefined, after: FundTotal): Write =>
  replace(keys.fund(after.organisation, after.year), after, before);

/** Once a decision, however often it is done: an issued decision's rows and day don't change. */
export const fundTakenWrite = (organisation: OrganisationId, year: number, taken: FundTaken): Write => ({
  put: encode(keys.fundTaken(organisation, year, taken.list), taken, 1),
});

export interface FundOfYear {
  /** Undefined: nobody has entered it. */
  readonly total: number | undefined;
  readonly taken: readonly FundTaken[];
}

export async function readFund(
  store: Store,
  organisation: OrganisationId,
  year: number,
): Promise<FundOfYear> {
  const key = keys.fund(organisation, year);
  const [[item], taken] = await Promise.all([
    store.get([key]),
    queryAll(store, { pk: key.pk, prefix: prefixes.fundTaken }),
  ]);
  return {
    total: loadFund(item)?.value.total,
    taken: taken
      .map((one) => decode(fundTakenSchema, one))
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

/** As rules read it; without what one decision takes. Undefined where nobody has entered the fund. */
export function fundWithout(
  { total, taken }: FundOfYear,
  list: FundTaken['list'] | undefined,
): Fund | undefined {
  if (total === undefined) return undefined;
  const others = taken.filter((one) => one.list !== list);
  return { total, promised: others.reduce((sum, { dong }) => sum + dong, 0) };
}
