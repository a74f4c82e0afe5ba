import { z } from 'zod';
import { keyBytes, keyId, type VaultKeys } from './cipher.ts';

const keySchema = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === keyBytes);
const dataKeySchema = z.object({ id: z.string().regex(keyId), key: keySchema });

/** The keys themselves, as text: what the embedded home keeps, what goes from home to home, what any home can hold. */
export const vaultKeysSchema = z.object({
  data: z.tuple([dataKeySchema], dataKeySchema),
  fingerprint: keySchema,
});

/** @throws ZodError | SyntaxError */
export const parseVaultKeys = (text: string): VaultKeys => vaultKeysSchema.parse(JSON.parse(text));

export function vaultKeysText({ data, fingerprint }: VaultKeys): string {
  return JSON.stringify({
    data: data.map(({ id, key }) => ({ id, key: base64(key) })),
    fingerprint: base64(fingerprint),
  });
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
