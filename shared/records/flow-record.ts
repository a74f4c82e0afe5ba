import { z } from 'zod';
import { quotaPlaceSchema } from '../domain/quota.ts';
import { instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
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
  /** Came with an import: its execution stayed in the home that was left, and the next generation starts here. */
  moved: z.literal(true).optional(),
});
export type Flow = z.infer<typeof flowSchema>;

export const loadFlow = (item: Item | undefined): Loaded<Flow> | undefined => loaded(flowSchema, item);

export function flowWrite(record: string, before: Loaded<Flow> | undefined, after: Flow): Write {
  return replace(keys.flow(record), after, before, waitOf(record, after));
}

const waitOf = (record: string, { state, lookAgainAt }: Flow): Pick<Item, 'g1'> =>
  state === 'running' && lookAgainAt !== undefined ? { g1: indexes.waits(lookAgainAt, record) } : {};

/** Before any office: the sweep comes to it at once. */
const longAgo = instantSchema.parse('1970-01-01T00:00:00.000Z');

/** A flow as it goes to another home: how far its generations came, and whether it runs. */
export function travellingFlow(item: Item): Item {
  const { generation, state } = decode(flowSchema, item);
  const after: Flow =
    state === 'running' ? { generation, state, lookAgainAt: longAgo, moved: true } : { generation, state };
  return encode(item, after, item.version, waitOf(item.pk, after));
}

const effectsSchema = z.object({
  /** Every entry up to here has had its effects. */
  through: z.int(),
  failures: z.int(),
  parked: z.boolean(),
  /** A sweep took it up and has not said how that ended: the next one that finds it so counts it as cut off. */
  underway: z.literal(true).optional(),
  /** Of a case: the place that the round's counts hold it to take. */
  counted: quotaPlaceSchema.optional(),
  /** Of a case: a short hash of where figures find it, so that what doesn't change isn't told again. */
  figure: z.string().optional(),
});
export type Effects = z.infer<typeof effectsSchema>;

export const noEffects: Effects = { through: 0, failures: 0, parked: false };
export const loadEffects = (item: Item | undefined): Loaded<Effects> | undefined =>
  loaded(effectsSchema, item);
export const effectsWrite = (record: string, before: Loaded<Effects> | undefined, after: Effects): Write =>
  replace(keys.effects(record), after, before);

const turnSchema = z.object({ turn: z.int() });
/** The turn of any record that a flow carries, read from its META. */
export const turnOf = (item: Item | undefined): number | undefined =>
  turnSchema.safeParse(item?.body).data?.turn;
