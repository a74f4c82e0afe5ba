import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findByPerson } from '#local/identity/accounts.ts';
import { enrolPath, invite } from '#local/identity/enrolment.ts';
import { totpCode, totpStep } from '#local/identity/totp.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { Browser, type Visit } from '#tests/support/browser.ts';
import {
  ha,
  minh,
  openVault,
  startIdentityHome,
  type IdentityHome,
  type Somebody,
} from '#tests/support/identity-home.ts';
import { secretOfKey } from '#tests/support/totp-key.ts';

const newcomer = { id: personIdSchema.parse('01JM0100000000000000000005'), username: 'moi.vao' };
const password = 'một câu ngắn dễ nhớ';
let home: IdentityHome;
let browser: Browser;

beforeEach(async () => {
  home = await startIdentityHome();
  browser = new Browser(home.origin);
});
afterEach(async () => {
  await home.close();
});

const send = async (fields: Record<string, string>, from = browser): Promise<Visit> =>
  from.submit((await from.visit('/sign-in')).url, fields);
const isIn = async (from = browser): Promise<boolean> => (await from.visit('/me')).text.includes('person');

const keeper = () => ({ database: home.database, vault: openVault, now: () => home.clock.machine() });
const linkFor = async (person: { id: typeof newcomer.id; username: string }): Promise<string> =>
  `${enrolPath}/${(await invite(keeper(), person)).token}`;
const secretOn = ({ text }: Visit): string =>
  secretOfKey(/<code class="vd-secret">([^<]*)<\/code>/.exec(text)?.[1] ?? '');
const codeNow = (secret: string): string => totpCode(secret, totpStep(home.clock.machine()));
const codesOn = ({ text }: Visit): string[] =>
  Array.from(text.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g), (match) => match[1] ?? '');

/** Opens the link and does what it asks. */
async function enrol(link: string): Promise<{ page: Visit; secret: string; used: string; codes: string[] }> {
  const secret = secretOn(await browser.visit(link));
  const used = codeNow(secret);
  const page = await browser.submit(link, { password, again: password, code: used });
  return { page, secret, used, codes: codesOn(page) };
}

describe('signing in to an office', () => {
  it('asks for name, password and code on one page, and notes that there were two factors', async () => {
    expect((await browser.visit('/sign-in')).text).toContain('autocomplete="one-time-code"');
    await send(home.credentials(ha));
    expect(await isIn()).toBe(true);
    const signIn = await home.flow.read(
      new Request(home.origin, { headers: { cookie: `vd=${browser.cookie('vd')!}` } }),
    );
    expect(signIn?.amr).toEqual(['pwd', 'otp', 'mfa']);
  });

  it.each<[string, (who: Somebody) => Record<string, string>]>([
    ['no code', ({ username, password: right }) => ({ username, password: right })],
    ['a wrong code', (who) => ({ ...home.credentials(who), code: '000000' })],
    ['the code of a colleague', (who) => ({ ...home.credentials(who), code: home.credentials(minh).code })],
    ['a wrong password', (who) => ({ ...home.credentials(who), password: 'không phải mật khẩu' })],
  ])('refuses %s in the same words', async (_what, typed) => {
    const answer = await send(typed(ha));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng.');
    expect(await isIn()).toBe(false);
  });

  it('takes a code once, and none from before it', async () => {
    const [earlier, later] = [home.credentials(ha), home.credentials(ha)];
    await send(later);
    const thief = new Browser(home.origin);
    expect((await send(later, thief)).status).toBe(422);
    expect((await send(earlier, thief)).status).toBe(422);
    expect(await isIn(thief)).toBe(false);
  });

  it('takes one of two sign-ins that come with one code at the same moment', async () => {
    const typed = home.credentials(ha);
    const browsers = [browser, new Browser(home.origin), new Browser(home.origin)];
    await Promise.all(browsers.map((each) => send(typed, each)));
    expect((await Promise.all(browsers.map((each) => isIn(each)))).filter(Boolean)).toHaveLength(1);
  });

  it('does not use up a code that came with a wrong password', async () => {
    const typed = home.credentials(ha);
    await send({ ...typed, password: 'đoán mò một lần' });
    await send(typed);
    expect(await isIn()).toBe(true);
  });

  it('stops whoever knows the password from trying codes for the rest of the day', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      // From afar, and slowly: only the day's count is left to stop it.
      home.clock.pass(15 * 60_000);
      expect((await send({ ...home.credentials(ha), code: '000000' })).status).toBe(422);
    }
    home.clock.pass(15 * 60_000);
    const right = await send(home.credentials(ha));
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(20 * 3_600);
    expect(right.text).toMatch(/thử lại sau \d\d giờ/);
    home.clock.pass(24 * 3_600_000);
    const { url } = await browser.visit('/sign-in');
    const body = new URLSearchParams(home.credentials(ha));
    expect((await browser.step(url, { method: 'POST', body })).status).toBe(303);
  });

  it('refuses an account that nobody has enrolled for', async () => {
    await linkFor(newcomer);
    expect((await send({ username: newcomer.username, password: '', code: '' })).status).toBe(422);
  });
});

