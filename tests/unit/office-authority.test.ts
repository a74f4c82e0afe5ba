import { X509Certificate } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { authorityCertificate, serverCertificate } from '#local/tls/certificate.ts';
import { addressBytes, isPrivate, maskBytes } from '#local/tls/machine-names.ts';
import { authorityFile, openAuthority, serverNames } from '#local/tls/office-authority.ts';
import { createPrivateKey } from 'node:crypto';
import { epochMs, instantOf } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';

const now = machineNow();
const later = (days: number) => instantOf(epochMs(now) + days * 86_400_000);
const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-ca-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const daysFrom = (date: string): number => Math.round((Date.parse(date) - epochMs(now)) / 86_400_000);

describe('the office’s authority', () => {
  it('is made once, in a file for its owner alone, for ten years and for nothing but servers', () => {
    const folder = newFolder();
    const made = openAuthority(folder, 'khenthuong.phuong.lan', now);
    expect(statSync(authorityFile(folder)).mode & 0o777).toBe(0o600);
    expect(openAuthority(folder, 'khenthuong.phuong.lan', now).fingerprint).toBe(made.fingerprint);
    expect(openAuthority(newFolder(), 'khenthuong.phuong.lan', now).fingerprint).not.toBe(made.fingerprint);

    const parsed = new X509Certificate(made.certificate);
    expect(parsed.ca).toBe(true);
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(parsed.checkIssued(parsed)).toBe(true);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect([daysFrom(parsed.validFrom), daysFrom(parsed.validTo)]).toEqual([-1, 3650]);
    expect(made.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('keeps its key to itself again after a copy was put back', () => {
    const folder = newFolder();
    openAuthority(folder, 'localhost', now);
    chmodSync(authorityFile(folder), 0o644);
    openAuthority(folder, 'localhost', now);
    expect(statSync(authorityFile(folder)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['localhost', true],
    ['khenthuong.phuong.lan', true],
    ['may-in.local', true],
    ['192.168.1.20', true],
    ['fd00::12', true],
    ['8.8.8.8', false],
    ['vietcombank.com.vn', false],
    ['2001:db8::1', false],
  ])('signs for %s: %s', (name, admitted) => {
    expect(openAuthority(newFolder(), 'khenthuong.phuong.lan', now).admits(name)).toBe(admitted);
  });

  it('signs for a public address that its office was given from the start', () => {
    const authority = openAuthority(newFolder(), '203.0.113.9', now);
    const { cert } = authority.issue(['203.0.113.9', '203.0.113.10'], now);
    expect(new X509Certificate(cert).subjectAltName).toBe('IP Address:203.0.113.9');
  });
});

describe('a server’s certificate', () => {
  const authority = openAuthority(newFolder(), 'khenthuong.phuong.lan', now);
  const { cert, key, renewAt } = authority.issue(
    ['khenthuong.phuong.lan', '192.168.1.20', 'fd00::12', 'vietcombank.com.vn'],
    now,
  );
  const parsed = new X509Certificate(cert);

  it('names what the authority may sign, for ninety days, and is renewed in time', () => {
    expect(parsed.subjectAltName).toBe(
      'DNS:khenthuong.phuong.lan, IP Address:192.168.1.20, IP Address:FD00:0:0:0:0:0:0:12',
    );
    expect([daysFrom(parsed.validFrom), daysFrom(parsed.validTo), daysFrom(renewAt)]).toEqual([-1, 90, 60]);
    expect(parsed.ca).toBe(false);
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(parsed.checkHost('khenthuong.phuong.lan')).toBe('khenthuong.phuong.lan');
    expect(parsed.checkHost('vietcombank.com.vn')).toBeUndefined();
    expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
  });

  it('comes from the authority, and from no other', () => {
    const issuer = new X509Certificate(authority.certificate);
    expect(parsed.checkIssued(issuer)).toBe(true);
    expect(parsed.verify(issuer.publicKey)).toBe(true);
    const other = openAuthority(newFolder(), 'khenthuong.phuong.lan', now);
    expect(parsed.verify(new X509Certificate(other.certificate).publicKey)).toBe(false);
    expect(authority.issue(['localhost'], now).key).not.toBe(key);
  });

  it('is trusted by TLS under its names and addresses, where the authority is', async () => {
    const served = authority.issue(serverNames('khenthuong.phuong.lan'), now);
    const server = createServer({ key: served.key, cert: served.cert }, (_, response) => response.end('ok'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = (servername: string | undefined, ca: string[]): Promise<string> =>
      new Promise((resolve) => {
        const options = { host: '127.0.0.1', port, ca, ...(servername === undefined ? {} : { servername }) };
        get(options, (answer) => {
          answer.resume();
          resolve('trusted');
        }).on('error', (error: NodeJS.ErrnoException) => {
          resolve(error.code ?? error.message);
        });
      });
    expect(await ask(undefined, [authority.certificate])).toBe('trusted');
    expect(await ask('localhost', [authority.certificate])).toBe('trusted');
    expect(await ask('khenthuong.phuong.lan', [authority.certificate])).toBe('trusted');
    expect(await ask('vietcombank.com.vn', [authority.certificate])).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await ask('localhost', [])).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    server.close();
  });

  const openssl = spawnSync('openssl', ['version']).status === 0;

  it.runIf(openssl)(
    'for a name outside is refused by another reader, though the authority’s key signed it',
    () => {
      const folder = newFolder();
      const file = (name: string, text: string): string => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const verify = (pem: string): string => {
        const args = ['verify', '-x509_strict', '-CAfile', file('ca.pem', ca), file('leaf.pem', pem)];
        const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
        return stdout + stderr;
      };
      const caKey = createPrivateKey(key);
      const span = { notBefore: later(-1), notAfter: later(90) };
      const ca = authorityCertificate(caKey, { ...span, name: 'CA', names: ['localhost', 'local'] });
      const signed = (names: string[]): string =>
        serverCertificate(caKey, { key: caKey, name: 'CA' }, { ...span, names });
      expect(verify(signed(['localhost', 'may-chu.local', '192.168.1.20', 'fd00::1']))).toContain('OK');
      for (const stolen of ['vietcombank.com.vn', '8.8.8.8', '2001:db8::1'])
        expect(verify(signed([stolen]))).toMatch(/permitted subtree violation/);
    },
  );
});

describe('addresses', () => {
  it.each([
    ['192.168.1.20', 'c0a80114'],
    ['::1', '00000000000000000000000000000001'],
    ['fd00:1::ab', 'fd0000010000000000000000000000ab'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ])('%s is %s', (address, bytes) => {
    expect(addressBytes(address).toString('hex')).toBe(bytes);
  });

  it('have masks, and private ones are told from others', () => {
    expect(maskBytes({ address: '172.16.0.0', prefix: 12 }).toString('hex')).toBe('fff00000');
    expect(['172.16.0.1', '172.31.255.1', '172.32.0.1', '11.0.0.1'].map(isPrivate)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
