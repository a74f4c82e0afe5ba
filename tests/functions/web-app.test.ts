import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebApp } from '#functions/web/app.ts';
import type { App } from '#functions/lazy-app.ts';
import { proposalsPerMinute } from '#shared/http/rate-limit.ts';
import { createDiscovery } from '#shared/http/discovery.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { createPermissionWorld, type PermissionWorld } from '#tests/support/permission-world.ts';

const issuer = 'https://issuer.example/pool';
const login = 'https://login.example';
const publicUrl = 'https://vinhdanh.example';
const keyPair = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(keyPair.publicKey)), kid: 'k', alg: 'RS256' };

/** What the issuer says of whoever signs in next. */
let claims: Record<string, unknown>;
let nonce = '';
let reachable = true;

async function issuerAnswers(url: string): Promise<Response> {
  if (!reachable) throw new TypeError('fetch failed');
  switch (url) {
    case `${issuer}/.well-known/openid-configuration`:
      return Response.json({
        issuer,
        authorization_endpoint: `${login}/authorize`,
        token_endpoint: `${login}/token`,
        jwks_uri: `${issuer}/keys`,
        end_session_endpoint: `${login}/logout`,
      });
    case `${issuer}/keys`:
      return Response.json({ keys: [jwk] });
    case `${login}/token`:
      return Response.json({ id_token: await idToken() });
    default:
      return new Response('', { status: 404 });
  }
}

function idToken(): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: issuer, aud: 'web', sub: 'b7', iat: now, exp: now + 300, nonce, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(keyPair.privateKey);
}

let world: PermissionWorld;
let app: App;
let cookies: Map<string, string>;

beforeEach(async () => {
  vi.stubGlobal('fetch', issuerAnswers);
  reachable = true;
  cookies = new Map();
  world = await createPermissionWorld();
  claims = { 'cognito:username': world.letters.closed.signer.id, acr: 'one' };
  app = await createWebApp({
    // Whoever signs in does so by the machine's clock; the world's own stands still.
    ports: { ...world.ports, publicUrl, clock: { ...world.ports.clock, machine: machineNow } },
    settings: {
      TABLE_NAME: 'table',
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'INFO',
      POWERTOOLS_SERVICE_NAME: 'web',
      POWERTOOLS_METRICS_NAMESPACE: 'vinh-danh',
      FILES_BUCKET: 'files',
      VAULT_SECRET_ARN: 'arn:vault',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'web',
      OIDC_AUDIENCE: 'api',
      OIDC_PERSON_CLAIM: 'cognito:username',
      SIGNING_ACR: 'two',
      AWS_REGION: 'ap-southeast-1',
    },
    log: { error: () => undefined },
    readAsset: async () => new TextEncoder().encode('{"app.css":"app-1.css","app.js":"app-1.js"}'),
    endpoints: createDiscovery(issuer),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function ask(path: string, body?: Record<string, string>): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await app.fetch(
    new Request(`https://origin.example${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie },
      ...(body === undefined ? {} : { body: new URLSearchParams(body) }),
    }),
  );
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (line.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }
  return answer;
}

/** To the issuer and back. @returns what was asked of the issuer */
async function signIn(path: string): Promise<URLSearchParams> {
  const question = new URL((await ask(path)).headers.get('location') ?? '').searchParams;
  nonce = question.get('nonce') ?? '';
  await ask(`/signed-in?code=abc&state=${question.get('state') ?? ''}`);
  return question;
}

describe('a person at the pages of the AWS home', () => {
  it('signs in at the issuer, signs a list once the sign-in is strong enough, and signs out there too', async () => {
    const path = `/lists/${world.letters.closed.id}`;
    expect((await ask(path)).headers.get('location')).toBe(`/sign-in?returnTo=${encodeURIComponent(path)}`);
    await signIn(`/sign-in?returnTo=${encodeURIComponent(path)}`);
    const weak = await (await ask(path)).text();
    const [, stronger = ''] = /href="(\/sign-in\?for=signing[^"]*)"/.exec(weak) ?? [];

    claims['acr'] = 'two';
    const question = await signIn(stronger.replaceAll('&amp;', '&'));
    expect(question.get('acr_values')).toBe('two');
    const page = await ask(path);
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' https://issuer.example https://files.s3.ap-southeast-1.amazonaws.com ${login};`,
    );
    const html = await page.text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const form = { csrf: field('csrf'), key: field('key'), hash: field('hash') };
    expect((await ask(`${path}/act/sign`, form)).headers.get('location')).toBe(`${path}?done=list-sign`);

    const end = await ask('/sign-out', { csrf: form.csrf });
    expect(end.headers.get('location')).toMatch(new RegExp(`^${login}/logout\\?client_id=web&`));
    expect((await ask('/inbox')).headers.get('location')).toContain('/sign-in');
  });

  it('sees every page while the issuer can not be asked, and is told so when signing in', async () => {
    reachable = false;
    const first = await ask('/');
    expect(first.status).toBe(200);
    expect(first.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://issuer.example https://files.s3.ap-southeast-1.amazonaws.com;",
    );
    expect((await ask('/sign-in')).status).toBe(503);
    reachable = true;
    expect((await ask('/sign-in')).status).toBe(303);
  });

  it('may guess at public codes twenty times a minute', async () => {
    const statuses = [];
    for (let guess = 0; guess < 21; guess += 1) statuses.push((await ask('/follow/7K3M-9QWD-2VXA-H')).status);
    expect([statuses[0], statuses[19], statuses[20]]).toEqual([404, 404, 429]);
  });

  it('guesses no link for proposal slips: so many requests a minute and address are let in', async () => {
    const answers: number[] = [];
    for (let count = 0; count < proposalsPerMinute + 1; count += 1)
      answers.push((await ask('/propose/0000000000000000')).status);
    expect(answers.slice(0, -1).every((status) => status === 404)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });
});
