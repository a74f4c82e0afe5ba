import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Item, Key } from '#shared/ports.ts';
import { parseBody } from '#shared/records/item.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

export const columns = 'pk, sk, version, v, body, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk, expires_at';

/** Text compares as UTF-8 bytes (BINARY collation), as DynamoDB compares its keys. */
export const itemMigrations = [
  `CREATE TABLE items (
    pk TEXT NOT NULL, sk TEXT NOT NULL,
    version INTEGER NOT NULL, v INTEGER NOT NULL, body TEXT NOT NULL,
    g1pk TEXT, g1sk TEXT, g2pk TEXT, g2sk TEXT, g3pk TEXT, g3sk TEXT,
    expires_at INTEGER,
    PRIMARY KEY (pk, sk)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX items_g1 ON items (g1pk, g1sk, pk, sk) WHERE g1pk IS NOT NULL;
  CREATE INDEX items_g2 ON items (g2pk, g2sk, pk, sk) WHERE g2pk IS NOT NULL;
  CREATE INDEX items_g3 ON items (g3pk, g3sk, pk, sk) WHERE g3pk IS NOT NULL;
  CREATE INDEX items_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;`,
];

/** In the order of `columns`. */
export function toRow(item: Item): readonly SQLInputValue[] {
  return [
    item.pk,
    item.sk,
    item.version,
    item.v,
    JSON.stringify(item.body),
    ...indexColumns(item.g1),
    ...indexColumns(item.g2),
    ...indexColumns(item.g3),
    item.expiresAt ?? null,
  ];
}

export function toItem(row: Row): Item {
  const g1 = indexKey(row['g1pk'], row['g1sk']);
  const g2 = indexKey(row['g2pk'], row['g2sk']);
  const g3 = indexKey(row['g3pk'], row['g3sk']);
  const expiresAt = row['expires_at'];
  return {
    pk: text(row['pk']),
    sk: text(row['sk']),
    version: integer(row['version']),
    v: integer(row['v']),
    body: parseBody(text(row['body'])),
    ...(g1 && { g1 }),
    ...(g2 && { g2 }),
    ...(g3 && { g3 }),
    ...(typeof expiresAt === 'number' && { expiresAt }),
  };
}

export function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`text was stored, ${typeof value} was read`);
  return value;
}

function integer(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') throw new Error(`a number was stored, ${typeof value} was read`);
  return value;
}

function indexColumns(key: Key | undefined): readonly [string | null, string | null] {
  return key ? [key.pk, key.sk] : [null, null];
}

function indexKey(pk: SQLOutputValue | undefined, sk: SQLOutputValue | undefined): Key | undefined {
  return typeof pk === 'string' && typeof sk === 'string' ? { pk, sk } : undefined;
}
