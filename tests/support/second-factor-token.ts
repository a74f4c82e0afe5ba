import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { findByUsername } from '#local/identity/accounts.ts';
import { readSigningKey } from '#local/identity/keys.ts';
import { apiAudience, webClientId } from '#local/identity/names.ts';
import { readSetting } from '#local/identity/tables.ts';
import type { DatabaseReader } from '#local/sqlite/database.ts';

/** What a sign-in with password and one-time code gives for an hour, as an office asks of whoever signs. */
export async function secondFactorToken(
  database: Pick<DatabaseReader, 'read'>,
  username: string,
): Promise<string> {
  const { key, account, issuer } = database.read((db) => ({
    key: readSigningKey(db),
    account: findByUsername(db, username),
    issuer: readSetting(db, 'issuer'),
  }));
  if (key === undefined || account === undefined || issuer === undefined) throw new Error('no issuer yet');
  return new SignJWT({ client_id: webClientId, amr: ['pwd', 'otp', 'mfa'] })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
    .setIssuer(issuer)
    .setSubject(account.personId)
    .setAudience(apiAudience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .setJti(randomUUID())
    .sign(key);
}
