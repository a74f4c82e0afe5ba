import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { Item, Page, Query } from '#shared/ports.ts';
import { columns, text, toItem } from './item-row.ts';
import type { Row } from './item-row.ts';
import { pageBytes, refuseKeyText } from './limits.ts';
import { prepared } from './statements.ts';

type Index = NonNullable<Query['index']> | 'base';

interface Bounds {
  readonly from: string;
  /** Bytes, because the end of a prefix is no valid text. */
  readonly to: Buffer;
}

/** Sort key in the index (or base table), then the item's own key: the place after which the next page begins. */
const placeSchema = z.tuple([z.string(), z.string(), z.string()]);
type Place = z.infer<typeof placeSchema>;

const sortColumns: Readonly<Record<Index, { pk: string; sk: string }>> = {
  base: { pk: 'pk', sk: 'sk' },
  g1: { pk: 'g1pk', sk: 'g1sk' },
  g2: { pk: 'g2pk', sk: 'g2sk' },
  g3: { pk: 'g3pk', sk: 'g3sk' },
};

const defaultLimit = 100;
// No byte of UTF-8 is 0xff, so it stands behind every text.
const afterAllText = Buffer.from([0xff]);

export function readPage(db: DatabaseSync, query: Query): Page {
  const limit = query.limit ?? defaultLimit;
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new TypeError(`a page has at least one item, not ${limit}`);
  refuseKeyText(query.pk);
  const bounds = boundsOf(query);
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor, bounds);
  return collectPage(selectRows(db, query, bounds, after), query.index ?? 'base', limit);
}

function collectPage(rows: Iterable<Row>, index: Index, limit: number): Page {
  const items: Item[] = [];
  let bytes = 0;
  let last: Row | undefined;
  for (const row of rows) {
    bytes += Buffer.byteLength(text(row['body']));
    if (last !== undefined && (items.length === limit || bytes > pageBytes)) {
      return { items, cursor: cursorAt(last, index) };
    }
    items.push(toItem(row));
    last = row;
  }
  return { items };
}

function selectRows(db: DatabaseSync, query: Query, bounds: Bounds, after: Place | undefined): Iterable<Row> {
  const index = query.index ?? 'base';
  const descending = query.descending ?? false;
  const statement = prepared(db, selectText(index, descending, after !== undefined));
  const values: SQLInputValue[] = [query.pk];
  // The cursor lies inside the bounds and replaces the nearer one.
  if (after === undefined || descending) values.push(bounds.from);
  if (after === undefined || !descending) values.push(bounds.to);
  if (after !== undefined) values.push(...(index === 'base' ? [after[2]] : after));
  return statement.iterate(...values);
}

function selectText(index: Index, descending: boolean, resumed: boolean): string {
  const { pk, sk } = sortColumns[index];
  const direction = descending ? ' DESC' : '';
  const conditions = [`${pk} = ?`];
  if (!resumed || descending) conditions.push(`${sk} >= ?`);
  if (!resumed || !descending) conditions.push(`${sk} <= CAST(? AS TEXT)`);
  const comparison = descending ? '<' : '>';
  if (resumed)
    conditions.push(index === 'base' ? `sk ${comparison} ?` : `(${sk}, pk, sk) ${comparison} (?, ?, ?)`);
  const order = index === 'base' ? ['sk'] : [sk, 'pk', 'sk'];
  return `SELECT ${columns} FROM items WHERE ${conditions.join(' AND ')}
    ORDER BY ${order.map((column) => column + direction).join(', ')}`;
}

function boundsOf({ prefix, from, to }: Query): Bounds {
  if (prefix !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new TypeError('prefix does not go together with from and to');
    return { from: prefix, to: Buffer.concat([Buffer.from(prefix), afterAllText]) };
  }
  const bounds = { from: from ?? '', to: to === undefined ? afterAllText : Buffer.from(to) };
  if (Buffer.compare(Buffer.from(bounds.from), bounds.to) > 0)
    throw new TypeError('from must not stand behind to');
  return bounds;
}

function cursorAt(row: Row, index: Index): string {
  const place: Place = [text(row[sortColumns[index].sk]), text(row['pk']), text(row['sk'])];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** A cursor comes back from outside: it must not lead out of the bounds that the query sets. */
function parseCursor(cursor: string, bounds: Bounds): Place {
  const place = placeSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!place.success) throw new TypeError('the cursor is not one of this store');
  const sortKey = Buffer.from(place.data[0]);
  if (Buffer.compare(sortKey, Buffer.from(bounds.from)) < 0 || Buffer.compare(sortKey, bounds.to) > 0) {
    throw new TypeError('the cursor belongs to another query');
  }
  return place.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
