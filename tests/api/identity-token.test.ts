import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setDisabled } from '#local/identity/accounts.ts';
import { mintToken } from '#local/identity/mint-token.ts';
import { createBearerVerifier, type BearerSettings } from '#shared/http/bearer.ts';
import { createDiscovery } from '#shared/http/discovery.ts';
import { createIssuerKeys } from '#shared/http/issuer-keys.ts';
import { Browser } from '#tests/support/browser.ts';
import {
  ha,
  newIdentityFile,
  removeIdentityFile,
  startIdentityHome,
  type IdentityHome,
} from '#tests/support/identity-home.ts';

let file: string;
let home: IdentityHome;

beforeEach(async () => {
  file = await newIdentityFile('office');
  home = await startIdentityHome({ file });
});

afterEach(async () => {
  await home.close();
  removeIdentityFile(file);
});

function verifier(more: Partial<BearerSettings> = {}) {
  const { settings, getKey } = home.identity;
  const now = () => home.clock.machine();
  return createBearerVerifier({
    issuer: settings.issuer,
    audience: 'vinh-danh-api',
    clientIds: [],
    getKey,
    now,
    ...more,
  });
}

function runToken(...args: string[]) {
  return promisify(execFile)(process.execPath, ['local/token.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

describe('npm run token', () => {
  it('prints a bearer token beside the running server', async () => {
    const { code, stdout, stderr } = await runToken(ha.username, '--data', dirname(file));

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(await verifier()(`Bearer ${stdout.trim()}`)).toStrictEqual({ subject: ha.personId });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('says in two languages that there is no such account', async () => {
    const { code, stdout, stderr } = await runToken('khong.co', '--data', dirname(file));

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain('Không có tài khoản này');
    expect(stderr).toContain('There is no such account');
  });

  it('says in two languages that there is no data file, and makes none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'vd-empty-'));
    const { code, stderr } = await runToken(ha.username, '--data', join(empty, 'demo'));

    expect(code).toBe(1);
    expect(stderr).toContain('Không thấy kho dữ liệu');
    expect(stderr).toContain('There is no data file');
    mkdirSync(join(empty, 'demo'));
    rmSync(empty, { recursive: true });
  });

  it('says how it is used', async () => {
    expect(await runToken()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Usage: npm run token') as string,
    });
  });
});

describe('tokens of the embedded issuer', () => {
  it('are RS256, for the API, of our client, for an hour', async () => {
    const now = home.clock.machine();
    const token = await mintToken(home.database, ha.username, { now });

    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: home.identity.settings.issuer,
      sub: ha.personId,
      aud: 'vinh-danh-api',
    });
    expect(claims['client_id']).toBe('vinh-danh-web');
    expect(claims.exp! - claims.iat!).toBe(3_600);
  });

  it('are not made for a disabled account', async () => {
    await setDisabled(home.database, ha.username, true);

    await expect(mintToken(home.database, ha.username, { now: home.clock.machine() })).rejects.toThrow(
      'AccountUnknown',
    );
  });

  it('verify with the keys the issuer publishes', async () => {
    const token = await mintToken(home.database, ha.username, { now: home.clock.machine() });

    const endpoints = createDiscovery(home.identity.settings.issuer);
    const remote = verifier({ getKey: createIssuerKeys(endpoints).getKey });

    expect(await remote(`Bearer ${token}`)).toStrictEqual({ subject: ha.personId });
  });

  it('expire by machine time', async () => {
    const token = await mintToken(home.database, ha.username, { now: home.clock.machine() });
    home.clock.pass(3_601_000);

    await expect(verifier()(`Bearer ${token}`)).rejects.toThrow('TokenExpired');
  });

  it('come from the code flow in the same form; its ID token is no key to the API', async () => {
    const { access_token: access, id_token: id } = await tokensOfCodeFlow();

    expect(decodeJwt(access)).toMatchObject({
      aud: 'vinh-danh-api',
      client_id: 'vinh-danh-web',
      sub: ha.personId,
    });
    expect(await verifier()(`Bearer ${access}`)).toStrictEqual({ subject: ha.personId });
    await expect(verifier()(`Bearer ${id}`)).rejects.toThrow('TokenInvalid');
  });

  it('publish no private key', async () => {
    const published = await (await fetch(`${home.origin}/oidc/jwks`)).text();

    expect(published).toContain('"kty":"RSA"');
    expect(published).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  });
});

async function tokensOfCodeFlow(): Promise<{ access_token: string; id_token: string }> {
  const browser = new Browser(home.origin);
  const verifierText = 'v'.repeat(43);
  const redirectUri = `${home.origin}/signed-in`;
  const question = new URLSearchParams({
    response_type: 'code',
    client_id: 'vinh-danh-web',
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifierText).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await browser.visit(`/oidc/auth?${question.toString()}`);
  const sent = await browser.step(page.url, {
    method: 'POST',
    body: new URLSearchParams(home.credentials(ha)),
  });
  const back = await browser.step(sent.headers.get('location')!);
  const answer = await fetch(`${home.origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(back.headers.get('location')!).searchParams.get('code')!,
      redirect_uri: redirectUri,
      client_id: 'vinh-danh-web',
      code_verifier: verifierText,
    }),
  });
  return (await answer.json()) as { access_token: string; id_token: string };
}
