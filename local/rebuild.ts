import { parseArgs } from 'node:util';
import { createSystemClock, machineNow } from '#shared/machine/system-clock.ts';
import type { Clock } from '#shared/ports.ts';
import { letGoLines, rebuiltLines, required, runCommand } from '#shared/transfer/command.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { createSimulatedClock } from './clock.ts';
import { createDependencies } from './dependencies.ts';
import { readHomeKind } from './identity/tables.ts';
import { logLines } from './log.ts';
import { workflowFolder } from './settings.ts';
import type { Database } from './sqlite/database.ts';
import { ownDatabase, requireOffice } from './transfer/data-folder.ts';
import { createSqliteRecords } from './transfer/sqlite-records.ts';

const usage = `Cách dùng: npm run rebuild -- --data THƯ_MỤC_DỮ_LIỆU [--replace]
Usage: npm run rebuild -- --data DIR [--replace]
       npm run rebuild -- --table NAME --case-flow ARN --ceremony-flow ARN [--replace]`;

/**
 * Makes lost executions again from their records, and lets go what is parked, while the office doesn't run. Here they only
 * begin: the office carries them on when it is started, and sends what mails come of it, with its own address in them.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  const folder = required(values.data);
  await requireOffice(folder);
  const { file, database } = ownDatabase(folder);
  try {
    const dependencies = createDependencies({
      database,
      clock: await clockOf(database),
      folder,
      workflowFolder,
      publicUrl: 'http://localhost',
      log: logLines,
    });
    dependencies.close();
    await refuseUnfinished(dependencies.store);
    const rebuilt = await rebuild(dependencies.ports, createSqliteRecords(file).items(), values);
    const letGo = await letGoParked(dependencies.store, createSqliteRecords(file).items());
    for (const line of [...rebuiltLines(rebuilt), ...letGoLines(letGo)]) console.log(line);
    return rebuilt.failed.length + letGo.failed.length === 0;
  } finally {
    await database.close();
  }
}

/** A demo's office time stands while it is off, and goes on from there. */
async function clockOf(database: Database): Promise<Clock> {
  const kind = database.read(readHomeKind);
  return kind === 'demo' ? createSimulatedClock(database, machineNow()) : createSystemClock();
}

process.exitCode = await runCommand(main, usage, console);
