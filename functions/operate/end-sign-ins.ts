import { parseArgs } from 'node:util';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { endSignInsLines, required, runCommand } from '#shared/transfer/command.ts';
import { endSignInsOf } from '#shared/use-cases/people/end-sign-ins.ts';
import { openTable } from './cloud.ts';

const usage = `Cách dùng: npm run end-sign-ins -- --table TÊN --person TÊN_ĐĂNG_NHẬP
Usage: npm run end-sign-ins -- --table NAME --person USERNAME_OR_ID`;

/** Signs a person out of every browser; what the issuer remembers of them is ended there. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { table: { type: 'string' }, person: { type: 'string' } } });
  const [table, name] = [required(values.table), required(values.person)];
  const person = await endSignInsOf({ store: openTable(table).store, clock: createSystemClock() }, name);
  for (const line of endSignInsLines(person?.username, name)) console.log(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
