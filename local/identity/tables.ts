import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { hasTable } from '#local/sqlite/statements.ts';

/** A demo has accounts that anybody may choose; an office never has any. One file is one or the other for ever. */
export type HomeKind = 'demo' | 'office';

class HomeMismatch extends Error {
  constructor(is: string, wanted: HomeKind) {
    super(
      is === 'demo'
        ? `Thư mục này là của bản dùng thử, không thể mở như một cơ quan; hãy chọn thư mục khác bằng --data.
This data file belongs to a home of kind "${is}" and can't be opened as "${wanted}"; name another folder with --data.`
        : `Thư mục này là của một cơ quan, không thể mở như bản dùng thử; hãy chạy "npm run serve -- --data THƯ_MỤC".
This data file belongs to a home of kind "${is}" and can't be opened as "${wanted}"; run "npm run serve -- --data DIR".`,
    );
    this.name = 'HomeMismatch';
  }
}

const steps = [
  `CREATE TABLE identity_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
   CREATE TABLE identity_account (
     username TEXT PRIMARY KEY,
     person_id TEXT NOT NULL UNIQUE,
     password_hash TEXT,
     disabled INTEGER NOT NULL DEFAULT 0,
     demo INTEGER NOT NULL DEFAULT 0
   ) WITHOUT ROWID, STRICT;
   CREATE TABLE identity_attempt (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
   CREATE INDEX identity_attempt_subject ON identity_attempt (subject, at);
   CREATE INDEX identity_attempt_at ON identity_attempt (at);
   CREATE TABLE identity_item (
     model TEXT NOT NULL,
     id TEXT NOT NULL,
     payload TEXT NOT NULL,
     uid TEXT,
     grant_id TEXT,
     account_id TEXT,
     consumed_at INTEGER,
     expires_at INTEGER,
     PRIMARY KEY (model, id)
   ) WITHOUT ROWID, STRICT;
   CREATE INDEX identity_item_uid ON identity_item (uid) WHERE uid IS NOT NULL;
   CREATE INDEX identity_item_grant ON identity_item (grant_id) WHERE grant_id IS NOT NULL;
   CREATE INDEX identity_item_account ON identity_item (account_id) WHERE account_id IS NOT NULL;
   CREATE INDEX identity_item_expires ON identity_item (expires_at) WHERE expires_at IS NOT NULL;`,
  `ALTER TABLE identity_account ADD COLUMN totp TEXT;
   ALTER TABLE identity_account ADD COLUMN totp_step INTEGER;
   ALTER TABLE identity_account ADD COLUMN reset_at TEXT;
   CREATE TABLE identity_recovery (
     person_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (person_id, hash)
   ) WITHOUT ROWID, STRICT;
   CREATE TABLE identity_enrolment (
     person_id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, totp TEXT NOT NULL, expires_at INTEGER NOT NULL
   ) WITHOUT ROWID, STRICT;`,
];

/**
 * Before anything else of identity; as often as you like.
 * @throws HomeMismatch
 */
export async function prepareIdentity(database: Database, home: HomeKind): Promise<void> {
  database.migrate('identity', steps);
  const kind = await settingOnce(database, 'home', () => home);
  if (kind !== home) throw new HomeMismatch(kind, home);
}

/** Undefined for a file in which nobody ever signed in. */
export const readHomeKind = (db: DatabaseSync): string | undefined =>
  hasTable(db, 'identity_setting') ? readSetting(db, 'home') : undefined;

const settingRow = z.object({ value: z.string() });

export function readSetting(db: DatabaseSync, name: string): string | undefined {
  const row = db.prepare('SELECT value FROM identity_setting WHERE name = ?').get(name);
  return row === undefined ? undefined : settingRow.parse(row).value;
}

export function writeSetting(database: Database, name: string, value: string): Promise<void> {
  return database.write((db) => {
    db.prepare(
      'INSERT INTO identity_setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ).run(name, value);
  });
}

/** The stored value; made and stored when there is none. */
export async function settingOnce(
  database: Database,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const stored = database.read((db) => readSetting(db, name));
  if (stored !== undefined) return stored;
  const made = await make();
  return database.write((db) => {
    db.prepare('INSERT INTO identity_setting VALUES (?, ?) ON CONFLICT DO NOTHING').run(name, made);
    return readSetting(db, name) ?? made;
  });
}

/**
 * Whoever is signed in at the issuer as this person must prove it again, who was about to be, too: sessions, grants, codes,
 * and interactions, which name the person inside only and could be taken up for an hour.
 */
export function endSessions(db: DatabaseSync, personId: string): void {
  db.prepare(
    `DELETE FROM identity_item WHERE account_id = :person OR model = 'Interaction'
       AND :person IN (payload ->> '$.result.login.accountId', payload ->> '$.session.accountId')`,
  ).run({ person: personId });
}

/** Nobody is signed in any more, neither here nor at the issuer, nor invited to be. @returns how many browsers were */
export function endAllSessions(db: DatabaseSync): number {
  for (const table of ['identity_item', 'identity_enrolment'])
    if (hasTable(db, table)) db.exec(`DELETE FROM ${table}`);
  return Number(db.prepare("DELETE FROM items WHERE pk >= 'SIGNIN#' AND pk < 'SIGNIN$'").run().changes);
}
