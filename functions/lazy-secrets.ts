import { keep } from '#shared/machine/kept.ts';
import type { Vault } from '#shared/ports.ts';

/** Reads the client of Secrets Manager from disk when a secret is first asked for, and the secret each time. */
async function readSecret(arn: string): Promise<string> {
  const { openSecret } = await import('#shared/vault/secrets-manager.ts');
  return openSecret(arn);
}

/** A secret that stays what it is while this process lives. */
export const lazySecret = (arn: string): (() => Promise<string>) => keep(() => readSecret(arn)).read;

/** The vault, whose keys are read when an id number is first sealed, opened or compared. */
export function lazyVault(secretArn: string): Vault {
  const { read: vault } = keep(async () =>
    (await import('#shared/vault/secret-vault.ts')).createSecretVault(() => readSecret(secretArn)),
  );
  return {
    seal: async (plain) => (await vault()).seal(plain),
    open: async (sealed) => (await vault()).open(sealed),
    fingerprint: async (plain) => (await vault()).fingerprint(plain),
  };
}
