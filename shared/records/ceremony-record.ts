import { z } from 'zod';
import {
  ceremonyAwardSchema,
  ceremonySchema,
  type Ceremony,
  type CeremonyAward,
} from '../domain/ceremony.ts';
import { ceremonyIdSchema, type CaseId, type CeremonyId } from '../domain/id.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { indexes, keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

const drawnSchema = z.object({ ceremony: ceremonyIdSchema });

export const loadCeremony = (item: Item | undefined): Loaded<Ceremony> | undefined =>
  loaded(ceremonySchema, item);
export const parseCeremony = (item: Item): Ceremony => decode(ceremonySchema, item);
export const loadAward = (item: Item | undefined): Loaded<CeremonyAward> | undefined =>
  loaded(ceremonyAwardSchema, item);
/** The ceremony that drew an award, read from its guard. */
export const drawnBy = (item: Item | undefined): CeremonyId | undefined =>
  item === undefined ? undefined : decode(drawnSchema, item).ceremony;

export function ceremonyWrites(before: Loaded<Ceremony> | undefined, after: Ceremony): Write[] {
  const g1 = indexes.ceremonies(after.day, after.id);
  return [replace(keys.ceremonyMeta(after.id), after, before, { g1 })];
}

export const awardWrite = (id: CeremonyId, award: CeremonyAward, before: Loaded<CeremonyAward>): Write =>
  replace(keys.ceremonyAward(id, award.case), award, before);

/** The award on the ceremony's list, and the guard that keeps it from every other ceremony. */
export function drawWrites(id: CeremonyId, award: CeremonyAward): Write[] {
  return [
    replace(keys.ceremonyAward(id, award.case), award, undefined),
    { put: encode(keys.awardDrawn(award.case), { ceremony: id }, 1), if: { absent: true } },
  ];
}

/** Off the list, and free for another ceremony. */
export function undrawWrites(id: CeremonyId, award: CaseId): Write[] {
  return [
    { delete: keys.ceremonyAward(id, award), if: { present: true } },
    { delete: keys.awardDrawn(award), if: { equals: { ceremony: id } } },
  ];
}

export async function readAwards(store: Store, id: CeremonyId): Promise<CeremonyAward[]> {
  const items = await queryAll(store, { pk: keys.ceremonyMeta(id).pk, prefix: prefixes.awards });
  return items.map((item) => decode(ceremonyAwardSchema, item));
}
