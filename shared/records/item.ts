import type { z } from 'zod';
import type { Condition, Item, Key, Write } from '../ports.ts';

/** A value with the version under which it was read: the next commit is conditioned on it. */
export interface Loaded<T> {
  readonly value: T;
  readonly version: number;
}

type Body = Item['body'];

/** Drops undefined, and fixes the order of nothing else. */
export function bodyOf(value: object): Body {
  return parseBody(JSON.stringify(value));
}

/** @throws TypeError when the text is of no JSON object */
export function parseBody(json: string): Body {
  const body: unknown = JSON.parse(json);
  if (!isBody(body)) throw new TypeError('the body of an item is not a JSON object');
  return body;
}

/** Whatever JSON.parse makes an object of has JSON values. */
const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
