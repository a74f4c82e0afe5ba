import { DatabaseSync } from 'node:sqlite';
import { columns, itemMigrations, toRow } from '#local/sqlite/item-row.ts';
import type { Item } from '#shared/ports.ts';

/** What an act stores at least: the record, its entry, an inbox row. */
export function threeRows(n: number): readonly [Item, Item, Item] {
  const pk = `CASE#${String(n)}`;
  const body = { subject: 'Nguyễn Thị Hường', step: 'RECEIVE', form: 'GIAY_KHEN', text: 'x'.repeat(300) };
  return [
    {
      pk,
      sk: 'META',
      version: 1,
      v: 1,
      body,
      g1: { pk: 'ORG#7#OPEN', sk: pk },
      g2: { pk: 'ROUND#2025', sk: pk },
    },
    { pk, sk: 'ENTRY#000001', version: 1, v: 1, body },
    { pk: 'INBOX#7#CLERK', sk: `2025-07-01#${pk}`, version: 1, v: 1, body: { case: pk } },
  ];
}

export interface RawSqlite {
  /** Three rows, on the disk when it returns. */
  readonly commit: (n: number) => void;
  readonly close: () => void;
}

/** The least that is as durable as an act: prepared inserts, one transaction and one fsync for three rows. */
export function openRawSqlite(file: string): RawSqlite {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  for (const sql of itemMigrations) db.exec(sql);
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const insert = db.prepare(`INSERT INTO items (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    commit(n) {
      begin.run();
      for (const item of threeRows(n)) insert.run(...toRow(item));
      commit.run();
    },
    close: () => {
      db.close();
    },
  };
}
