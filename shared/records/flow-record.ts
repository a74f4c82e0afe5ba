import { z } from 'zod';
import { instantSchema, type Instant } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { indexes, keys } from './keys.ts';

/** Which execution carries a record, and the token of its present wait. Not history: it can be made anew. */
const flowSchema = z.object({
  generation: z.int().min(1),
  /** Parked: lost three times in a day; a person must look, then `rebuild` starts the next generation. */
  state: z.enum(['running', 'ended', 'parked']),
  token: z.string().optional(),
  /** Office time; an hour behind it the sweep asks whether the execution still lives. */
  lookAgainAt: instantSchema.optional(),
  /** Machine day and count of lost executions; the third in a day parks the record. */
  lost: z.object({ day: z.string(), count: z.int() }).optional(),
});
export type Flow = z.infer<typeof flowSchema>;

export const loadFlow = (item: Item | undefined): Loaded<Flow> | undefined => loaded(flowSchema, item);

export function flowWrite(record: string, before: Loaded<Flow> | undefined, after: Flow): Write {
  const waits = after.state === 'running' && after.lookAgainAt !== undefined;
  return replace(
    keys.flow(record),
    after,
    before,
    waits ? { g1: indexes.waits(after.lookAgainAt, record) } : {},
  );
}

const effectsSchema = z.object({
  /** Every entry up to here has had its effects. */
  through: z.int(),
  failures: z.int(),
  parked: z.boolean(),
});
export type Effects = z.infer<typeof effectsSchema>;

export const loadEffects = (item: Item | undefined): Loaded<Effects> | undefined =>
  loaded(effectsSchema, item);
export const effectsWrite = (record: string, before: Loaded<Effects> | undefined, after: Effects): Write =>
  replace(keys.effects(record), after, before);

const pendingSchema = z.object({ seq: z.int(), since: instantSchema });
export const parsePending = (item: Item): { record: string; seq: number; since: Instant } => ({
  record: item.sk,
  ...pendingSchema.parse(item.body),
});

const turnSchema = z.object({ turn: z.int() });
/** The turn of any record that a flow carries, read from its META. */
export const turnOf = (item: Item | undefined): number | undefined =>
  turnSchema.safeParse(item?.body).data?.turn;
