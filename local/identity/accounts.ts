import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import { hashPassword } from './password.ts';
import { endSessions, readSetting } from './tables.ts';

export interface Account {
  readonly personId: PersonId;
  readonly username: string;
  /** Absent for a demo account that is only ever chosen by its button. */
  readonly passwordHash: string | undefined;
  readonly disabled: boolean;
  readonly demo: boolean;
}

export interface NewAccount {
  readonly personId: PersonId;
  readonly username: string;
  readonly password?: string;
  readonly demo?: boolean;
}

export type AccountFault =
  | 'UsernameMalformed'
  | 'UsernameTaken'
  | 'PersonHasAccount'
  | 'PasswordTooShort'
  | 'PasswordTooLong'
  | 'DemoAccountInOffice'
  | 'AccountUnknown';

class AccountRefused extends Error {
  readonly fault: AccountFault;
  constructor(fault: AccountFault) {
    super(fault);
    this.name = 'AccountRefused';
    this.fault = fault;
  }
}

const shortestPassword = 10;
const longestPassword = 256;

const accountRow = z
  .object({
    username: z.string(),
    person_id: personIdSchema,
    password_hash: z.string().nullable(),
    disabled: z.number(),
    demo: z.number(),
  })
  .transform((row): Account => ({
    username: row.username,
    personId: row.person_id,
    passwordHash: row.password_hash ?? undefined,
    disabled: row.disabled === 1,
    demo: row.demo === 1,
  }));

/** As people type it: `  Ha.Tran ` is `ha.tran`. */
export function foldUsername(username: string): string {
  return username.trim().normalize('NFC').toLowerCase();
}

/** @throws AccountRefused */
export async function createAccount(database: Database, account: NewAccount): Promise<void> {
  const username = foldUsername(account.username);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u.test(username)) throw new AccountRefused('UsernameMalformed');
  const demo = account.demo ?? false;
  const hash = demo && account.password === undefined ? null : await hashChecked(account.password ?? '');
  await database.write((db) => {
    if (demo && readSetting(db, 'home') !== 'demo') throw new AccountRefused('DemoAccountInOffice');
    if (findByUsername(db, username) !== undefined) throw new AccountRefused('UsernameTaken');
    if (findByPerson(db, account.personId) !== undefined) throw new AccountRefused('PersonHasAccount');
    db.prepare(
      'INSERT INTO identity_account (username, person_id, password_hash, demo) VALUES (?, ?, ?, ?)',
    ).run(username, account.personId, hash, demo ? 1 : 0);
  });
}

/** @throws AccountRefused */
export async function setPassword(database: Database, username: string, password: string): Promise<void> {
  const hash = await hashChecked(password);
  await change(database, 'UPDATE identity_account SET password_hash = ? WHERE username = ?', hash, username);
}

/** Stops new sign-ins, at the issuer at once. What the person may do is read from the record at each act, not from here. */
export function setDisabled(database: Database, username: string, disabled: boolean): Promise<void> {
  return change(
    database,
    'UPDATE identity_account SET disabled = ? WHERE username = ?',
    disabled ? 1 : 0,
    username,
  );
}

export function findByUsername(db: DatabaseSync, username: string): Account | undefined {
  const row = db.prepare('SELECT * FROM identity_account WHERE username = ?').get(foldUsername(username));
  return row === undefined ? undefined : accountRow.parse(row);
}

export function findByPerson(db: DatabaseSync, personId: string): Account | undefined {
  const row = db.prepare('SELECT * FROM identity_account WHERE person_id = ?').get(personId);
  return row === undefined ? undefined : accountRow.parse(row);
}

function change(database: Database, sql: string, value: string | number, username: string): Promise<void> {
  return database.write((db) => {
    const account = findByUsername(db, username);
    if (account === undefined) throw new AccountRefused('AccountUnknown');
    db.prepare(sql).run(value, account.username);
    // Who stays signed in at the issuer would need no password to sign in here again.
    endSessions(db, account.personId);
  });
}

async function hashChecked(password: string): Promise<string> {
  if (password.normalize('NFKC').length < shortestPassword) throw new AccountRefused('PasswordTooShort');
  if (password.length > longestPassword) throw new AccountRefused('PasswordTooLong');
  return hashPassword(password);
}
