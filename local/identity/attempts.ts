import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';

const windowMs = 15 * 60_000;
const wrongAllowed = 5;

export type AttemptPermit =
  | { readonly allowed: true; readonly ids: readonly (number | bigint)[] }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

interface Attempt {
  readonly username: string;
  readonly address: string;
  readonly now: Instant;
}

/**
 * Counts the attempt as wrong before the password is looked at, so that guesses sent at the same moment can't slip
 * through together; forgiveAttempt takes it back.
 */
export function admitAttempt(
  database: Database,
  { username, address, now }: Attempt,
): Promise<AttemptPermit> {
  const subjects = [subjectOf('username', username), subjectOf('address', address)];
  const at = epochMs(now);
  return database.write((db) => {
    db.prepare('DELETE FROM identity_attempt WHERE at <= ?').run(at - windowMs);
    const waits = subjects.map((subject) => waitMs(db, subject, at));
    const longest = Math.max(...waits);
    if (longest > 0) return { allowed: false, retryAfterSeconds: Math.ceil(longest / 1_000) };
    const insert = db.prepare('INSERT INTO identity_attempt (subject, at) VALUES (?, ?)');
    return { allowed: true, ids: subjects.map((subject) => insert.run(subject, at).lastInsertRowid) };
  });
}

/** The password was right: the name begins afresh; the address keeps what was wrong before. */
export function forgiveAttempt(
  database: Database,
  username: string,
  ids: readonly (number | bigint)[],
): Promise<void> {
  return database.write((db) => {
    for (const id of ids) db.prepare('DELETE FROM identity_attempt WHERE id = ?').run(id);
    db.prepare('DELETE FROM identity_attempt WHERE subject = ?').run(subjectOf('username', username));
  });
}

const startRow = z.object({ at: z.number() });

/** Until the fifth newest wrong attempt leaves the window. */
function waitMs(db: DatabaseSync, subject: string, now: number): number {
  const row = db
    .prepare('SELECT at FROM identity_attempt WHERE subject = ? ORDER BY at DESC LIMIT 1 OFFSET ?')
    .get(subject, wrongAllowed - 1);
  return row === undefined ? 0 : startRow.parse(row).at + windowMs - now;
}

/** Hashed: people type passwords into the name's field, and an address is personal data. */
function subjectOf(kind: 'username' | 'address', value: string): string {
  return createHash('sha256').update(`${kind} ${value}`).digest('base64url');
}
