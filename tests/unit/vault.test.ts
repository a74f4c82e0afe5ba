import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '#local/vault.ts';
import { SealBroken } from '#shared/vault/cipher.ts';

const idNumber = '031058001234';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vd-vault-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the vault', () => {
  it('opens what it sealed, also after a restart, and seals the same number differently each time', async () => {
    const vault = createVault(folder);
    const [one, other] = [await vault.seal(idNumber), await vault.seal(idNumber)];

    expect(one).not.toBe(other);
    expect(one).not.toContain(idNumber);
    expect(await createVault(folder).open(one)).toBe(idNumber);
    expect(await vault.open(await vault.seal('Nguyễn Thị Sáu'))).toBe('Nguyễn Thị Sáu');
  });

  it('gives one number one fingerprint, which another home would give otherwise', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'vd-vault-'));
    const print = await createVault(folder).fingerprint(idNumber);

    expect(await createVault(folder).fingerprint(idNumber)).toBe(print);
    expect(await createVault(folder).fingerprint('031058001235')).not.toBe(print);
    expect(await createVault(elsewhere).fingerprint(idNumber)).not.toBe(print);
    rmSync(elsewhere, { recursive: true });
  });

  it('opens nothing that was altered, cut, or sealed elsewhere', async () => {
    const vault = createVault(folder);
    const sealed = await vault.seal(idNumber);
    const [version, id, nonce, body, tag] = sealed.split('.');
    const broken = [
      [version, id, nonce, Buffer.from('031058001235').toString('base64url'), tag],
      [version, id, nonce, body, tag?.slice(0, 6)],
      [version, '00000000', nonce, body, tag],
      [version, id, nonce],
      ['v2', id, nonce, body, tag],
    ];
    for (const parts of broken) await expect(vault.open(parts.join('.'))).rejects.toThrow(SealBroken);
  });

  it('keeps its keys in a file for its owner alone', () => {
    createVault(folder);
    expect(statSync(join(folder, 'vault-key')).mode & 0o777).toBe(0o600);
  });

  it('seals under the first key and still opens under the ones before it', async () => {
    const old = await createVault(folder).seal(idNumber);
    const file = join(folder, 'vault-key');
    const keys = JSON.parse(readFileSync(file, 'utf8')) as { data: { id: string; key: string }[] };
    const fresh = { id: 'feedbeef', key: Buffer.alloc(32, 7).toString('base64') };
    writeFileSync(file, JSON.stringify({ ...keys, data: [fresh, ...keys.data] }));

    const rotated = createVault(folder);
    expect((await rotated.seal(idNumber)).split('.')[1]).toBe('feedbeef');
    expect(await rotated.open(old)).toBe(idNumber);
  });

  it('refuses to start on a damaged key file instead of making another', () => {
    writeFileSync(join(folder, 'vault-key'), '{"data":[]}');
    expect(() => createVault(folder)).toThrow();
    expect(readFileSync(join(folder, 'vault-key'), 'utf8')).toBe('{"data":[]}');
  });
});
