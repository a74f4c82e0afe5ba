import { z } from 'zod';
import { personIdSchema, type PersonId } from '../domain/id.ts';
import { mailChoicesSchema, usualMailChoices } from '../domain/mail-choices.ts';
import { civilDateSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { keys } from './keys.ts';

const keptChoicesSchema = mailChoicesSchema.extend({
  person: personIdSchema,
  /** The last mail of a day: its day, and the notice whose mail it became. So none goes twice on one day. */
  digested: z
    .object({ on: civilDateSchema, lead: z.object({ on: civilDateSchema, event: z.string() }) })
    .optional(),
});
export type KeptMailChoices = z.infer<typeof keptChoicesSchema>;

export const loadMailChoices = (item: Item | undefined): Loaded<KeptMailChoices> | undefined =>
  loaded(keptChoicesSchema, item);

export const usualKeptChoices = (person: PersonId): KeptMailChoices => ({ person, ...usualMailChoices });

export const mailChoicesWrite = (
  before: Loaded<KeptMailChoices> | undefined,
  after: KeptMailChoices,
): Write => replace(keys.mailChoices(after.person), after, before);
