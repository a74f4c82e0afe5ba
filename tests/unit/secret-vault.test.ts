import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '#shared/ports.ts';
import { SealBroken } from '#shared/vault/cipher.ts';
import { createSecretVault } from '#shared/vault/secret-vault.ts';
import { readSecret } from '#shared/vault/secrets-manager.ts';
import { keysOfSecret } from '#shared/vault/seeds.ts';
import { serviceError } from '#tests/support/service-error.ts';

const idNumber = '031058001234';
const one = { id: '00000001', seed: 'a'.repeat(64) };
const two = { id: '00000002', seed: 'b'.repeat(64) };
const three = { id: '0000000a', seed: 'c'.repeat(64) };
const textOf = (current: typeof one, ...retired: (typeof one)[]) =>
  JSON.stringify(retired.length === 0 ? current : { ...current, retired });

/** Says what stands in the secret now, and how often it was read. */
function secretOf(text: string) {
  const secret = { text, reads: 0, fails: false };
  const vault = createSecretVault(async () => {
    secret.reads += 1;
    if (secret.fails) throw new StoreUnavailable('Secrets Manager can’t serve now');
    return secret.text;
  });
  return { secret, vault };
}

describe('the vault under a seed', () => {
  it('opens what it sealed, in another process too, and gives one number one fingerprint', async () => {
    const { vault } = secretOf(textOf(one));
    const elsewhere = secretOf(textOf(one)).vault;
    const sealed = await vault.seal(idNumber);

    expect(sealed).toMatch(/^v1\.00000001\./);
    expect(await elsewhere.open(sealed)).toBe(idNumber);
    expect(await elsewhere.fingerprint(idNumber)).toBe(await vault.fingerprint(idNumber));
    expect(await secretOf(textOf({ ...one, seed: two.seed })).vault.fingerprint(idNumber)).not.toBe(
      await vault.fingerprint(idNumber),
    );
  });

  it('derives a key of its own for each use and each seed', () => {
    const { data, fingerprint } = keysOfSecret(textOf(three, two, one));
    const keys = [...data.map(({ key }) => key), fingerprint].map((key) => Buffer.from(key).toString('hex'));
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((key) => key.length === 64)).toBe(true);
    // What was derived once is derived for ever, as another implementation of RFC 5869 does it, too.
    expect(keys.at(-1)).toBe(Buffer.from(keysOfSecret(textOf(one)).fingerprint).toString('hex'));
    expect(keys.slice(2)).toEqual([
      '8fe2aedea1aa614f3d3b53256eba48f4a68e2237fbdd22b6d51ca4c3fcdfe512',
      '881ac893f14b373b9d09d4e2d031ce2c02c034953e88cc6b4013fd3a272560b4',
    ]);
  });

  it('seals under the newest seed, opens under those before it, and goes on knowing who is who', async () => {
    const before = secretOf(textOf(one)).vault;
    const [old, print] = [await before.seal(idNumber), await before.fingerprint(idNumber)];
    const rotated = secretOf(textOf(three, one, two)).vault;

    expect(await rotated.open(old)).toBe(idNumber);
    expect(await rotated.fingerprint(idNumber)).toBe(print);
    expect(await rotated.seal(idNumber)).toMatch(/^v1\.0000000a\./);
  });

  it('opens nothing once the seed is gone', async () => {
    const sealed = await secretOf(textOf(one)).vault.seal(idNumber);
    await expect(secretOf(textOf(two)).vault.open(sealed)).rejects.toThrow(SealBroken);
  });
});

describe('the secret', () => {
  it('is read when it is first needed, once, however many ask', async () => {
    const { secret, vault } = secretOf(textOf(one));
    expect(secret.reads).toBe(0);
    await Promise.all([vault.seal(idNumber), vault.fingerprint(idNumber), vault.seal(idNumber)]);
    await vault.open(await vault.seal(idNumber));
    expect(secret.reads).toBe(1);
  });

  it('that could not be read is read again', async () => {
    const { secret, vault } = secretOf(textOf(one));
    secret.fails = true;
    await expect(Promise.all([vault.seal(idNumber), vault.seal(idNumber)])).rejects.toThrow(StoreUnavailable);
    expect(secret.reads).toBe(1);
    secret.fails = false;
    expect(await vault.open(await vault.seal(idNumber))).toBe(idNumber);
  });

  it('is read once more for what a newer seed sealed: it was rotated meanwhile', async () => {
    const { secret, vault } = secretOf(textOf(one));
    await vault.seal(idNumber);
    secret.text = textOf(two, one);
    const newer = await secretOf(secret.text).vault.seal(idNumber);

    expect(await vault.open(newer)).toBe(idNumber);
    expect(await vault.seal(idNumber)).toMatch(/^v1\.00000002\./);
    expect(secret.reads).toBe(2);
  });

  it.each([
    ['no JSON', 'secret words', 'no JSON'],
    ['without a seed', '{"id":"00000001"}', 'seed'],
    ['with a short seed', textOf({ ...one, seed: 'secret words' }), 'seed'],
    ['with an id that is none', textOf({ ...one, id: 'one' }), 'id'],
    ['whose retired seed is not older', textOf(one, two), 'not lower'],
    ['that names a retired seed twice', textOf(three, one, one), 'twice'],
  ])('%s is refused without a word of it', async (_name, text, said) => {
    const { vault } = secretOf(text);
    const thrown: unknown = await vault.seal(idNumber).catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      name: 'VaultSecretRefused',
      message: expect.stringContaining(said) as string,
    });
    expect((thrown as Error).message).not.toMatch(/secret words|aaaa|bbbb/);
  });
});

describe('Secrets Manager', () => {
  const client = new SecretsManagerClient({ region: 'ap-southeast-1' });
  const secrets = mockClient(client);
  const arn = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:vault-AbCdEf';

  it('gives the text of the current version', async () => {
    secrets.reset();
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'text' });
    expect(await readSecret(client, arn)).toBe('text');
    expect(secrets.commandCalls(GetSecretValueCommand).map((call) => call.args[0].input)).toEqual([
      { SecretId: arn },
    ]);
  });

  it('in trouble: trying again later is right; what is forbidden or no text is a fault', async () => {
    secrets.reset();
    secrets
      .on(GetSecretValueCommand)
      .rejectsOnce(serviceError('InternalServiceError', 500))
      .rejectsOnce(serviceError('ResourceNotFoundException', 400))
      .resolves({ SecretBinary: Buffer.from('bytes') });
    await expect(readSecret(client, arn)).rejects.toThrow(StoreUnavailable);
    await expect(readSecret(client, arn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(readSecret(client, arn)).rejects.toThrow('no text');
  });
});
