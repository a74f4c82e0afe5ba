import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Item, Page, Query } from '#shared/ports.ts';
import { cursorAt, placeOf, type Place } from '#shared/store-cursor.ts';
import { defaultPageItems, pageBytes, refuseUnaskable } from '#shared/store-limits.ts';
import { columns, text, toItem } from './item-row.ts';
import type { Row } from './item-row.ts';
import { prepared } from './statements.ts';

type Index = NonNullable<Query['index']> | 'base';

interface Bounds {
  readonly from: string;
  /** Bytes, because the end of a prefix is no valid text. */
  readonly to: Buffer;
}

const sortColumns: Readonly<Record<Index, { pk: string; sk: string }>> = {
  base: { pk: 'pk', sk: 'sk' },
  g1: { pk: 'g1pk', sk: 'g1sk' },
  g2: { pk: 'g2pk', sk: 'g2sk' },
  g3: { pk: 'g3pk', sk: 'g3sk' },
};

// No byte of UTF-8 is 0xff, so it stands behind every text.
const afterAllText = Buffer.from([0xff]);

export function readPage(db: DatabaseSync, query: Query): Page {
  refuseUnaskable(query);
  const rows = selectRows(db, query, placeOf(query));
  return collectPage(rows, query.index ?? 'base', query.limit ?? defaultPageItems);
}

function collectPage(rows: Iterable<Row>, index: Index, limit: number): Page {
  const items: Item[] = [];
  let bytes = 0;
  let last: Row | undefined;
  for (const row of rows) {
    bytes += Buffer.byteLength(text(row['body']));
    if (last !== undefined && (items.length === limit || bytes > pageBytes)) {
      return { items, cursor: cursorAt(placeAt(last, index)) };
    }
    items.push(toItem(row));
    last = row;
  }
  return { items };
}

function selectRows(db: DatabaseSync, query: Query, after: Place | undefined): Iterable<Row> {
  const bounds = boundsOf(query);
  const index = query.index ?? 'base';
  const descending = query.descending ?? false;
  const statement = prepared(db, selectText(index, descending, after !== undefined));
  const values: SQLInputValue[] = [query.pk];
  // The cursor lies inside the bounds and replaces the nearer one.
  if (after === undefined || descending) values.push(bounds.from);
  if (after === undefined || !descending) values.push(bounds.to);
  if (after !== undefined)
    values.push(...(index === 'base' ? [after.sk] : [after.sortKey, after.pk, after.sk]));
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
  if (prefix !== undefined) return { from: prefix, to: Buffer.concat([Buffer.from(prefix), afterAllText]) };
  return { from: from ?? '', to: to === undefined ? afterAllText : Buffer.from(to) };
}

function placeAt(row: Row, index: Index): Place {
  return { sortKey: text(row[sortColumns[index].sk]), pk: text(row['pk']), sk: text(row['sk']) };
}
