import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';

const minuteMs = 60_000;

/**
 * Wrong attempts in the window. A person mistypes from one place; a name guessed at from many places, or many names
 * from one, is an attack. A whole office may stand behind one address, and nobody may lock a colleague out with five
 * tries from elsewhere. A code has a million values, three of them right: who knows the password gets few tries a day.
 */
const wrongAllowed = {
  usernameAtAddress: { tries: 5, windowMs: 15 * minuteMs },
  username: { tries: 20, windowMs: 15 * minuteMs },
  address: { tries: 50, windowMs: 15 * minuteMs },
  secondFactor: { tries: 10, windowMs: 24 * 60 * minuteMs },
} as const;
type Counted = keyof typeof wrongAllowed;
const longestWindowMs = Math.max(...Object.values(wrongAllowed).map(({ windowMs }) => windowMs));

/** What is counted before a password, and before a code whose password was right. */
export const countedFor = {
  password: ['usernameAtAddress', 'username', 'address'],
  secondFactor: ['secondFactor'],
} as const satisfies Record<string, readonly Counted[]>;
export type Proof = keyof typeof countedFor;

export type AttemptPermit =
  | { readonly allowed: true; readonly ids: readonly (number | bigint)[] }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

interface Attempt {
  readonly proof: Proof;
  readonly username: string;
  readonly address: string;
  readonly now: Instant;
}

/**
 * Counts the attempt as wrong before the proof is looked at, so that guesses sent at the same moment can't slip
 * through together; forgiveAttempt takes it back.
 */
export function admitAttempt(
  database: Database,
  { proof, username, address, now }: Attempt,
): Promise<AttemptPermit> {
  const subjects = countedFor[proof].map((kind) => ({ kind, id: subjectOf(kind, { username, address }) }));
  const at = epochMs(now);
  return database.write((db) => {
    db.prepare('DELETE FROM identity_attempt WHERE at <= ?').run(at - longestWindowMs);
    const waits = subjects.map(({ kind, id }) => waitMs(db, id, wrongAllowed[kind], at));
    const longest = Math.max(...waits);
    if (longest > 0) return { allowed: false, retryAfterSeconds: Math.ceil(longest / 1_000) };
    const insert = db.prepare('INSERT INTO identity_attempt (subject, at) VALUES (?, ?)');
    return { allowed: true, ids: subjects.map(({ id }) => insert.run(id, at).lastInsertRowid) };
  });
}

/** The proof was right: the name begins afresh there; the address keeps what was wrong before. */
export function forgiveAttempt(
  database: Database,
  { proof, username, address }: Omit<Attempt, 'now'>,
  ids: readonly (number | bigint)[],
): Promise<void> {
  return database.write((db) => {
    for (const id of ids) db.prepare('DELETE FROM identity_attempt WHERE id = ?').run(id);
    forget(db, subjectOf(countedFor[proof][0], { username, address }));
  });
}

/** Who was given a fresh start isn't held to what went wrong before it. */
export function forgetSecondFactor(db: DatabaseSync, username: string): void {
  forget(db, subjectOf('secondFactor', { username, address: '' }));
}

function forget(db: DatabaseSync, subject: string): void {
  db.prepare('DELETE FROM identity_attempt WHERE subject = ?').run(subject);
}

const startRow = z.object({ at: z.number() });

/** Until the oldest of as many newest wrong attempts as are allowed leaves the window. */
function waitMs(
  db: DatabaseSync,
  subject: string,
  { tries, windowMs }: { tries: number; windowMs: number },
  now: number,
): number {
  const row = db
    .prepare('SELECT at FROM identity_attempt WHERE subject = ? ORDER BY at DESC LIMIT 1 OFFSET ?')
    .get(subject, tries - 1);
  return row === undefined ? 0 : startRow.parse(row).at + windowMs - now;
}

/** Hashed: people type passwords into the name's field, and an address is personal data. */
function subjectOf(kind: Counted, { username, address }: Pick<Attempt, 'username' | 'address'>): string {
  const counted = {
    usernameAtAddress: [username, address],
    username: [username],
    address: [address],
    secondFactor: [username],
  };
  return createHash('sha256')
    .update(JSON.stringify([kind, ...counted[kind]]))
    .digest('base64url');
}
