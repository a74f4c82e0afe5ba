import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { Item, Json, Key } from '#shared/ports.ts';
import { table } from './table.ts';

export type Attributes = Record<string, AttributeValue>;

type Body = Item['body'];
const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const indexKeys = { g1pk: z.string(), g1sk: z.string(), g2pk: z.string(), g2sk: z.string() };

/** The body's values are JSON by `toJson`, which knows no others. */
const storedSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.int(),
  v: z.int(),
  body: z.custom<Body>(isBody, 'a map was stored'),
  expiresAt: z.int().optional(),
  ...z.object({ ...indexKeys, g3pk: z.string(), g3sk: z.string() }).partial().shape,
});

export function toAttributes(item: Item): Attributes {
  const { g1, g2, g3 } = table.indexes;
  return {
    ...keyAttributes(item),
    version: toAttribute(item.version),
    v: toAttribute(item.v),
    body: toAttribute(item.body),
    ...(item.g1 && keyAttributes(item.g1, g1)),
    ...(item.g2 && keyAttributes(item.g2, g2)),
    ...(item.g3 && keyAttributes(item.g3, g3)),
    ...(item.expiresAt !== undefined && { [table.expiry]: toAttribute(item.expiresAt) }),
  };
}

/** @throws ZodError for what this program did not store */
export function toItem(attributes: Attributes): Item {
  const stored = storedSchema.parse(fieldsOf(attributes));
  const g1 = indexKey(stored.g1pk, stored.g1sk);
  const g2 = indexKey(stored.g2pk, stored.g2sk);
  const g3 = indexKey(stored.g3pk, stored.g3sk);
  return {
    pk: stored.pk,
    sk: stored.sk,
    version: stored.version,
    v: stored.v,
    body: stored.body,
    ...(g1 && { g1 }),
    ...(g2 && { g2 }),
    ...(g3 && { g3 }),
    ...(stored.expiresAt !== undefined && { expiresAt: stored.expiresAt }),
  };
}

export function keyAttributes(key: Key, names: KeyNames = table): Attributes {
  return { [names.partitionKey]: { S: key.pk }, [names.sortKey]: { S: key.sk } };
}

export interface KeyNames {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** Fields that are undefined are left out, as JSON.stringify does. */
export function toAttribute(value: Json): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  // The shortest text that reads back as the same number has at most 17 digits of the 38 that DynamoDB keeps.
  if (typeof value === 'number') return { N: String(value) };
  if (isList(value)) return { L: value.map(toAttribute) };
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [[name, toAttribute(field)] as const],
  );
  return { M: Object.fromEntries(fields) };
}

function toJson(value: AttributeValue): Json {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.L !== undefined) return value.L.map(toJson);
  if (value.M !== undefined) return fieldsOf(value.M);
  throw new TypeError(`JSON was stored, ${Object.keys(value).join()} was read`);
}

const fieldsOf = (attributes: Attributes): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, toJson(value)]));

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function indexKey(pk: string | undefined, sk: string | undefined): Key | undefined {
  return pk === undefined || sk === undefined ? undefined : { pk, sk };
}
