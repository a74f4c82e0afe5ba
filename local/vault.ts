import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '#shared/ports.ts';
import { createCipher, keyBytes } from '#shared/vault/cipher.ts';
import { parseVaultKeys, vaultKeysText } from '#shared/vault/keys-text.ts';
import { readOrMakePrivateFile } from './private-file.ts';

const keyFile = (folder: string): string => join(folder, 'vault-key');

/** Id numbers under keys of this home, which lie in `vault-key` beside the data file and in its own backup. */
export function createVault(folder: string): Vault {
  return createCipher(parseVaultKeys(readOrMakePrivateFile(keyFile(folder), freshKeys)));
}

function freshKeys(): string {
  const key = () => randomBytes(keyBytes);
  return vaultKeysText({ data: [{ id: randomBytes(4).toString('hex'), key: key() }], fingerprint: key() });
}

/** Undefined where no vault was ever opened. */
export function readVaultKeys(folder: string): string | undefined {
  return existsSync(keyFile(folder))
    ? vaultKeysText(parseVaultKeys(readFileSync(keyFile(folder), 'utf8')))
    : undefined;
}

/** Keys of another home, instead of this one's. Those are put aside, never thrown away, though they sealed nothing yet. */
export function placeVaultKeys(folder: string, keys: string): void {
  const before = readVaultKeys(folder);
  if (before !== undefined && before !== keys)
    renameSync(keyFile(folder), `${keyFile(folder)}.before-${randomBytes(4).toString('hex')}`);
  readOrMakePrivateFile(keyFile(folder), () => keys);
}
