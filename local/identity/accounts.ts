import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import { instantSchema, type Instant } from '#shared/domain/time.ts';
import { endSessions, readSetting } from './tables.ts';

export interface Account {
  readonly personId: PersonId;
  readonly username: string;
  /** Absent for a demo account that is only ever chosen by its button, and until its person has enrolled. */
  readonly passwordHash: string | undefined;
  /** Secret of the one-time passwords, sealed; absent likewise. */
  readonly totp: string | undefined;
  /** Sign-ins that began before it count no more. */
  readonly resetAt: Instant | undefined;
  readonly disabled: boolean;
  readonly demo: boolean;
}

export interface NewAccount {
  readonly personId: PersonId;
  readonly username: string;
  readonly demo?: boolean;
}

export type AccountFault =
  'UsernameMalformed' | 'UsernameTaken' | 'PersonHasAccount' | 'DemoAccountInOffice' | 'AccountUnknown';

class AccountRefused extends Error {
  readonly fault: AccountFault;
  constructor(fault: AccountFault) {
    super(fault);
    this.name = 'AccountRefused';
    this.fault = fault;
  }
}

const accountRow = z
  .object({
    username: z.string(),
    person_id: personIdSchema,
    password_hash: z.string().nullable(),
    totp: z.string().nullable(),
    reset_at: instantSchema.nullable(),
    disabled: z.number(),
    demo: z.number(),
  })
  .transform((row): Account => ({
    username: row.username,
    personId: row.person_id,
    passwordHash: row.password_hash ?? undefined,
    totp: row.totp ?? undefined,
    resetAt: row.reset_at ?? undefined,
    disabled: row.disabled === 1,
    demo: row.demo === 1,
  }));

const usernamePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;

/** As people type it: `  Ha.Tran ` is `ha.tran`. */
export function foldUsername(username: string): string {
  return username.trim().normalize('NFC').toLowerCase();
}

/** An account that opens nothing yet: its person enrols first, or in a demo chooses it by its button. @throws AccountRefused */
export async function createAccount(database: Database, account: NewAccount): Promise<void> {
  await database.write((db) => {
    insertAccount(db, account);
  });
}

/** @throws AccountRefused */
export function insertAccount(db: DatabaseSync, { personId, demo = false, ...account }: NewAccount): void {
  const username = foldUsername(account.username);
  if (!usernamePattern.test(username)) throw new AccountRefused('UsernameMalformed');
  if (demo && readSetting(db, 'home') !== 'demo') throw new AccountRefused('DemoAccountInOffice');
  if (findByUsername(db, username) !== undefined) throw new AccountRefused('UsernameTaken');
  if (findByPerson(db, personId) !== undefined) throw new AccountRefused('PersonHasAccount');
  db.prepare('INSERT INTO identity_account (username, person_id, demo) VALUES (?, ?, ?)').run(
    username,
    personId,
    demo ? 1 : 0,
  );
}

/** Stops new sign-ins, at the issuer at once. What the person may do is read from the record at each act, not from here. */
export function setDisabled(database: Database, username: string, disabled: boolean): Promise<void> {
  return database.write((db) => {
    const account = findByUsername(db, username);
    if (account === undefined) throw new AccountRefused('AccountUnknown');
    db.prepare('UPDATE identity_account SET disabled = ? WHERE username = ?').run(
      disabled ? 1 : 0,
      account.username,
    );
    // Who stays signed in at the issuer would need no password to sign in here again.
    endSessions(db, account.personId);
  });
}

export function findByUsername(db: DatabaseSync, username: string): Account | undefined {
  const row = db.prepare('SELECT * FROM identity_account WHERE username = ?').get(foldUsername(username));
  return row === undefined ? undefined : accountRow.parse(row);
}

export function findByPerson(db: DatabaseSync, personId: string): Account | undefined {
  const row = db.prepare('SELECT * FROM identity_account WHERE person_id = ?').get(personId);
  return row === undefined ? undefined : accountRow.parse(row);
}
