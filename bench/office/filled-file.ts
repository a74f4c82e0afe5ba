import { join } from 'node:path';
import { z } from 'zod';
import { copiesOf, layoutFor, sizeOf } from '#bench/scale/copies.ts';
import { playSeason } from '#bench/scale/season.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { columns, toRow } from '#local/sqlite/item-row.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';

export interface FilledFile {
  readonly cases: number;
  readonly items: number;
  /** How many wards and districts. */
  readonly size: string;
  readonly seconds: number;
}

const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));
const awardedACopy = 28;

/**
 * A data file of an office that has held so many cases for years, with their histories: copies of a season that the real
 * program played, put in beside its own commits, which would take hours.
 */
export async function fillFile(folder: string, cases: number): Promise<FilledFile> {
  const start = performance.now();
  const season = await playSeason(awardedACopy);
  const layout = layoutFor(cases, season.cases);
  const database = openDatabase(join(folder, dataFileName));
  createSqliteStore(database);
  let items = 0;
  try {
    // Nothing of it is to outlive a power cut; from its next opening on the file is as durable as any other.
    await database.write(() => undefined);
    database.read((db) => {
      db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -4000000');
    });
    const sql = `INSERT OR REPLACE INTO items (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    for (const texts of copiesOf(season.items, layout, (item) => JSON.stringify(toRow(item)))) {
      items += texts.length;
      await database.write((db) => {
        const insert = db.prepare(sql);
        for (const text of texts) insert.run(...rowSchema.parse(JSON.parse(text)));
      });
    }
  } finally {
    await database.close();
  }
  const seconds = (performance.now() - start) / 1_000;
  return { cases: layout.copies * season.cases, items, size: sizeOf(layout), seconds };
}
