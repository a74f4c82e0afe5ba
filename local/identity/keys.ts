import { generateKeyPair, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { readSetting, settingOnce } from './tables.ts';

const jwkSchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
/** The first key signs; later ones are there for tokens signed before a change of keys. */
const keysSchema = z.array(jwkSchema).nonempty();

export type SigningKey = z.infer<typeof jwkSchema>;
export type SigningKeys = z.infer<typeof keysSchema>;

export async function signingKeys(database: Database): Promise<SigningKeys> {
  return keysSchema.parse(JSON.parse(await settingOnce(database, 'signing-keys', makeSigningKeys)));
}

export async function cookieKeys(database: Database): Promise<string[]> {
  const stored = await settingOnce(database, 'cookie-keys', () =>
    JSON.stringify([randomBytes(32).toString('base64url')]),
  );
  return z.array(z.string()).parse(JSON.parse(stored));
}

/** @returns undefined in a file whose identity was never started */
export function readSigningKey(db: DatabaseSync): SigningKey | undefined {
  const stored = readSetting(db, 'signing-keys');
  return stored === undefined ? undefined : keysSchema.parse(JSON.parse(stored))[0];
}

export function publicKeys(keys: SigningKeys): JWTVerifyGetKey {
  return createLocalJWKSet({
    keys: keys.map(({ kty, kid, alg, use, n, e }) => ({ kty, kid, alg, use, n, e })),
  });
}

async function makeSigningKeys(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint({ kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '' });
  return JSON.stringify([{ ...jwk, kid, alg: 'RS256', use: 'sig' }]);
}
