import { DatabaseSync } from 'node:sqlite';
import type { Item } from '#shared/ports.ts';
import type { RecordsOutlet } from '#shared/transfer/outlets.ts';
import { columns, toItem } from '#local/sqlite/item-row.ts';

const batchItems = 500;
const selectAll = `SELECT ${columns} FROM items ORDER BY pk, sk`;

/** One moment of the file, on a connection of its own that only reads: the office may go on meanwhile. */
export function createSqliteRecords(file: string): RecordsOutlet {
  return {
    async *items() {
      const db = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
      try {
        db.exec('BEGIN');
        let batch: Item[] = [];
        for (const row of db.prepare(selectAll).iterate()) {
          batch.push(toItem(row));
          if (batch.length < batchItems) continue;
          yield batch;
          batch = [];
        }
        yield batch;
      } finally {
        db.close();
      }
    },
  };
}
