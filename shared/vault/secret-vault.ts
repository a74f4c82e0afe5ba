import { keep } from '#shared/machine/kept.ts';
import type { Vault } from '#shared/ports.ts';
import { createCipher, isSealedBy } from './cipher.ts';
import { keysOfSecret } from './seeds.ts';

/**
 * The vault under seeds of a secret, which is read when something is first sealed, opened or compared. Once more when
 * something comes that a newer seed sealed: it was rotated while this process ran.
 */
export function createSecretVault(readSecret: () => Promise<string>): Vault {
  const keys = keep(async () => keysOfSecret(await readSecret()));
  return {
    seal: async (plain) => createCipher(await keys.read()).seal(plain),
    async open(sealed) {
      const known = await keys.read();
      return createCipher(isSealedBy(known, sealed) ? known : await keys.renew()).open(sealed);
    },
    fingerprint: async (plain) => createCipher(await keys.read()).fingerprint(plain),
  };
}
