import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccount, findByPerson } from '#local/identity/accounts.ts';
import { openHome } from '#local/home.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { readPerson } from '#shared/records/directory-record.ts';
import { pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { secondFactorToken } from './second-factor-token.ts';
import { people } from './small-directory.ts';
import { worldStart, writeSmallDirectory } from './small-world.ts';

/**
 * A whole home in a process of its own, for tests that kill it. Says address and tokens in its first line. HOME_KIND=office: as
 * `npm run serve` opens one, but for its simulated clock; SMTP_URL: it sends mail there; AHEAD_MS: what the machine's clock is ahead.
 */
const [folder = '', port = '0'] = process.argv.slice(2);
const kind = process.env['HOME_KIND'] === 'office' ? 'office' : 'demo';
const smtpUrl = process.env['SMTP_URL'];
const aheadMs = Number(process.env['AHEAD_MS'] ?? 0);
const machineMs = Date.now;
Date.now = () => machineMs() + aheadMs;

/** How many commits it still makes, and whether it dies before or after the last of them. */
let death: { left: number; when: 'before' | 'after' } | undefined;
let commits = 0;

function dieIf(when: 'before' | 'after'): void {
  if (death?.when === when && death.left === 0) process.kill(process.pid, 'SIGKILL');
}

const prepare = Reflect.get(DatabaseSync.prototype, 'prepare');
DatabaseSync.prototype.prepare = function (sql, ...more) {
  const statement = prepare.call(this, sql, ...more);
  if (sql !== 'COMMIT') return statement;
  const run = statement.run.bind(statement);
  statement.run = () => {
    if (death !== undefined) death.left -= 1;
    dieIf('before');
    const done = run();
    commits += 1;
    dieIf('after');
    return done;
  };
  return statement;
};

const home = await openHome({
  folder,
  kind,
  host: '127.0.0.1',
  port: Number(port),
  smtp:
    smtpUrl === undefined ? undefined : { url: smtpUrl, from: 'Vinh Danh <khong-tra-loi@haiphong.example>' },
  startAt: instantSchema.parse(worldStart),
  log: (code, facts) => {
    process.stderr.write(`${JSON.stringify({ code, ...facts })}\n`);
  },
});
const { store } = home.dependencies.ports;
if ((await readPerson(store, people.wardOfficer.id)) === undefined) await writeSmallDirectory({ store });
const tokens: Record<string, string> = {};
for (const { id, username } of Object.values(people)) {
  const known = home.database.read((db) => findByPerson(db, id));
  if (known === undefined)
    await createAccount(home.database, { personId: id, username, demo: kind === 'demo' });
  tokens[username] =
    kind === 'demo' ? await home.tokenOf(username) : await secondFactorToken(home.database, username);
}

const { settle, sweep } = home.dependencies;
/** In a demo somebody lets the day pass; in an office it passes by itself, and the next sweep finds it gone. */
async function passDay(): Promise<void> {
  if (kind === 'demo') return home.nextDay();
  await home.clock?.nextDay();
  await sweep();
  await settle();
}

process.once('disconnect', () => process.exit(0));
process.on('message', (message: 'settle' | 'passDay' | NonNullable<typeof death>) => {
  if (message === 'settle') void settle().then(() => process.send?.('settled'));
  else if (message === 'passDay') void passDay().then(() => process.send?.('passed'));
  else {
    death = message;
    process.send?.(commits);
  }
});
/** What the last life left undone is done, too, however slow the machine is; what can't be done is left after a minute. */
async function caughtUp(): Promise<void> {
  const given = performance.now() + 60_000;
  while ((await pendingRecords(home.dependencies.ports)).length > 0 && performance.now() < given)
    await pause(20);
  await settle();
}
process.once('SIGTERM', () => {
  void caughtUp()
    .then(() => home.close())
    .then(() => process.exit(0));
});
// Whoever reads this may tell it to end in the same moment.
process.stdout.write(`${JSON.stringify({ url: home.url, tokens })}\n`);
