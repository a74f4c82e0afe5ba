import { z } from 'zod';
import type { Condition, Item, Key, Write } from '../ports.ts';

/** A value with the version under which it was read: the next commit is conditioned on it. */
export interface Loaded<T> {
  readonly value: T;
  readonly version: number;
}

type Body = Item['body'];
const bodySchema: z.ZodType<Body> = z.record(z.string(), z.json());

/** Drops undefined and fixes the order of nothing else: what is stored is what zod parsed. */
function bodyOf(value: object): Body {
  return bodySchema.parse(JSON.parse(JSON.stringify(value)));
}

export function encode(
  key: Key,
  value: object,
  version: number,
  indexes: Pick<Item, 'g1' | 'g2' | 'g3' | 'expiresAt'> = {},
): Item {
  return { ...key, version, v: 1, body: bodyOf(value), ...indexes };
}

export function decode<Schema extends z.ZodType>(schema: Schema, item: Item): z.infer<Schema> {
  return schema.parse(item.body);
}

export function loaded<Schema extends z.ZodType>(
  schema: Schema,
  item: Item | undefined,
): Loaded<z.infer<Schema>> | undefined {
  return item === undefined ? undefined : { value: decode(schema, item), version: item.version };
}

/** Conditions that make a put replace exactly what was read, or nothing. */
export function ifUnchanged(before: Loaded<unknown> | undefined): Condition {
  return before === undefined ? { absent: true } : { version: before.version };
}

export function replace(
  key: Key,
  value: object,
  before: Loaded<unknown> | undefined,
  indexes: Parameters<typeof encode>[3] = {},
): Write {
  return { put: encode(key, value, (before?.version ?? 0) + 1, indexes), if: ifUnchanged(before) };
}
