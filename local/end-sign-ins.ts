import { parseArgs } from 'node:util';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { endSignInsLines, required, runCommand } from '#shared/transfer/command.ts';
import { endSignInsOf } from '#shared/use-cases/people/end-sign-ins.ts';
import { endSessions } from './identity/tables.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';
import { ownDatabase, requireOffice } from './transfer/data-folder.ts';

const usage = `Cách dùng: npm run end-sign-ins -- --data THƯ_MỤC_DỮ_LIỆU --person TÊN_ĐĂNG_NHẬP
Usage: npm run end-sign-ins -- --data DIR --person USERNAME_OR_ID
       npm run end-sign-ins -- --table NAME --person USERNAME_OR_ID`;

/** Signs a person out of every browser, while the office doesn't run; while it does, an administrator does it. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, person: { type: 'string' } } });
  const [folder, name] = [required(values.data), required(values.person)];
  await requireOffice(folder);
  const { database } = ownDatabase(folder);
  try {
    const person = await endSignInsOf(
      {
        store: createSqliteStore(database),
        clock: createSystemClock(),
        endIssuerSessions: (id) => database.write((db) => endSessions(db, id)),
      },
      name,
    );
    for (const line of endSignInsLines(person?.username, name)) console.log(line);
    return true;
  } finally {
    await database.close();
  }
}

process.exitCode = await runCommand(main, usage, console);
