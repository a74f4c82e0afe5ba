import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vault } from '#shared/ports.ts';
import { readOrMakePrivateFile } from './private-file.ts';

const keyText = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const dataKeySchema = z.object({ id: z.string().regex(/^[0-9a-f]{8}$/), key: keyText });
/** A data key opens what its id sealed; the first one seals. The fingerprint's key stays: equality must outlive it. */
const keysSchema = z.object({ data: z.tuple([dataKeySchema], dataKeySchema), fingerprint: keyText });
type VaultKeys = z.infer<typeof keysSchema>;

/** Sealed under a key that isn't in this home's file, or altered. */
export class SealBroken extends Error {
  constructor(reason: string) {
    super(`a sealed text can't be opened: ${reason}`);
    this.name = 'SealBroken';
  }
}

const cipher = 'aes-256-gcm';
const version = 'v1';

/** Id numbers under keys of this home, which lie in `vault-key` beside the data file and in its own backup. */
export function createVault(folder: string): Vault {
  const { data, fingerprint } = readKeys(join(folder, 'vault-key'));
  const [current] = data;
  const fingerprintKey = Buffer.from(fingerprint, 'base64');
  return {
    async seal(plain) {
      const nonce = randomBytes(12);
      const sealing = createCipheriv(cipher, Buffer.from(current.key, 'base64'), nonce);
      sealing.setAAD(Buffer.from(`${version}.${current.id}`));
      const body = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
      const parts = [nonce, body, sealing.getAuthTag()].map((part) => part.toString('base64url'));
      return [version, current.id, ...parts].join('.');
    },
    open: async (sealed) => unseal(data, sealed),
    fingerprint: async (plain) => createHmac('sha256', fingerprintKey).update(plain).digest('base64url'),
  };
}

function unseal(keys: VaultKeys['data'], sealed: string): string {
  const [stamp, id, nonce, body, tag] = sealed.split('.');
  if (stamp !== version || nonce === undefined || body === undefined || tag === undefined) {
    throw new SealBroken('it is no seal of this vault');
  }
  const found = keys.find((candidate) => candidate.id === id);
  if (found === undefined) throw new SealBroken('its key is unknown');
  try {
    const key = Buffer.from(found.key, 'base64');
    const opening = createDecipheriv(cipher, key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
    opening.setAAD(Buffer.from(`${version}.${found.id}`));
    opening.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([opening.update(body, 'base64url'), opening.final()]).toString('utf8');
  } catch {
    throw new SealBroken('it was altered');
  }
}

function readKeys(path: string): VaultKeys {
  const text = readOrMakePrivateFile(path, () => JSON.stringify(freshKeys()));
  return keysSchema.parse(JSON.parse(text));
}

function freshKeys(): VaultKeys {
  const key = () => randomBytes(32).toString('base64');
  return { data: [{ id: randomBytes(4).toString('hex'), key: key() }], fingerprint: key() };
}
