import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '#local/sqlite/database.ts';
import { columns, toRow } from '#local/sqlite/item-row.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { toAttributes } from '#shared/dynamodb/item-attributes.ts';
import { createTableInput } from '#shared/dynamodb/table.ts';
import type { Item, Store } from '#shared/ports.ts';
import { startDynoxide, type Engine } from '#tests/support/dynoxide.ts';
import { copiesOf, type Layout } from './copies.ts';

/** Stores that hold copies of a played season: rows put beside the store's own commits, which would take an hour. */

const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));

export async function fillSqlite(items: readonly Item[], layout: Layout): Promise<Store> {
  const database = openDatabase(':memory:');
  const store = createSqliteStore(database);
  const sql = `INSERT OR REPLACE INTO items (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const texts of copiesOf(items, layout, (item) => JSON.stringify(toRow(item)))) {
    await database.write((db) => {
      const insert = db.prepare(sql);
      for (const text of texts) insert.run(...rowSchema.parse(JSON.parse(text)));
    });
  }
  return store;
}

export interface FilledEngine extends Engine {
  readonly table: string;
  readonly items: number;
  readonly seconds: number;
}

/** A table in memory, imported as an export of DynamoDB would be: its API takes some hundred items a second. */
export async function fillDynoxide(items: readonly Item[], layout: Layout): Promise<FilledEngine> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-scale-'));
  const table = 'vinh-danh';
  try {
    const data = join(folder, 'export', table, 'data');
    mkdirSync(data, { recursive: true });
    const count = await writeExport(join(data, 'items.json'), items, layout);
    const schema = join(folder, 'schema.json');
    writeFileSync(schema, JSON.stringify([{ Table: describedTable(table) }]));
    const from = ['import', '--source', join(folder, 'export'), '--schema', schema, '--serve'];
    const engine = await startDynoxide(from);
    return { ...engine, table, items: count, seconds: (performance.now() - start) / 1_000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeExport(path: string, items: readonly Item[], layout: Layout): Promise<number> {
  const file = createWriteStream(path);
  let count = 0;
  for (const lines of copiesOf(items, layout, (item) => JSON.stringify({ Item: toAttributes(item) }))) {
    count += lines.length;
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return count;
}

/** What DescribeTable would say of it, as far as an import asks. */
function describedTable(name: string) {
  const { BillingMode, ...rest } = createTableInput(name);
  return { ...rest, TableStatus: 'ACTIVE', BillingModeSummary: { BillingMode } };
}
