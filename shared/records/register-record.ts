import { z } from 'zod';
import { organisationIdSchema, personIdSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { keys } from './keys.ts';

/** The history of what administrators of an organisation did to its directory: a record of its own, with a chain like any. */
export const registerSchema = z.object({
  organisation: organisationIdSchema,
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type Register = z.infer<typeof registerSchema>;

export const loadRegister = (item: Item | undefined): Loaded<Register> | undefined =>
  loaded(registerSchema, item);

export const registerWrite = (before: Loaded<Register> | undefined, after: Register): Write =>
  replace(keys.register(after.organisation), after, before);

/** Who may set the home up, and which organisation came of it. Once a home. */
const foundingSchema = z.object({
  administrator: personIdSchema,
  organisation: organisationIdSchema.optional(),
});
export type Founding = z.infer<typeof foundingSchema>;

export const loadFounding = (item: Item | undefined): Loaded<Founding> | undefined =>
  loaded(foundingSchema, item);

export const foundingWrite = (before: Loaded<Founding> | undefined, after: Founding): Write =>
  replace(keys.founding(), after, before);
