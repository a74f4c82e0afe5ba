import { z } from 'zod';
import { personIdSchema, type PersonId } from '../domain/id.ts';
import { epochMs, instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys } from './keys.ts';

/** A sign-in is over after twelve hours, whatever else happens. */
export const longestSignInMs = 12 * 3_600_000;

const signOutSchema = z.object({
  /** Machine time: whoever was signed in as this person then isn't any more. */
  before: instantSchema,
  /** Who ended them; absent for an operator at a terminal. */
  by: personIdSchema.optional(),
});
export type SignOut = z.infer<typeof signOutSchema>;

/** Of every browser at once. A later one takes its place; once each sign-in it speaks of is over anyway, it may vanish. */
export function signOutWrite(person: PersonId, signOut: SignOut): Write {
  const expiresAt = Math.ceil((epochMs(signOut.before) + longestSignInMs) / 1_000);
  return { put: encode(keys.signOut(person), signOut, 1, { expiresAt }) };
}

export const loadSignOut = (item: Item | undefined): SignOut | undefined =>
  item === undefined ? undefined : decode(signOutSchema, item);
