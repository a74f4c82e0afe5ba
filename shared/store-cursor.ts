import { z } from 'zod';
import type { Key, Query } from './ports.ts';
import { refuseKey } from './store-limits.ts';

/** Sort key in the index (or base table), then the item's own key: the place after which the next page begins. */
export interface Place extends Key {
  readonly sortKey: string;
}

const placeSchema = z
  .tuple([z.string(), z.string(), z.string()])
  .transform(([sortKey, pk, sk]): Place => ({ sortKey, pk, sk }));

/** Fits in a link. */
export function cursorAt({ sortKey, pk, sk }: Place): string {
  return Buffer.from(JSON.stringify([sortKey, pk, sk])).toString('base64url');
}

/**
 * A cursor comes back from outside: it must not lead out of what the query asks.
 * @throws TypeError for what no store made, and for what belongs to another query
 */
export function placeOf(query: Query): Place | undefined {
  if (query.cursor === undefined) return undefined;
  const parsed = placeSchema.safeParse(parseJson(Buffer.from(query.cursor, 'base64url').toString()));
  if (!parsed.success) throw new TypeError('the cursor is not one of this store');
  const place = parsed.data;
  for (const key of [place, { pk: query.pk, sk: place.sortKey }]) refuseKey(key);
  const inBase = place.pk === query.pk && place.sk === place.sortKey;
  if (!isWithin(place.sortKey, query) || (query.index === undefined && !inBase))
    throw new TypeError('the cursor belongs to another query');
  return place;
}

/** By bytes of UTF-8, as the stores compare. */
function isWithin(sortKey: string, { prefix = '', from = '', to }: Query): boolean {
  const bytes = Buffer.from(sortKey);
  return (
    sortKey.startsWith(prefix) &&
    Buffer.compare(bytes, Buffer.from(from)) >= 0 &&
    (to === undefined || Buffer.compare(bytes, Buffer.from(to)) <= 0)
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
