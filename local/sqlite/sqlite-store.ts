import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Condition, FailedWrite, Item, Key, Store, Write } from '#shared/ports.ts';
import { CommitConflict } from '#shared/ports.ts';
import { keyOf, refuseUnreadable, refuseUnwritable } from '#shared/store-limits.ts';
import type { Database, DatabaseReader } from './database.ts';
import type { Lasting } from './group-commit.ts';
import { columns, itemMigrations, toItem, toRow } from './item-row.ts';
import { readPage } from './query-page.ts';
import { prepared } from './statements.ts';

export type SqliteReader = Pick<Store, 'get' | 'query'>;

export interface SqliteStore extends Store {
  /**
   * Deletes items that expired before this second of machine time. Until then they are read like any other.
   * @returns how many there were.
   */
  sweepExpired(nowEpochSeconds: number): Promise<number>;
}

/** A write with its text already made: what the caller does to its objects afterwards changes nothing. */
interface Prepared {
  readonly key: Key;
  readonly condition: Condition | undefined;
  readonly action: 'put' | 'delete' | 'check';
  readonly row: readonly SQLInputValue[];
}

const selectItem = `SELECT ${columns} FROM items WHERE pk = ? AND sk = ?`;
const selectVersion = 'SELECT version FROM items WHERE pk = ? AND sk = ?';
const deleteItem = 'DELETE FROM items WHERE pk = ? AND sk = ?';
const putItem = `INSERT INTO items (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (pk, sk) DO UPDATE SET version = excluded.version, v = excluded.v, body = excluded.body,
    g1pk = excluded.g1pk, g1sk = excluded.g1sk, g2pk = excluded.g2pk, g2sk = excluded.g2sk,
    g3pk = excluded.g3pk, g3sk = excluded.g3sk, expires_at = excluded.expires_at`;
const deleteExpired = `DELETE FROM items WHERE (pk, sk) IN
  (SELECT pk, sk FROM items WHERE expires_at < ? ORDER BY expires_at LIMIT ?)`;

const sweepBatch = 500;

/** @param lasting of its commits: `soon` is for what is done again after a power cut, never for an act */
export function createSqliteStore(database: Database, lasting: Lasting = 'now'): SqliteStore {
  database.migrate('items', itemMigrations);
  return {
    ...createSqliteReader(database),
    async commit(writes) {
      refuseUnwritable(writes);
      const ready = writes.map(prepare);
      await database.write((db) => {
        commitAll(db, ready);
      }, lasting);
    },
    async sweepExpired(nowEpochSeconds) {
      let swept = 0;
      while (true) {
        const { changes } = await database.write((db) =>
          prepared(db, deleteExpired).run(nowEpochSeconds, sweepBatch),
        );
        swept += Number(changes);
        if (Number(changes) < sweepBatch) return swept;
      }
    },
  };
}

/** For a connection that only reads; the file's owner has made the tables. */
export function createSqliteReader(database: DatabaseReader): SqliteReader {
  return {
    async get(keys) {
      refuseUnreadable(keys);
      return database.read((db) => keys.map((key) => find(db, key)));
    },
    async query(query) {
      return database.read((db) => readPage(db, query));
    },
  };
}

function prepare(write: Write): Prepared {
  const key = keyOf(write);
  const action = 'put' in write ? 'put' : 'delete' in write ? 'delete' : 'check';
  return { key, condition: write.if, action, row: 'put' in write ? toRow(write.put) : [key.pk, key.sk] };
}

function commitAll(db: DatabaseSync, writes: readonly Prepared[]): void {
  const failed: FailedWrite[] = [];
  for (const [index, { key, condition }] of writes.entries()) {
    if (condition === undefined || holds(db, key, condition)) continue;
    failed.push({ index, found: find(db, key) });
  }
  if (failed.length > 0) throw new CommitConflict(failed);
  for (const { action, row } of writes) {
    if (action !== 'check') prepared(db, action === 'put' ? putItem : deleteItem).run(...row);
  }
}

function find(db: DatabaseSync, key: Key): Item | undefined {
  const row = prepared(db, selectItem).get(key.pk, key.sk);
  return row && toItem(row);
}

/** Most conditions ask for the version alone: the body stays unread. */
function holds(db: DatabaseSync, key: Key, condition: Condition): boolean {
  if ('equals' in condition) {
    const body = find(db, key)?.body;
    return (
      body !== undefined && Object.entries(condition.equals).every(([name, value]) => body[name] === value)
    );
  }
  const version = prepared(db, selectVersion).get(key.pk, key.sk)?.['version'];
  if ('absent' in condition) return version === undefined;
  return 'present' in condition ? version !== undefined : version === condition.version;
}
