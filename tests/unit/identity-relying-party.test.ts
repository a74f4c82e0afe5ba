import { exportJWK, generateKeyPair, createLocalJWKSet, SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { instantOf } from '#shared/domain/time.ts';
import type { FetchToken, IssuerSettings } from '#shared/http/code-exchange.ts';
import { safeReturnTo } from '#shared/http/return-to.ts';
import { checkCsrf, csrfToken, readSignIn, startSignIn } from '#shared/http/sign-in-item.ts';
import { signInFaults } from '#shared/http/sign-in-refused.ts';
import { createSignInFlow, type SignInDependencies } from '#shared/http/sign-in.ts';
import { CommitConflict, StoreUnavailable, type Item, type Store } from '#shared/ports.ts';
import { signOutWrite } from '#shared/records/sign-out-record.ts';

const person = personIdSchema.parse('01JHA000000000000000000001');
const other = personIdSchema.parse('01JHA000000000000000000002');
const keys = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256');
const getKey = createLocalJWKSet({
  keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256' }],
});
const settings: IssuerSettings = {
  issuer: 'https://issuer.example/pool',
  authorizationEndpoint: 'https://login.issuer.example/oauth2/authorize',
  tokenEndpoint: 'https://login.issuer.example/oauth2/token',
  endSessionEndpoint: 'https://login.issuer.example/logout',
  clientId: 'web',
  publicUrl: 'https://vinhdanh.example',
};

let now: number;
let store: Store;
let cookies: Map<string, string>;
let claims: Record<string, unknown>;
let signingKey: typeof keys.privateKey;
let sent: { url: string; headers: Record<string, string>; body: URLSearchParams }[];

const issuerAnswers: FetchToken = async (url, { headers, body }) => {
  sent.push({ url, headers, body: new URLSearchParams(body) });
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' });
  return Response.json({ id_token: await token.sign(signingKey), token_type: 'Bearer' });
};

beforeEach(() => {
  now = 1_770_000_000_000;
  store = createSqliteStore(openDatabase(':memory:'));
  cookies = new Map();
  claims = {};
  signingKey = keys.privateKey;
  sent = [];
});

function flow(more: Partial<SignInDependencies> = {}) {
  return createSignInFlow({
    publicUrl: settings.publicUrl,
    settings: async () => settings,
    store,
    clock: { machine: () => instantOf(now) },
    getKey,
    fetch: issuerAnswers,
    refused: (fault) => new Response(fault, { status: signInFaults[fault] }),
    ...more,
  });
}

/** Where the issuer asks for more, or is set otherwise. */
const knowing = (more: Partial<IssuerSettings>): Partial<SignInDependencies> => ({
  settings: async () => ({ ...settings, ...more }),
});

function request(path: string): Request {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Request(`http://internal.lambda${path}`, { headers: { cookie } });
}

function keep(response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (line.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** From /sign-in to /signed-in, the issuer answering with the right claims but for `change`. */
async function comeBack(
  change: Record<string, unknown> = {},
  more: Partial<SignInDependencies> = {},
  from = '/sign-in?returnTo=/cases',
) {
  const begun = await flow(more).begin(request(from));
  keep(begun);
  const question = new URL(begun.headers.get('location')!);
  claims = {
    iss: settings.issuer,
    aud: settings.clientId,
    sub: person,
    iat: now / 1_000,
    exp: now / 1_000 + 300,
    nonce: question.searchParams.get('nonce'),
    ...change,
  };
  const state = question.searchParams.get('state')!;
  const finished = await flow(more).finish(request(`/signed-in?code=abc&state=${state}`));
  keep(finished);
  return { question, begun, finished };
}

describe('the code flow on AWS', () => {
  it('asks the issuer with state, nonce and PKCE, for the address of the setting', async () => {
    const { question, finished } = await comeBack();

    expect(question.origin + question.pathname).toBe(settings.authorizationEndpoint);
    expect(Object.fromEntries(question.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'web',
      redirect_uri: 'https://vinhdanh.example/signed-in',
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    expect(sent[0]?.body.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(finished.headers.get('location')).toBe('https://vinhdanh.example/cases');
  });

  it('keeps its cookies under __Host- and Secure on HTTPS', async () => {
    const { begun, finished } = await comeBack();

    for (const line of [...begun.headers.getSetCookie(), ...finished.headers.getSetCookie()]) {
      expect(line).toMatch(/^__Host-vd.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    }
    expect([...cookies.keys()]).toStrictEqual(['__Host-vd']);
  });

  it('reads no cookie without the prefix', async () => {
    await comeBack();
    cookies = new Map([['vd', cookies.get('__Host-vd')!]]);

    expect(await flow().read(request('/'))).toBeUndefined();
  });

  it('names itself with its secret where the issuer wants one', async () => {
    await comeBack({}, knowing({ clientSecret: 's:1' }));

    expect(sent[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('web:s%3A1').toString('base64')}`);
  });

  it('reads the person from another claim where the issuer has ids of its own', async () => {
    const more = knowing({ personClaim: 'cognito:username' });
    await comeBack({ sub: 'b7', 'cognito:username': person }, more);

    expect(await flow().read(request('/'))).toMatchObject({ personId: person });
  });

  it('remembers how somebody proved who they are, through every touch', async () => {
    await comeBack({ acr: 'two-factors', amr: ['pwd', 'otp'] });
    now += 600_000;
    await flow().read(request('/'));

    expect(await flow().read(request('/'))).toMatchObject({ acr: 'two-factors', amr: ['pwd', 'otp'] });
  });

  it('asks once more, and for the second factor, before an act that signs', async () => {
    const more = knowing({ signing: { acr: ['gold', 'silver'], amr: [] } });
    const { question, finished } = await comeBack(
      { acr: 'gold' },
      more,
      '/sign-in?for=signing&returnTo=/lists/1',
    );

    expect(Object.fromEntries(question.searchParams)).toMatchObject({
      prompt: 'login',
      acr_values: 'gold silver',
    });
    expect(finished.headers.get('location')).toBe('https://vinhdanh.example/lists/1');
    const { question: usual } = await comeBack({}, more);
    expect([usual.searchParams.has('prompt'), usual.searchParams.has('acr_values')]).toEqual([false, false]);
  });

  it('sends the browser to the end of the issuer session when it signs out', async () => {
    await comeBack();
    const signIn = (await flow().read(request('/')))!;

    const end = await flow().end(request('/sign-out'), csrfToken(signIn));

    const url = new URL(end.headers.get('location')!);
    expect(url.origin + url.pathname).toBe(settings.endSessionEndpoint);
    expect(Object.fromEntries(url.searchParams)).toStrictEqual({
      client_id: 'web',
      post_logout_redirect_uri: 'https://vinhdanh.example/',
      logout_uri: 'https://vinhdanh.example/',
    });
    expect(await flow().read(request('/'))).toBeUndefined();
  });

  it('does not let attempts pile up in the browser', async () => {
    for (let i = 0; i < 12; i += 1) keep(await flow().begin(request('/sign-in')));

    expect(cookies.size).toBeLessThanOrEqual(5);
  });
});

describe('an ID token is refused', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['with another nonce', { nonce: 'x' }, 'IdTokenInvalid'],
    ['without a nonce', { nonce: undefined }, 'IdTokenInvalid'],
    ['of another issuer', { iss: 'https://other.example' }, 'IdTokenInvalid'],
    ['for another client', { aud: 'other' }, 'IdTokenInvalid'],
    ['for two clients, meant for the other', { aud: ['web', 'other'], azp: 'other' }, 'IdTokenInvalid'],
    ['that is over', { exp: 1_769_999_000 }, 'IdTokenInvalid'],
    ['without an end', { exp: undefined }, 'IdTokenInvalid'],
    ['of somebody we have no id for', { sub: 'b7' }, 'PersonUnknown'],
  ])('%s', async (_name, change, fault) => {
    const { finished } = await comeBack(change);

    expect(await finished.text()).toBe(fault);
    expect(cookies.size).toBe(0);
  });

  it('signed by somebody else', async () => {
    signingKey = foreign.privateKey;
    const { finished } = await comeBack();

    expect([finished.status, await finished.text()]).toStrictEqual([400, 'IdTokenInvalid']);
  });
});

describe('an issuer in trouble', () => {
  it.each<[string, FetchToken, number, string]>([
    ['can not be reached', () => Promise.reject(new TypeError('fetch failed')), 503, 'IssuerUnreachable'],
    ['fails', async () => new Response('', { status: 502 }), 503, 'IssuerUnreachable'],
    [
      'refuses the code',
      async () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
      400,
      'CodeRefused',
    ],
    ['answers something else', async () => new Response('<html>'), 400, 'CodeRefused'],
    ['answers without ID token', async () => Response.json({ access_token: 'x' }), 400, 'CodeRefused'],
  ])('%s', async (_name, fetch, status, fault) => {
    const { finished } = await comeBack({}, { fetch });

    expect([finished.status, await finished.text()]).toStrictEqual([status, fault]);
  });

  it('can not be asked where it is: nobody is sent anywhere, and whoever is signed in can still sign out', async () => {
    await comeBack();
    const silent = { settings: () => Promise.reject(new StoreUnavailable('no answer')) };
    const begun = await flow(silent).begin(request('/sign-in'));
    expect([begun.status, await begun.text()]).toEqual([503, 'IssuerUnreachable']);

    const signIn = (await flow().read(request('/')))!;
    const end = await flow(silent).end(request('/sign-out'), csrfToken(signIn));
    expect(end.headers.get('location')).toBe('https://vinhdanh.example/');
    expect(await flow().read(request('/'))).toBeUndefined();
  });

  it('keeps its keys to itself', async () => {
    const { finished } = await comeBack({}, { getKey: () => Promise.reject(new TypeError('fetch failed')) });

    expect([finished.status, await finished.text()]).toStrictEqual([503, 'IssuerUnreachable']);
  });
});

describe('the sign-in item', () => {
  const clock = { machine: () => instantOf(now) };

  it('writes when it was last seen at most every five minutes', async () => {
    const written: Item[] = [];
    const counting: Pick<Store, 'get' | 'commit'> = {
      get: (wanted) => store.get(wanted),
      commit: (writes) => {
        written.push(...writes.flatMap((write) => ('put' in write ? [write.put] : [])));
        return store.commit(writes);
      },
    };
    const { secret } = await startSignIn(counting, { personId: person }, clock);
    for (const minutes of [0, 1, 4, 5, 6, 9, 10]) {
      now = 1_770_000_000_000 + minutes * 60_000;
      await readSignIn(counting, secret, clock);
    }

    expect(written.map(({ body }) => body['lastSeenAt'])).toStrictEqual(
      [0, 5, 10].map((minutes) => instantOf(1_770_000_000_000 + minutes * 60_000)),
    );
    expect(written[0]?.expiresAt).toBe(1_770_000_000 + 12 * 3_600);
  });

  it.each([new CommitConflict([]), new StoreUnavailable('full')])(
    'stays when its touch fails: %s',
    async (failure) => {
      const { secret } = await startSignIn(store, { personId: person }, clock);
      const failing: Pick<Store, 'get' | 'commit'> = {
        get: (keys) => store.get(keys),
        commit: () => Promise.reject(failure),
      };
      now += 600_000;

      expect(await readSignIn(failing, secret, clock)).toMatchObject({ personId: person });
    },
  );

  it('is over once all of its person’s were ended; one that came after stands, and so do others’', async () => {
    const before = await startSignIn(store, { personId: person }, clock);
    const others = await startSignIn(store, { personId: other }, clock);
    await store.commit([signOutWrite(person, { before: clock.machine() })]);
    now += 1;
    const after = await startSignIn(store, { personId: person }, clock);

    const read = [before, others, after].map(({ secret }) => readSignIn(store, secret, clock));
    expect((await Promise.all(read)).map((one) => one?.personId)).toEqual([undefined, other, person]);
  });

  it('has a form token of its own', async () => {
    const [one, two] = [
      await startSignIn(store, { personId: person }, clock),
      await startSignIn(store, { personId: person }, clock),
    ];

    expect(checkCsrf(one, csrfToken(one))).toBe(true);
    expect(checkCsrf(two, csrfToken(one))).toBe(false);
    expect(checkCsrf(one, undefined)).toBe(false);
    expect(csrfToken(one)).not.toContain(one.secret);
  });
});

describe('where signing in may lead', () => {
  it.each(['/', '/cases', '/cases/1?tab=a&b=%20c#d', '/tìm?q=huân+chương'])('own page %s', (path) => {
    expect(decodeURI(safeReturnTo(path))).toBe(decodeURI(path));
  });

  it.each([
    null,
    undefined,
    '',
    'cases',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/cases\r\nset-cookie: x=1',
    '/sign-in',
    '/sign-out',
    '/x/../oidc/auth?client_id=x',
    `/${'x'.repeat(1_000)}`,
  ])('start page instead of %j', (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  });
});
