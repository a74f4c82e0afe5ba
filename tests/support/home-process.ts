import { createAccount, findByPerson } from '#local/identity/accounts.ts';
import { openHome } from '#local/home.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { readPerson } from '#shared/records/directory-record.ts';
import { people } from './small-directory.ts';
import { worldStart, writeSmallDirectory } from './small-world.ts';

/** A whole home in a process of its own, for tests that kill it. Says address and tokens in its first line. */
const [folder = '', port = '0'] = process.argv.slice(2);

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
process.stdout.write(`${JSON.stringify({ url: home.url, tokens })}\n`);

const { settle } = home.dependencies;
process.once('disconnect', () => process.exit(0));
process.on('message', () => {
  void settle().then(() => process.send?.('settled'));
});
process.once('SIGTERM', () => {
  void settle()
    .then(() => home.close())
    .then(() => process.exit(0));
});
