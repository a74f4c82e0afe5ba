import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { afterAll, describe, expect, it } from 'vitest';
import { createInstallApp } from '#local/install/install-app.tsx';
import { openAuthority } from '#local/tls/office-authority.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { textOf } from '#tests/support/page-html.ts';
import { pixelsOf } from '#tests/support/qr-pixels.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-install-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const authority = openAuthority(folder, 'localhost', machineNow());
const address = 'http://192.168.1.20:8080';
const publicUrl = 'https://192.168.1.20:8443';
const app = await createInstallApp({
  authority,
  address,
  publicUrl,
  readAsset: async (file) => {
    if (file === 'manifest.json')
      return new TextEncoder().encode('{"app.css":"app-1.css","app.js":"app-1.js"}');
    throw new Error('not there');
  },
});

describe('the install page', () => {
  it('tells each kind of machine what to do, the fingerprint to compare, and its own address as a picture', async () => {
    const page = await app.request('/');
    const html = await page.text();
    for (const words of ['Windows', 'Android', 'iPhone', authority.fingerprint, publicUrl])
      expect(textOf(html)).toContain(words);
    expect(decodeQR(pixelsOf(html))).toBe(address);
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives the certificate alone, as a file and as a profile for iPhones; never its key', async () => {
    const file = await app.request('/vinh-danh-ca.crt');
    expect(file.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(new X509Certificate(bytes).fingerprint256).toBe(authority.fingerprint);
    const profile = await (await app.request('/vinh-danh.mobileconfig')).text();
    expect(profile).toContain(`<data>${bytes.toString('base64')}</data>`);
    expect(profile).toMatch(/<string>[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}<\/string>/);
    expect(profile).not.toContain('PRIVATE');
  });

  it.each([
    ['GET', '/cases?status=DRAFT', `${publicUrl}/cases?status=DRAFT`],
    ['GET', '/sign-in', `${publicUrl}/sign-in`],
    ['GET', '//evil.example/x', `${publicUrl}/evil.example/x`],
    ['GET', '/office-ca.pem', `${publicUrl}/office-ca.pem`],
    ['POST', '/oidc/token', `${publicUrl}/`],
    ['POST', '/', `${publicUrl}/`],
  ])('leads %s %s to https', async (method, path, location) => {
    const answer = await app.request(path, { method, headers: { host: 'evil.example' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, location]);
  });

  it('gives no file of the folder', async () => {
    for (const path of ['/assets/../office-ca.pem', '/assets/manifest.json', '/assets/%2e%2e/office-ca.pem'])
      expect((await app.request(path)).status).toBe(303);
  });
});
