import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { openAuthority } from '#local/tls/office-authority.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { dayOf } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { admitFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { Browser } from '#tests/support/browser.ts';
import { codeNow, initOffice } from '#tests/support/first-administrator.ts';
import { freePort } from '#tests/support/free-port.ts';
import { textOf } from '#tests/support/page-html.ts';
import { openPostOffice } from '#tests/support/post-office.ts';
import { runProgram, type Program } from '#tests/support/program.ts';
import { secretOfKey } from '#tests/support/totp-key.ts';

/** `npm run init` and `npm run serve`, each in a process of its own. */

const root = mkdtempSync(join(tmpdir(), 'vd-office-'));
const folder = (name: string): string => join(root, name);
const running: Program[] = [];
afterAll(async () => {
  for (const program of running) await program.stop();
  rmSync(root, { recursive: true });
});

async function serve(name: string, args: readonly string[] = [], environment?: Record<string, string>) {
  const program = runProgram('serve', ['--data', folder(name), '--port', '0', ...args], environment);
  running.push(program);
  const [, url = ''] = await program.said(/Vinh Danh – (\S+)/);
  const { 0: all } = await program.said(/[^]*Ctrl\+C stops it\./);
  return { program, url, all };
}

const password = 'mùa thu năm 2026 đẹp';
const founder = { name: 'Phạm Quản Trị', username: 'quan.tri', password };
// Each command is a program of its own: on a busy machine it starts slowly.
const patience = { timeout: 60_000 };

describe('the first administrator', patience, () => {
  it('is made once, by whoever sits at the machine, and signs in with two factors', async () => {
    const made = await initOffice(folder('first'), founder);
    expect(made.recoveryCodes).toHaveLength(8);
    const again = await runProgram('init', ['--data', folder('first')]).ended;
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/đã có quản trị[^]*is there already/)]);
    const { url } = await serve('first');
    const browser = new Browser(url);
    const signIn = await browser.visit('/sign-in');
    const { username } = made;
    await browser.submit(signIn.url, { username, password, code: codeNow(made.secret, 1) });
    expect(textOf((await browser.visit('/')).text)).toContain('Thiết lập cơ quan');
  });

  it('gets no weak password, and nothing is kept of whoever stops before the end', async () => {
    const init = runProgram('init', [
      '--data',
      folder('weak'),
      '--name',
      'Phạm Quản Trị',
      '--username',
      'a.b',
    ]);
    await init.said(/Thư điện tử/);
    init.type('', 'ngan', 'matkhau12345678', password, 'khác hẳn câu trên', password, password);
    await init.said(/type this key/);
    init.type('000000');
    await init.said(/The code is not right/);
    init.hangUp();
    const { code, out, err } = await init.ended;
    expect([code, err]).toEqual([1, expect.stringMatching(/chưa lưu gì[^]*nothing was saved/)]);
    for (const words of ['at least 12 characters', 'easily guessed', 'two passwords differ'])
      expect(out).toContain(words);
    expect(out).not.toContain(password);
    expect((await initOffice(folder('weak'), founder)).recoveryCodes).toHaveLength(8);
  });

  it.each([
    [['--name', ''], '--name. Mục này bắt buộc'],
    [['--name', 'A B', '--username', 'a b'], '--username. Tên đăng nhập gồm 2–64 chữ'],
    [['--name', 'A B', '--username', 'a b'], '--username. A username has 2 to 64 letters'],
    [['--name', 'A B', '--username', 'a.b', '--email', 'x@'], '--email. Địa chỉ thư điện tử chưa đúng'],
  ])('is refused with %j, and told the rule', async (args, named) => {
    const { code, err } = await runProgram('init', ['--data', folder('wrong'), ...args]).ended;
    expect([code, err]).toEqual([1, expect.stringContaining(named)]);
  });

  it('who types a username that is none is told the rule, and asked again', async () => {
    const init = runProgram('init', ['--data', folder('asked'), '--name', 'Phạm Quản Trị']);
    await init.said(/Tên đăng nhập, ví dụ/);
    init.type('a b', 'a.b');
    await init.said(/Chưa đúng[^]*Tên đăng nhập gồm 2–64 chữ[^]*A username has 2 to 64[^]*Thư điện tử/);
    init.hangUp();
    expect((await init.ended).code).toBe(1);
  });

  it('who lost telephone and codes gets new ones at the machine; nobody else does', async () => {
    const made = await initOffice(folder('lost'), founder);
    const { program, url } = await serve('lost');
    const busy = await runProgram('init', ['--data', folder('lost'), '--person', 'quan.tri']).ended;
    expect([busy.code, busy.err]).toEqual([1, expect.stringContaining(`at ${url}`)]);
    await foundWard(url, made);
    await program.stop();
    const stranger = await runProgram('init', ['--data', folder('lost'), '--person', 'ai.do']).ended;
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('ai.do')]);
    const init = runProgram('init', ['--data', folder('lost'), '--person', 'quan.tri']);
    const fresh = await chooseAnew(init, 'một câu khác hẳn');
    const after = new Browser((await serve('lost')).url);
    const { url: signIn } = await after.visit('/sign-in');
    const { username } = made;
    await after.submit(signIn, { username, password, code: codeNow(made.secret, 1) });
    expect(textOf((await after.visit('/')).text)).not.toContain('Thiết lập cơ quan');
    await after.submit(signIn, { username, password: 'một câu khác hẳn', code: codeNow(fresh, 1) });
    expect(textOf((await after.visit('/setup')).text)).toContain('Thiết lập cơ quan');
  });

  it('whose init was killed between its two commits is taken up again', async () => {
    const database = openDatabase(join(folder('killed'), dataFileName));
    const id = personIdSchema.parse('01JAAA000000000000000000AA');
    await admitFounder(createSqliteStore(database), {
      id,
      username: 'quan.tri',
      name: 'Phạm Quản Trị',
      email: '',
    });
    await database.close();
    const init = runProgram('init', ['--data', folder('killed')]);
    await init.said(/Phạm Quản Trị \(quan\.tri\)/);
    await chooseAnew(init, password);
    expect((await runProgram('init', ['--data', folder('killed')]).ended).code).toBe(1);
  });
});

