import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccount, findByPerson } from '#local/identity/accounts.ts';
import { openHome } from '#local/home.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { readPerson } from '#shared/records/directory-record.ts';
import { pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { people } from './small-directory.ts';
import { worldStart, writeSmallDirectory } from './small-world.ts';

/** A whole home in a process of its own, for tests that kill it. Says address and tokens in its first line. */
const [folder = '', port = '0'] = process.argv.slice(2);

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
  kind: 'demo',
  host: '127.0.0.1',
  port: Number(port),
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
  if (known === undefined) await createAccount(home.database, { personId: id, username, demo: true });
  tokens[username] = await home.tokenOf(username);
}

const { settle } = home.dependencies;
process.once('disconnect', () => process.exit(0));
process.on('message', (message: 'settle' | NonNullable<typeof death>) => {
  if (message === 'settle') void settle().then(() => process.send?.('settled'));
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
