import { z } from 'zod';
import type { Item, Json, Key } from '#shared/ports.ts';

const keySchema = z.strictObject({ pk: z.string(), sk: z.string() });
const isBody = (value: unknown): value is Item['body'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemSchema = z.strictObject({
  ...keySchema.shape,
  version: z.int(),
  v: z.int(),
  g1: keySchema.optional(),
  g2: keySchema.optional(),
  g3: keySchema.optional(),
  // What JSON.parse gave holds nothing but JSON.
  body: z.custom<Item['body']>(isBody, 'body'),
});

/** One text for one item, in whatever order a store gives its fields back. */
export function lineOf({ pk, sk, version, v, g1, g2, g3, body }: Item): string {
  return JSON.stringify({ pk, sk, version, v, ...keysOf({ g1, g2, g3 }), body: inOrder(body) });
}

/** @throws ZodError | SyntaxError for what lineOf never wrote */
export function itemOf(line: string): Item {
  const { g1, g2, g3, ...rest } = itemSchema.parse(JSON.parse(line));
  return { ...rest, ...(g1 && { g1 }), ...(g2 && { g2 }), ...(g3 && { g3 }) };
}

function keysOf(keys: Readonly<Record<string, Key | undefined>>): Record<string, Key> {
  const entries = Object.entries(keys).flatMap(([name, key]) =>
    key === undefined ? [] : [[name, { pk: key.pk, sk: key.sk }] as const],
  );
  return Object.fromEntries(entries);
}

function inOrder(value: Json | undefined): Json | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((element) => inOrder(element) ?? null);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, field]) => [name, inOrder(field)]),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export const compareKeys = (one: Key, other: Key): number =>
  compareText(one.pk, other.pk) || compareText(one.sk, other.sk);

/** As both stores compare: by bytes of UTF-8, in which what JavaScript writes as two surrogates comes last. */
export function compareText(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [one.charCodeAt(index), other.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return one.length - other.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
