import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Vault } from '#shared/ports.ts';

/** A data key opens what its id sealed. */
export interface DataKey {
  /** Eight hex digits; stands in the clear in everything that it sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface VaultKeys {
  /** The first one seals; all of them open. */
  readonly data: readonly [DataKey, ...DataKey[]];
  /** 32 bytes that stay when data keys change: equality must outlive them. */
  readonly fingerprint: Uint8Array;
}

/** Sealed under a key that this vault doesn't have, or altered. */
export class SealBroken extends Error {
  constructor(reason: string) {
    super(`a sealed text can't be opened: ${reason}`);
    this.name = 'SealBroken';
  }
}

const cipher = 'aes-256-gcm';
const version = 'v1';
export const keyBytes = 32;
export const keyId = /^[0-9a-f]{8}$/;

/** The one format of sealed id numbers, in both homes: `v1.keyid.nonce.body.tag`. Homes differ in where keys come from. */
export function createCipher({ data, fingerprint }: VaultKeys): Vault {
  const [current] = data;
  return {
    async seal(plain) {
      const nonce = randomBytes(12);
      const sealing = createCipheriv(cipher, current.key, nonce);
      sealing.setAAD(Buffer.from(`${version}.${current.id}`));
      const body = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
      const parts = [nonce, body, sealing.getAuthTag()].map((part) => part.toString('base64url'));
      return [version, current.id, ...parts].join('.');
    },
    open: async (sealed) => unseal(data, sealed),
    fingerprint: async (plain) => createHmac('sha256', fingerprint).update(plain).digest('base64url'),
  };
}

/** Whether one of these keys sealed it, by the id that stands in it. */
export const isSealedBy = ({ data }: VaultKeys, sealed: string): boolean =>
  data.some(({ id }) => id === sealed.split('.')[1]);

function unseal(keys: readonly DataKey[], sealed: string): string {
  const [stamp, id, nonce, body, tag] = sealed.split('.');
  if (stamp !== version || nonce === undefined || body === undefined || tag === undefined) {
    throw new SealBroken('it is no seal of this vault');
  }
  const found = keys.find((candidate) => candidate.id === id);
  if (found === undefined) throw new SealBroken('its key is unknown');
  try {
    const opening = createDecipheriv(cipher, found.key, Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    });
    opening.setAAD(Buffer.from(`${version}.${found.id}`));
    opening.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([opening.update(body, 'base64url'), opening.final()]).toString('utf8');
  } catch {
    throw new SealBroken('it was altered');
  }
}