describe('a link to enrol', () => {
  it('shows a code to scan, and lets its bearer choose a password; then it opens nothing any more', async () => {
    const link = await linkFor(newcomer);
    const first = await browser.visit(link);
    expect(first.text).toContain('<svg');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(secretOn(await browser.visit(link))).toBe(secretOn(first));

    const { page, secret, codes } = await enrol(link);
    expect([page.status, codes.length]).toEqual([200, 8]);
    home.clock.pass(30_000);
    await send({ username: newcomer.username, password, code: codeNow(secret) });
    expect(await isIn()).toBe(true);

    for (const again of [
      await browser.visit(link),
      await browser.submit(link, { password, again: password, code: codeNow(secret) }),
    ]) {
      expect(again.status).toBe(404);
      expect(again.text).toContain('không còn hiệu lực');
      expect(again.text).toContain('Nếu ông/bà vừa kích hoạt xong');
      expect(again.text).toContain('href="/sign-in"');
      expect(secretOn(again)).toBe('');
    }
  });

  it('opens the app itself where it is read on the telephone: with the very secret of the picture', async () => {
    const page = await browser.visit(await linkFor(newcomer));
    const [, uri = ''] = /href="(otpauth:[^"]*)"/.exec(page.text) ?? [];
    const secret = new URL(uri.replaceAll('&amp;', '&')).searchParams.get('secret') ?? '';
    expect(secretOfKey(secret)).toBe(secretOn(page));
  });

  it('does not take the code of enrolling for signing in', async () => {
    const { used } = await enrol(await linkFor(newcomer));
    expect((await send({ username: newcomer.username, password, code: used })).status).toBe(422);
  });

  it.each([
    ['a short password', { password: 'ngắn', again: 'ngắn' }, 'ít nhất 12 ký tự'],
    ['a common one', { password: 'matkhau123456', again: 'matkhau123456' }, 'dễ đoán'],
    ['two that differ', { again: 'một câu ngắn khác' }, 'chưa giống nhau'],
    ['a wrong code', { code: '000000' }, 'Mã xác thực chưa đúng'],
  ])('refuses %s, and can be used again', async (_what, wrong, words) => {
    const link = await linkFor(newcomer);
    const code = codeNow(secretOn(await browser.visit(link)));
    const refused = await browser.submit(link, { password, again: password, code, ...wrong });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(words)]);
    expect(refused.text).not.toContain(password);
    expect((await enrol(link)).codes).toHaveLength(8);
  });

  it('is replaced by a newer one, and ends after seven days', async () => {
    const old = await linkFor(newcomer);
    const link = await linkFor(newcomer);
    expect((await browser.visit(old)).status).toBe(404);
    expect((await browser.visit(link)).status).toBe(200);
    home.clock.pass(7 * 86_400_000);
    expect((await browser.visit(link)).status).toBe(404);
  });

  it('lets one of two in who come with it at the same moment', async () => {
    const link = await linkFor(newcomer);
    const code = codeNow(secretOn(await browser.visit(link)));
    const answers = await Promise.all(
      ['một câu ngắn dễ nhớ', 'một câu khác hẳn nữa'].map((chosen) =>
        new Browser(home.origin).submit(link, { password: chosen, again: chosen, code }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('stands nowhere in the file, nor does what was chosen', async () => {
    const link = await linkFor(newcomer);
    const { codes } = await enrol(await linkFor(newcomer));
    const stored = home.database.read((db) =>
      JSON.stringify(
        ['account', 'enrolment', 'recovery'].map((name) =>
          db.prepare(`SELECT * FROM identity_${name}`).all(),
        ),
      ),
    );
    for (const secret of [link.slice(-43), password, ...codes]) expect(stored).not.toContain(secret);
  });

  it.each(['', '/', '/x', `/${'a'.repeat(43)}`, `/${'a'.repeat(43)}/more`])(
    'that was made up (%s) says what to do',
    async (rest) => {
      const page = await browser.visit(enrolPath + rest);
      expect(page.status).toBe(404);
    },
  );
});

describe('a reset', () => {
  it('ends at once what opened the account before: sign-ins, password, codes', async () => {
    await send(home.credentials(ha));
    const signIn = { personId: ha.personId, startedAt: home.clock.machine() };
    expect(home.identity.wasReset(signIn)).toBe(false);
    home.clock.pass(1_000);
    const link = await linkFor({ id: ha.personId, username: ha.username });
    expect(home.identity.wasReset(signIn)).toBe(true);
    expect((await send(home.credentials(ha), new Browser(home.origin))).status).toBe(422);

    const { codes } = await enrol(link);
    expect(home.database.read((db) => findByPerson(db, ha.personId))?.totp).toBeDefined();
    expect(codes).toHaveLength(8);
  });
});

describe('a recovery code', () => {
  it('takes the place of a code once, however it is typed', async () => {
    const { codes } = await enrol(await linkFor(newcomer));
    const [one = '', two = ''] = codes;
    const typed = { username: newcomer.username, password };
    await send({ ...typed, code: one.toLowerCase().replaceAll('-', ' ') });
    expect(await isIn()).toBe(true);
    const other = new Browser(home.origin);
    expect((await send({ ...typed, code: one }, other)).status).toBe(422);
    await send({ ...typed, code: two }, other);
    expect(await isIn(other)).toBe(true);
  });

  it('is of no use to a colleague', async () => {
    const { codes } = await enrol(await linkFor(newcomer));
    expect((await send({ ...home.credentials(ha), code: codes[0]! })).status).toBe(422);
  });
});
