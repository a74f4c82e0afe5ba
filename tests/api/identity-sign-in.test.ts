import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setDisabled } from '#local/identity/accounts.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { personWrites } from '#shared/records/directory-record.ts';
import { endSignInsOf } from '#shared/use-cases/people/end-sign-ins.ts';
import { people } from '#tests/support/small-directory.ts';
import { Browser, type Visit } from '#tests/support/browser.ts';
import {
  ha,
  minh,
  newIdentityFile,
  removeIdentityFile,
  startIdentityHome,
  type IdentityHome,
  type Somebody,
} from '#tests/support/identity-home.ts';

const hour = 3_600_000;
const whoSchema = z.object({
  person: z.string().optional(),
  csrf: z.string().optional(),
  path: z.string().optional(),
});

let home: IdentityHome;
let browser: Browser;

beforeEach(async () => {
  home = await startIdentityHome();
  browser = new Browser(home.origin);
});

afterEach(async () => {
  await home.close();
});

async function signIn(who: Somebody, at = '/sign-in', from = browser): Promise<Visit> {
  const page = await from.visit(at);
  return from.submit(page.url, home.credentials(who));
}

async function whoIs(from = browser) {
  return whoSchema.parse(JSON.parse((await from.visit('/me')).text));
}

describe('signing in with a password', () => {
  it('waits for a file that can’t be written, says so, and goes on when it can', async () => {
    const writable = (yes: boolean) => {
      home.database.read((db) => {
        db.exec(`PRAGMA query_only = ${yes ? 'OFF' : 'ON'}`);
      });
    };
    writable(false);
    const page = await browser.visit('/sign-in');
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
    expect(page.text).toMatch(/Máy chủ không ghi được dữ liệu[^]*The server can’t write/);
    expect(home.reports).toHaveLength(1);
    writable(true);
    await signIn(ha);
    expect((await whoIs()).person).toBe(ha.personId);
  });

  it('shows a page in Vietnamese and English under a policy without scripts', async () => {
    const page = await browser.visit('/sign-in');

    expect(page.url).toMatch(/\/oidc\/interaction\/[\w-]+$/);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đăng nhập');
    expect(page.text).toContain('Sign in');
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('ends on the page that was wanted, signed in as that person', async () => {
    const end = await signIn(ha, '/sign-in?returnTo=%2Fcases%2F42%3Ftab%3Dfiles');

    expect(end.url).toBe(`${home.origin}/cases/42?tab=files`);
    expect(await whoIs()).toMatchObject({ person: ha.personId });
    expect(home.reports).toStrictEqual([]);
  });

  it('takes a username in capitals and a password in decomposed letters', async () => {
    await signIn({ ...ha, username: ' HA.Tran ', password: ha.password.normalize('NFD') });

    expect(await whoIs()).toMatchObject({ person: ha.personId });
  });

  it('keeps the sign-in in a host-only HttpOnly cookie on loopback', async () => {
    const page = await browser.visit('/sign-in');
    const sent = await browser.step(page.url, {
      method: 'POST',
      body: new URLSearchParams(home.credentials(ha)),
    });
    const back = await browser.step(sent.headers.get('location')!);
    const done = await browser.step(back.headers.get('location')!);

    const cookie = done.headers.getSetCookie().find((line) => line.startsWith('vd='));
    expect(cookie).toMatch(/^vd=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    expect(done.headers.get('cache-control')).toBe('no-store');
  });

  it('ends for a stolen cookie of either kind when all sign-ins of the person are ended', async () => {
    await signIn(ha);
    const store = createSqliteStore(home.database);
    await store.commit(personWrites(undefined, { ...people.wardOfficer, id: ha.personId, posts: [] }));
    const { endIssuerSession: endIssuerSessions } = home.identity;
    await endSignInsOf({ store, clock: createSystemClock(), endIssuerSessions }, ha.personId);

    expect(await whoIs()).not.toHaveProperty('person');
    expect((await browser.visit('/sign-in')).url).toMatch(/\/oidc\/interaction\//);
  });

  it.each([0, 1])(
    'that was proved but not finished (%i steps on) can’t be taken up once sign-ins of the person are ended',
    async (steps) => {
      const page = await browser.visit('/sign-in');
      let answer = await browser.step(page.url, {
        method: 'POST',
        body: new URLSearchParams(home.credentials(ha)),
      });
      for (let step = 0; step < steps; step += 1)
        answer = await browser.step(answer.headers.get('location')!);
      await home.identity.endIssuerSession(ha.personId);

      await browser.visit(answer.headers.get('location')!);

      expect(await whoIs()).not.toHaveProperty('person');
      expect(home.reports).toStrictEqual([]);
    },
  );

  it('of another person goes on meanwhile', async () => {
    const page = await browser.visit('/sign-in');
    const answer = await browser.step(page.url, {
      method: 'POST',
      body: new URLSearchParams(home.credentials(ha)),
    });
    await home.identity.endIssuerSession(minh.personId);

    await browser.visit(answer.headers.get('location')!);

    expect(await whoIs()).toMatchObject({ person: ha.personId });
  });

  it('stores only a hash of the cookie', async () => {
    await signIn(ha);
    const secret = browser.cookie('vd')!;

    const tables = home.database.read((db) =>
      db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all(),
    );
    const content = home.database.read((db) =>
      JSON.stringify(tables.map(({ name }) => db.prepare(`SELECT * FROM "${String(name)}"`).all())),
    );
    expect(content).toContain('SIGNIN#');
    expect(content).not.toContain(secret);
    expect(content).not.toContain(ha.password);
  });

  it('lets two tabs sign in one after the other', async () => {
    const first = await browser.visit('/sign-in?returnTo=/a');
    const second = await browser.visit('/sign-in?returnTo=/b');

    const endOfSecond = await browser.submit(second.url, home.credentials(ha));
    const endOfFirst = await browser.submit(first.url, home.credentials(ha));

    expect(new URL(endOfSecond.url).pathname).toBe('/b');
    expect(new URL(endOfFirst.url).pathname).toBe('/a');
  });

  it('lets another person sign in after an unfinished change of persons', async () => {
    const early = await browser.visit('/sign-in');
    await signIn(ha);

    await browser.submit(early.url, home.credentials(minh));

    expect(await whoIs()).toMatchObject({ person: minh.personId });
  });
});

describe('wrong passwords', () => {
  const wrong = { username: ha.username, password: 'không phải mật khẩu' };

  it('says the same of a wrong password and of an unknown name', async () => {
    const page = await browser.visit('/sign-in');
    const known = await browser.submit(page.url, wrong);
    const unknown = await browser.submit(page.url, { ...wrong, username: 'khong.co' });

    expect(known.status).toBe(422);
    expect(unknown.status).toBe(422);
    expect(unknown.text.replaceAll('khong.co', ha.username)).toBe(known.text);
    expect(known.text).not.toContain(wrong.password);
  });

  it('answers the sixth try with 429 and Retry-After, even when the password is right', async () => {
    const page = await browser.visit('/sign-in');
    for (let i = 0; i < 5; i += 1) expect((await browser.submit(page.url, wrong)).status).toBe(422);

    const sixth = await browser.submit(page.url, wrong);
    const right = await browser.submit(page.url, home.credentials(ha));

    expect(sixth.status).toBe(429);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(right.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    expect(await whoIs()).toStrictEqual({});
  });

  it('counts guesses that come at the same moment', async () => {
    const page = await browser.visit('/sign-in');

    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.submit(page.url, wrong)));

    expect(answers.map(({ status }) => status).sort()).toStrictEqual([
      422, 422, 422, 422, 422, 429, 429, 429,
    ]);
  });

  it('does not keep a colleague at the same address out', async () => {
    const page = await browser.visit('/sign-in');
    for (let i = 0; i < 6; i += 1) await browser.submit(page.url, wrong);

    expect((await signIn(minh)).status).toBe(200);
  });

  it('lets the person in again after fifteen minutes', async () => {
    const page = await browser.visit('/sign-in');
    for (let i = 0; i < 6; i += 1) await browser.submit(page.url, wrong);

    home.clock.pass(15 * 60_000 + 1_000);
    const answer = await browser.step(page.url, {
      method: 'POST',
      body: new URLSearchParams(home.credentials(ha)),
    });

    expect(answer.status).toBe(303);
  });

  it('forgets the wrong tries on a name once the password was right', async () => {
    for (let i = 0; i < 4; i += 1) {
      const page = await browser.visit('/sign-in');
      await browser.submit(page.url, wrong);
    }
    await signIn(ha);

    const rows = home.database.read((db) => db.prepare('SELECT count(*) AS n FROM identity_attempt').get());
    expect(rows?.['n']).toBe(2 * 4);
  });

  it('refuses a disabled account as if it did not exist', async () => {
    await setDisabled(home.database, ha.username, true);

    expect((await signIn(ha)).status).toBe(422);
  });

  it('refuses a body of a size no form has', async () => {
    const page = await browser.visit('/sign-in');

    expect(
      (await browser.submit(page.url, { ...home.credentials(ha), more: 'x'.repeat(20_000) })).status,
    ).toBe(413);
  });
});

describe('what comes back from the issuer', () => {
  async function wayBack(): Promise<URL> {
    const page = await browser.visit('/sign-in?returnTo=/cases');
    const sent = await browser.step(page.url, {
      method: 'POST',
      body: new URLSearchParams(home.credentials(ha)),
    });
    const back = await browser.step(sent.headers.get('location')!);
    return new URL(back.headers.get('location')!);
  }

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'A'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    [
      'a state changed at its end',
      (url: URL) => url.searchParams.set('state', `${url.searchParams.get('state')!}x`),
    ],
  ])('refuses %s', async (_name, change) => {
    const url = await wayBack();
    change(url);

    const end = await browser.visit(url.href);

    expect([end.status, end.text]).toStrictEqual([400, 'AttemptUnknown']);
    expect(await whoIs()).toStrictEqual({});
  });

  it('refuses an answer brought to a browser that did not ask', async () => {
    const url = await wayBack();
    const victim = new Browser(home.origin);

    expect((await victim.visit(url.href)).text).toBe('AttemptUnknown');
    expect(await whoIs(victim)).toStrictEqual({});
  });

  it('refuses an answer after ten minutes', async () => {
    const url = await wayBack();
    home.clock.pass(600_000);

    expect((await browser.visit(url.href)).text).toBe('AttemptUnknown');
  });

  it('refuses a code whose PKCE verifier is another', async () => {
    const url = await wayBack();
    const other = new Browser(home.origin);
    const start = await other.step('/sign-in');
    const otherState = new URL(start.headers.get('location')!).searchParams.get('state')!;
    url.searchParams.set('state', otherState);

    const end = await other.visit(url.href);

    expect([end.status, end.text]).toStrictEqual([400, 'CodeRefused']);
  });

  it('refuses a code used twice', async () => {
    const url = await wayBack();
    const attempt = `vd-attempt-${url.searchParams.get('state')!.slice(0, 8)}`;
    const value = browser.cookie(attempt)!;
    await browser.visit(url.href);
    browser.setCookie(attempt, value);
    browser.forget('vd');

    expect((await browser.visit(url.href)).text).toBe('CodeRefused');
  });

  it('refuses an answer in the name of another issuer', async () => {
    const url = await wayBack();
    url.searchParams.set('iss', 'https://issuer.example');

    expect((await browser.visit(url.href)).text).toBe('IssuerRefused');
  });

  it('refuses an error of the issuer', async () => {
    const url = await wayBack();
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');

    const end = await browser.visit(url.href);

    expect([end.status, end.text]).toStrictEqual([403, 'IssuerRefused']);
  });

  it('refuses a return path that was written into the cookie by hand', async () => {
    const url = await wayBack();
    const name = `vd-attempt-${url.searchParams.get('state')!.slice(0, 8)}`;
    const [secret, startedAt] = browser.cookie(name)!.split('.');
    browser.setCookie(
      name,
      `${secret!}.${startedAt!}.${Buffer.from('//evil.example').toString('base64url')}`,
    );

    expect((await browser.visit(url.href)).text).toBe('AttemptUnknown');
  });

  it('brings a person who goes back in the browser to the start page', async () => {
    const url = await wayBack();
    await browser.visit(url.href);

    expect((await browser.visit(url.href)).url).toBe(`${home.origin}/`);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/%09/evil.example',
    '/.//evil.example',
    'x',
  ])('never leaves for %s after signing in', async (wanted) => {
    const end = await signIn(ha, `/sign-in?returnTo=${encodeURIComponent(decodeURIComponent(wanted))}`);

    expect(end.url).toBe(`${home.origin}/`);
    expect(await whoIs()).toMatchObject({ person: ha.personId });
  });

  it('refuses a page of the issuer that belongs to another browser', async () => {
    const page = await browser.visit('/sign-in');
    const other = new Browser(home.origin);

    const end = await other.submit(page.url, home.credentials(ha));

    expect(end.status).toBe(400);
    expect(end.text).toContain('href="/sign-in"');
  });

  it('refuses a client that asks without PKCE', async () => {
    const start = await browser.step('/sign-in');
    const url = new URL(start.headers.get('location')!);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');

    const answer = await browser.step(url.href);

    expect(new URL(answer.headers.get('location')!).searchParams.get('error')).toBe('invalid_request');
  });

  it('refuses to send a code to another address', async () => {
    const start = await browser.step('/sign-in');
    const url = new URL(start.headers.get('location')!);
    url.searchParams.set('redirect_uri', 'https://evil.example/signed-in');

    const answer = await browser.visit(url.href);

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="/sign-in"');
  });
});

describe('how long a sign-in lasts', () => {
  it('ends after eight idle hours, and the password is asked for again', async () => {
    await signIn(ha);
    home.clock.pass(8 * hour);

    expect(await whoIs()).toStrictEqual({});
    expect((await browser.visit('/sign-in')).url).toContain('/oidc/interaction/');
  });

  it('goes on while it is used, up to twelve hours', async () => {
    await signIn(ha);
    home.clock.pass(7 * hour);
    expect(await whoIs()).toMatchObject({ person: ha.personId });
    home.clock.pass(4 * hour);
    expect(await whoIs()).toMatchObject({ person: ha.personId });

    home.clock.pass(hour);

    expect(await whoIs()).toStrictEqual({});
  });

  it('signs a new person in under a new id, the old one is void', async () => {
    await signIn(ha);
    const before = browser.cookie('vd')!;
    await browser.visit('/sign-in');
    const other = new Browser(home.origin);
    other.setCookie('vd', before);

    expect(browser.cookie('vd')).not.toBe(before);
    expect(await whoIs(other)).toStrictEqual({});
    expect(await whoIs()).toMatchObject({ person: ha.personId });
  });

  it('can not be had again once the account is disabled', async () => {
    await signIn(ha);
    await setDisabled(home.database, ha.username, true);
    browser.forget('vd');

    const page = await browser.visit('/sign-in');
    const end = await browser.submit(page.url, home.credentials(ha));

    expect(page.url).toContain('/oidc/interaction/');
    expect([page.status, end.status]).toStrictEqual([200, 422]);
    expect(home.reports).toStrictEqual([]);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../etc'])('takes the cookie "%s" for nobody', async (value) => {
    browser.setCookie('vd', value);

    expect(await whoIs()).toStrictEqual({});
  });

  it('is kept, with keys and the session at the issuer, when the home restarts', async () => {
    await home.close();
    const file = await newIdentityFile('office');
    home = await startIdentityHome({ file });
    browser = new Browser(home.origin);
    await signIn(ha);
    const { port } = home;
    const keys = await (await fetch(`${home.origin}/oidc/jwks`)).text();
    await home.close();

    home = await startIdentityHome({ file, port });

    expect(await (await fetch(`${home.origin}/oidc/jwks`)).text()).toBe(keys);
    expect(await whoIs()).toMatchObject({ person: ha.personId });
    browser.forget('vd');
    expect((await browser.visit('/sign-in?returnTo=/again')).url).toBe(`${home.origin}/again`);
    removeIdentityFile(file);
  });
});

describe('signing out', () => {
  it('revokes the sign-in for every copy of the cookie and asks for the password again', async () => {
    await signIn(ha);
    const copy = new Browser(home.origin);
    copy.setCookie('vd', browser.cookie('vd')!);
    const { csrf } = await whoIs();

    const end = await browser.submit('/sign-out', { csrf: csrf! });

    expect(end.url).toBe(`${home.origin}/`);
    expect(browser.cookie('vd')).toBeUndefined();
    expect(await whoIs(copy)).toStrictEqual({});
    expect((await browser.visit('/sign-in')).url).toContain('/oidc/interaction/');
  });

  it.each(['', 'x'.repeat(43), undefined])('refuses the form token %s', async (csrf) => {
    await signIn(ha);

    const end = await browser.submit('/sign-out', csrf === undefined ? {} : { csrf });

    expect([end.status, end.text]).toStrictEqual([403, 'FormExpired']);
    expect(await whoIs()).toMatchObject({ person: ha.personId });
  });

  it('refuses the form token of another sign-in', async () => {
    const other = new Browser(home.origin);
    await signIn(minh, '/sign-in', other);
    await signIn(ha);
    const { csrf } = await whoIs(other);

    expect((await browser.submit('/sign-out', { csrf: csrf! })).status).toBe(403);
  });

  it('is no fault when nobody is signed in', async () => {
    expect((await browser.submit('/sign-out', {})).url).toBe(`${home.origin}/`);
  });
});

describe('the public origin of the setting', () => {
  const publicUrl = 'https://vinhdanh.phuong.lan';

  it('is where a sign-in begins, whatever name was typed', async () => {
    await home.close();
    home = await startIdentityHome({ publicUrl });

    const start = await fetch(`${home.origin}/sign-in?returnTo=/a`, { redirect: 'manual' });

    expect(start.headers.get('location')).toBe(`${publicUrl}/sign-in?returnTo=/a`);
  });

  it('makes every link https and every cookie Secure, and needs no way to reach itself by that name', async () => {
    await home.close();
    home = await startIdentityHome({ publicUrl });
    const { host } = new URL(home.origin);
    const flow = home.flow;
    const begun = await flow.begin(new Request(`http://${host}/sign-in?returnTo=/cases`));
    const jar = new Browser(publicUrl, home.origin);
    for (const line of begun.headers.getSetCookie()) jar.setCookie(...splitCookie(line));

    const page = await jar.step(begun.headers.get('location')!);
    const sent = await jar.step(page.headers.get('location')!, {
      method: 'POST',
      body: new URLSearchParams(home.credentials(ha)),
    });
    const back = await jar.step(sent.headers.get('location')!);
    const done = await jar.step(back.headers.get('location')!);

    expect(done.headers.get('location')).toBe(`${publicUrl}/cases`);
    for (const answer of [page, sent, back, done]) {
      expect(new URL(answer.headers.get('location')!, publicUrl).origin).toBe(publicUrl);
      for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/; secure/i);
    }
    expect(jar.cookie('__Host-vd')).toMatch(/^[\w-]{43}$/);
  });
});

function splitCookie(line: string): [string, string] {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  return [name, value];
}
