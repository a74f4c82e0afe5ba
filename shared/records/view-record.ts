import { z } from 'zod';
import { personIdSchema, type PersonId } from '../domain/id.ts';
import { civilDateSchema, instantSchema } from '../domain/time.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

const viewSchema = z.object({
  person: personIdSchema,
  /** Office day of the view; further ones of the same day take its place. */
  day: civilDateSchema,
  /** Machine time of the last one that day. */
  at: instantSchema,
  /** How many entries the history had then: what came after is news to this person. */
  entries: z.int(),
});
/** That somebody saw the personal data of a record, once a person and day. No part of its history: it changes nothing. */
export type View = z.infer<typeof viewSchema>;

export const viewWrite = (record: string, view: View): Write => ({
  put: encode(keys.viewed(record, view.person, view.day), view, 1),
});

const parse = (item: Item): View => decode(viewSchema, item);

/** The last time this person saw it. */
export async function readLastView(
  store: Store,
  record: string,
  person: PersonId,
): Promise<View | undefined> {
  const prefix = prefixes.viewsOf(person);
  const { items } = await store.query({ pk: record, prefix, descending: true, limit: 1 });
  return items.map(parse)[0];
}

/** Everybody who saw it, the last first. */
export async function readViews(store: Store, record: string): Promise<View[]> {
  const items = await queryAll(store, { pk: record, prefix: prefixes.views });
  return items.map(parse).sort((one, other) => (one.at < other.at ? 1 : -1));
}
