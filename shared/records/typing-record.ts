import { z } from 'zod';
import { personIdSchema, type PersonId } from '../domain/id.ts';
import { epochMs, instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys } from './keys.ts';

/** Whoever doesn't come back in a week begins again: words of people lie nowhere longer than they are needed. */
const keptSeconds = 7 * 86_400;

const typingSchema = z.object({
  person: personIdSchema,
  /** Path of the page, `#` and the name of the form on it. */
  place: z.string(),
  /** Machine time. */
  at: instantSchema,
  /** Names and values of the inputs as the browser sends them. */
  fields: z.array(z.tuple([z.string(), z.string()])),
});
/** What somebody has typed into a form and not sent: theirs alone, and no part of any record. */
export type Typing = z.infer<typeof typingSchema>;

/** The newest takes the place of what was there: it is the same form of the same person. */
export function typingWrite(typing: Typing): Write {
  const expiresAt = Math.ceil(epochMs(typing.at) / 1_000) + keptSeconds;
  return { put: encode(keys.typing(typing.person, typing.place), typing, 1, { expiresAt }) };
}

export const typingGone = (person: PersonId, place: string): Write => ({
  delete: keys.typing(person, place),
});

export const loadTyping = (item: Item | undefined): Typing | undefined =>
  item === undefined ? undefined : decode(typingSchema, item);
