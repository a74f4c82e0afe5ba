import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Person } from '#shared/domain/directory.ts';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import { epochMs, instantOf, type Instant } from '#shared/domain/time.ts';
import { findByPerson, insertAccount } from './accounts.ts';
import { forgetSecondFactor } from './attempts.ts';
import { mountPath } from './names.ts';
import { passwordFault, type PasswordFault } from './password-rules.ts';
import { hashPassword } from './password.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import type { FactorKeeper } from './second-factor.ts';
import { endSessions } from './tables.ts';
import { matchTotp, newTotpSecret } from './totp.ts';

/** Enough for a slip of paper to reach its person. */
const linkLivesMs = 7 * 86_400_000;

export const enrolPath = `${mountPath}/enrol`;

export interface Enrolment {
  readonly personId: PersonId;
  readonly username: string;
  /** Secret of the one-time passwords to come. */
  readonly secret: string;
}

export type EnrolmentFault = PasswordFault | 'PasswordsDiffer' | 'CodeWrong';

/**
 * A new one-time link. What opened the account before opens nothing any more, at once: password, second factor,
 * recovery codes, earlier links, sign-ins.
 */
export async function invite(
  { database, vault, now }: FactorKeeper,
  person: Pick<Person, 'id' | 'username'>,
  totpSecret = newTotpSecret(),
): Promise<{ token: string; expiresAt: Instant }> {
  const token = randomBytes(32).toString('base64url');
  const secret = await vault.seal(totpSecret);
  const at = now();
  const expires = epochMs(at) + linkLivesMs;
  await database.write((db) => {
    if (findByPerson(db, person.id) === undefined)
      insertAccount(db, { personId: person.id, username: person.username });
    voidCredentials(db, person.id, at);
    db.prepare(
      'INSERT OR REPLACE INTO identity_enrolment (person_id, token, totp, expires_at) VALUES (?, ?, ?, ?)',
    ).run(person.id, hashOf(token), secret, expires);
  });
  return { token, expiresAt: instantOf(expires) };
}

function voidCredentials(db: DatabaseSync, personId: PersonId, at: Instant): void {
  db.prepare(
    'UPDATE identity_account SET password_hash = NULL, totp = NULL, totp_step = NULL, reset_at = ? WHERE person_id = ?',
  ).run(at, personId);
  keepRecoveryCodes(db, personId, []);
  endSessions(db, personId);
}

const enrolmentRow = z.object({
  person_id: personIdSchema,
  username: z.string(),
  totp: z.string(),
});

const aliveEnrolment = `SELECT e.person_id, a.username, e.totp FROM identity_enrolment e
  JOIN identity_account a ON a.person_id = e.person_id WHERE e.token = ? AND e.expires_at > ?`;

/** @returns undefined for a link that never was, was used, was replaced by a newer one or is too old */
export async function readEnrolment(
  { database, vault, now }: FactorKeeper,
  token: string,
): Promise<Enrolment | undefined> {
  const row = database.read((db) => db.prepare(aliveEnrolment).get(hashOf(token), epochMs(now())));
  if (row === undefined) return undefined;
  const { person_id: personId, username, totp } = enrolmentRow.parse(row);
  return { personId, username, secret: await vault.open(totp) };
}

export interface Chosen {
  readonly password: string;
  readonly again: string;
  /** Of the app that has scanned the secret: proves that it did. */
  readonly code: string;
}

/** What is wrong with what was chosen. */
export function enrolmentFaults(
  { secret, username }: Enrolment,
  chosen: Chosen,
  now: Instant,
): readonly EnrolmentFault[] {
  const fault = passwordFault(chosen.password, username);
  const differ = chosen.password.normalize('NFKC') !== chosen.again.normalize('NFKC');
  return [
    ...(fault === undefined ? [] : [fault]),
    ...(differ ? (['PasswordsDiffer'] as const) : []),
    ...(matchTotp(secret, chosen.code, now) === undefined ? (['CodeWrong'] as const) : []),
  ];
}

const usedEnrolment = 'DELETE FROM identity_enrolment WHERE token = ? RETURNING totp';

/**
 * Gives the account what was chosen, and the link up: of two who come at the same moment one enrols.
 * @returns recovery codes, to be shown once; undefined where the link was used meanwhile
 */
export async function enrol(
  { database, now }: FactorKeeper,
  token: string,
  { enrolment, chosen }: { enrolment: Enrolment; chosen: Chosen },
): Promise<readonly string[] | undefined> {
  const { personId, username, secret } = enrolment;
  const password = await hashPassword(chosen.password);
  const step = matchTotp(secret, chosen.code, now()) ?? null;
  const codes = newRecoveryCodes();
  return database.write((db) => {
    const used = db.prepare(usedEnrolment).get(hashOf(token));
    if (used === undefined) return undefined;
    db.prepare(
      'UPDATE identity_account SET password_hash = ?, totp = ?, totp_step = ? WHERE person_id = ?',
    ).run(password, used['totp'] ?? null, step, personId);
    keepRecoveryCodes(db, personId, codes);
    forgetSecondFactor(db, username);
    return codes;
  });
}

/** The same without a link, for somebody who sits at this machine. */
export async function enrolHere(
  keeper: FactorKeeper,
  enrolment: Enrolment,
  chosen: Chosen,
): Promise<readonly string[]> {
  const { token } = await invite(keeper, { id: enrolment.personId, ...enrolment }, enrolment.secret);
  return (await enrol(keeper, token, { enrolment, chosen })) ?? [];
}

/** Only a hash is kept: who reads the file or a copy of it can't enrol as anybody. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
