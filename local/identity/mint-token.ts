import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { DatabaseReader } from '#local/sqlite/database.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { findByUsername } from './accounts.ts';
import { readSigningKey } from './keys.ts';
import { apiAudience, webClientId } from './names.ts';
import { readSetting } from './tables.ts';

export type MintFault = 'AccountUnknown' | 'IdentityNotStarted';

export class MintRefused extends Error {
  readonly fault: MintFault;
  constructor(fault: MintFault) {
    super(fault);
    this.name = 'MintRefused';
    this.fault = fault;
  }
}

export interface MintOptions {
  /** Machine time. */
  readonly now: Instant;
  /** Default: the issuer that this file was last served as. */
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds; an hour by default, as tokens of a sign-in live. */
  readonly ttl?: number;
}

/**
 * A bearer token for the API, as a sign-in would give it. Only reads, so it works beside the running server.
 * @throws MintRefused
 */
export async function mintToken(
  database: Pick<DatabaseReader, 'read'>,
  username: string,
  { now, issuer, audience = apiAudience, ttl = 3_600 }: MintOptions,
): Promise<string> {
  const { key, account, servedAs } = database.read((db) => ({
    key: readSigningKey(db),
    account: findByUsername(db, username),
    servedAs: readSetting(db, 'issuer'),
  }));
  const iss = issuer ?? servedAs;
  if (key === undefined || iss === undefined) throw new MintRefused('IdentityNotStarted');
  if (account === undefined || account.disabled) throw new MintRefused('AccountUnknown');
  const iat = Math.floor(epochMs(now) / 1_000);
  return new SignJWT({ client_id: webClientId })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
    .setIssuer(iss)
    .setSubject(account.personId)
    .setAudience(audience)
    .setIssuedAt(iat)
    .setExpirationTime(iat + ttl)
    .setJti(randomUUID())
    .sign(key);
}
