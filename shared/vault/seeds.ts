import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { keyBytes, keyId, type DataKey, type VaultKeys } from './cipher.ts';
import { vaultKeysSchema } from './keys-text.ts';

const seedSchema = z.object({ id: z.string().regex(keyId), seed: z.string().min(64) });
type Seed = z.infer<typeof seedSchema>;

/**
 * What lies in the secret: one seed, as CloudFormation can make one (`GenerateSecretString` fills one string of a
 * template), and by hand those before it. Ids rise, in hex: the highest one seals, the lowest one is the eldest.
 */
const secretSchema = seedSchema
  .extend({ retired: z.array(seedSchema).default([]) })
  .refine(({ id, retired }) => retired.every((seed) => seed.id < id), { error: 'a retired id is not lower' })
  .refine(({ retired }) => new Set(retired.map(({ id }) => id)).size === retired.length, {
    error: 'a retired id stands twice',
  });

/** The secret isn't what it should be. Says which fields, never what stands in them. */
class VaultSecretRefused extends Error {
  constructor(faults: readonly string[]) {
    super(`the vault's secret can't be used: ${faults.join('; ')}`);
    this.name = 'VaultSecretRefused';
  }
}

/**
 * Data keys and the fingerprint's key by HKDF (RFC 5869), each under an `info` of its own. The fingerprint's comes from
 * the eldest seed: what was equal stays equal after a rotation. Where an office came from another home the secret holds
 * that home's keys themselves.
 * @throws VaultSecretRefused
 */
export function keysOfSecret(text: string): VaultKeys {
  const json = jsonOf(text);
  const imported = vaultKeysSchema.safeParse(json);
  if (imported.success) return imported.data;
  const parsed = secretSchema.safeParse(json);
  if (!parsed.success) {
    throw new VaultSecretRefused(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    );
  }
  const { id, seed, retired } = parsed.data;
  const eldest = [{ id, seed }, ...retired].reduce((one, other) => (other.id < one.id ? other : one));
  return {
    data: [dataKeyOf({ id, seed }), ...retired.map(dataKeyOf)],
    fingerprint: derive(eldest, 'fingerprint'),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new VaultSecretRefused(['it is no JSON']);
  }
}

const dataKeyOf = (seed: Seed): DataKey => ({ id: seed.id, key: derive(seed, 'data') });

function derive({ id, seed }: Seed, use: 'data' | 'fingerprint'): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', seed, 'vinh-danh', `vault/${use}/${id}`, keyBytes));
}
