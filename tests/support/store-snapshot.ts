import type { Database } from '#local/sqlite/database.ts';
import { toItem, type Row } from '#local/sqlite/item-row.ts';
import type { Item } from '#shared/ports.ts';

/** Everything that is stored, to be compared. */
export function storedIn(database: Database): readonly unknown[] {
  return database.read((db) => db.prepare('SELECT * FROM items ORDER BY pk, sk').all());
}

/** The same, as the port has it. */
export const itemsIn = (database: Database): readonly Item[] =>
  storedIn(database).map((row) => toItem(row as Row));

/** Remembers what is stored now. @returns what makes it so again */
export async function remember(database: Database): Promise<() => Promise<void>> {
  await database.write((db) => db.exec('CREATE TEMP TABLE remembered AS SELECT * FROM items'));
  return () =>
    database.write((db) => {
      db.exec('DELETE FROM items; INSERT INTO items SELECT * FROM remembered');
    });
}
