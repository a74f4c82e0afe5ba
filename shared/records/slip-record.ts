import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  organisationIdSchema,
  personIdSchema,
  roundIdSchema,
  slipIdSchema,
  type SlipId,
} from '../domain/id.ts';
import { slipContentSchema, slipSchema, type Slip, type SlipContent } from '../domain/slip.ts';
import { civilDateSchema, type CivilDate } from '../domain/time.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { indexes, keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

export const loadSlip = (item: Item | undefined): Loaded<Slip> | undefined => loaded(slipSchema, item);
export const loadSlipContent = (item: Item | undefined): Loaded<SlipContent> | undefined =>
  loaded(slipContentSchema, item);

/** What stands for a nomination is kept as long as that is. */
const isToErase = ({ case: nomination, erasedOn }: Slip): boolean =>
  nomination === undefined && erasedOn === undefined;

export const slipWrite = (before: Loaded<Slip> | undefined, after: Slip): Write =>
  replace(keys.slipMeta(after.id), after, before, {
    ...(after.erasedOn === undefined
      ? { g1: indexes.slipsOfOrganisation(after.organisation, after.state, after.id) }
      : {}),
    ...(isToErase(after) ? { g2: indexes.slipsToErase(after.roundEnd, after.id) } : {}),
  });

export const slipContentWrite = (
  id: SlipId,
  before: Loaded<SlipContent> | undefined,
  after: SlipContent,
): Write => replace(keys.slipContent(id), after, before);

export const slipCodeWrite = ({ id, publicCode }: Pick<Slip, 'id' | 'publicCode'>): Write => ({
  put: encode(keys.publicCode(publicCode), { slip: id }, 1),
  if: { absent: true },
});

/** What mirrors a slip elsewhere: its public code. */
export const slipMirrors = (slip: Slip): readonly Write[] => [
  slipWrite(undefined, slip),
  slipCodeWrite(slip),
];

/** Slips whose round ended on this day or before, and that no nomination came of. */
export async function slipsToErase(store: Store, roundEnd: CivilDate): Promise<SlipId[]> {
  const { pk, sk } = indexes.slipsToErase(roundEnd, '~');
  const items = await queryAll(store, { index: 'g2', pk, from: '', to: sk });
  return items.map((item) => decode(slipSchema, item).id);
}

const slipsOpenSchema = z.object({
  round: roundIdSchema,
  /** Of the link by which slips come in now; none once it is closed. */
  hash: z.string().optional(),
  openedOn: civilDateSchema,
  openedBy: personIdSchema,
});
/** Whether an organisation takes slips in for a round. */
export type SlipsOpen = z.infer<typeof slipsOpenSchema>;

export const loadSlipsOpen = (item: Item | undefined): Loaded<SlipsOpen> | undefined =>
  loaded(slipsOpenSchema, item);

export const slipsOpenWrite = (
  organisation: string,
  before: Loaded<SlipsOpen> | undefined,
  after: SlipsOpen,
): Write => replace(keys.slipsOpen(organisation, after.round), after, before);

export async function readSlipsOpen(store: Store, organisation: string): Promise<SlipsOpen[]> {
  const { pk } = keys.slipsOpen(organisation, '');
  const items = await queryAll(store, { pk, prefix: prefixes.slipsOpen });
  return items.map((item) => decode(slipsOpenSchema, item));
}

/** Under which a link is kept. @param secret as it stands in the link, in any case */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret.toUpperCase()).digest('hex');

const slipLinkSchema = z.object({ organisation: organisationIdSchema, round: roundIdSchema });
export type SlipLink = z.infer<typeof slipLinkSchema>;

export const loadSlipLink = (item: Item | undefined): SlipLink | undefined =>
  item === undefined ? undefined : decode(slipLinkSchema, item);
export const slipLinkWrite = (hash: string, link: SlipLink): Write => ({
  put: encode(keys.slipLink(hash), link, 1),
  if: { absent: true },
});

/** How many came by a link on a day, counted to `most`. */
export async function countSlipsOfDay(
  store: Store,
  hash: string,
  { day, most }: { readonly day: CivilDate; readonly most: number },
): Promise<number> {
  const { pk } = keys.slipLink(hash);
  const { items } = await store.query({ pk, prefix: prefixes.slipsOfDay(day), limit: most });
  return items.length;
}

const sentSchema = z.object({ slip: slipIdSchema, publicCode: z.string(), bodyHash: z.string() });
export type SentSlip = z.infer<typeof sentSchema>;
export const loadSentSlip = (item: Item | undefined): SentSlip | undefined =>
  item === undefined ? undefined : decode(sentSchema, item);