async function chooseAnew(init: Program, chosen: string): Promise<string> {
  init.type(chosen, chosen);
  const [, key = ''] = await init.said(/type this key: ([A-Z2-7]+)/);
  const secret = secretOfKey(key);
  init.type(codeNow(secret));
  expect((await init.ended).code).toBe(0);
  return secret;
}

const hiddenIn = (form: string) => ({
  csrf: /name="csrf" value="([^"]*)"/.exec(form)?.[1] ?? '',
  key: /name="key" value="([^"]*)"/.exec(form)?.[1] ?? '',
});

async function foundWard(url: string, who: { username: string; secret: string }): Promise<Browser> {
  const browser = new Browser(url);
  const { username, secret } = who;
  const signIn = await browser.visit('/sign-in');
  await browser.submit(signIn.url, { username, password, code: codeNow(secret, 1) });
  const form = (await browser.visit('/setup/new')).text;
  const done = await browser.submit('/setup/new', {
    ...hiddenIn(form),
    office: 'ward-committee',
    commune: 'Phường Sở Dầu',
    province: 'Thành phố Hải Phòng',
  });
  expect(textOf(done.text)).toContain('Đã thiết lập cơ quan');
  return browser;
}

describe('an office of one’s own', patience, () => {
  it('begins empty: no people, no accounts, nothing to play with, and says what comes next', async () => {
    const { url, all } = await serve('empty');
    expect(all).toMatch(/npm run init -- --data/);
    expect(url).toMatch(/^http:\/\/localhost:/);
    const browser = new Browser(url);
    const { text } = await browser.visit('/sign-in');
    expect(text).not.toContain('name="account"');
    expect(textOf((await browser.visit('/')).text)).not.toMatch(/Ngày tiếp theo|giả lập/);
    expect((await browser.visit('/demo/mails')).status).not.toBe(200);
  });

  it('has one process: a second one is refused and told who holds the file, and where', async () => {
    const { url } = await serve('held');
    const second = await runProgram('serve', ['--data', folder('held'), '--port', '0']).ended;
    expect([second.code, second.err]).toEqual([
      1,
      expect.stringMatching(/đang được dùng[^]*in use by process/),
    ]);
    expect(second.err).toContain(url);
  });

  it.each([
    [[], {}, /--data THƯ_MỤC/],
    [['--data', 'x'], { SMTP_URL: 'smtp://mail.example' }, /SMTP_URL, SMTP_FROM/],
    [['--data', 'x'], { SMTP_URL: 'http://mail.example', SMTP_FROM: 'a@b.example' }, /: SMTP_URL \(/],
    [['--data', 'x'], { PUBLIC_URL: 'https://office.lan' }, /--host 0\.0\.0\.0/],
    [['--data', 'x', '--host', '0.0.0.0'], { PUBLIC_URL: 'http://office.lan' }, /PUBLIC_URL/],
  ])('is refused with %j and %j', async (args, environment, said) => {
    const { code, err } = await runProgram('serve', args, environment).ended;
    expect(code).toBe(1);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('mails links of accounts where SMTP is set', async () => {
    const made = await initOffice(folder('mailing'), founder);
    const mails = await openPostOffice();
    const { url, all } = await serve('mailing', [], { SMTP_URL: mails.url, SMTP_FROM: 'vd@sodau.example' });
    expect(all).not.toContain('SMTP_FROM');
    const browser = await foundWard(url, made);
    const people = `${new URL((await browser.visit('/setup')).url).pathname}/people`;
    const [year = '', month = '', day = ''] = dayOf(machineNow()).split('-');
    const added = await browser.submit(people, {
      ...hiddenIn((await browser.visit(people)).text),
      rows: 'Trần Thị Hà\tCông chức\tcán bộ TĐKT\t\tha.tran\tha@sodau.example',
      'from.day': day,
      'from.month': month,
      'from.year': year,
      instrument: 'Phân công',
    });
    mails.close();
    expect(textOf(added.text)).toContain('Đã gửi qua thư điện tử.');
    expect(mails.taken).toEqual([expect.stringMatching(/^To: .*ha@sodau\.example/m)]);
  });

  it('is on a network over https only, beside a page that helps install its certificate', async () => {
    const [port, installPort] = [await freePort(), await freePort()];
    const { url, all } = await serve(
      'network',
      ['--host', '0.0.0.0', '--port', String(port), '--install-port', String(installPort)],
      { PUBLIC_URL: `https://localhost:${port}` },
    );
    expect(url).toBe(`https://localhost:${port}`);
    const { certificate, fingerprint } = openAuthority(folder('network'), 'localhost', machineNow());
    expect(all).toContain(fingerprint);
    const install = await fetch(`http://127.0.0.1:${installPort}/`);
    expect(textOf(await install.text())).toContain(fingerprint);
    const led = await fetch(`http://127.0.0.1:${installPort}/sign-in`, { redirect: 'manual' });
    expect(led.headers.get('location')).toBe(`${url}/sign-in`);
    const from = { host: 'localhost', port, path: '/api/openapi.json' };
    expect(await statusOf({ ...from, ca: certificate })).toBe(200);
    await expect(statusOf(from)).rejects.toThrow(/certificate/);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});

const statusOf = (options: RequestOptions): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpsRequest(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
