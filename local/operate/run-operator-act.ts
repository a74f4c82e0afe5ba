import { createSimulatedClock } from '#local/clock.ts';
import { createDependencies } from '#local/dependencies.ts';
import { readHomeKind } from '#local/identity/tables.ts';
import { logLines } from '#local/log.ts';
import { workflowFolder } from '#local/settings.ts';
import type { Database } from '#local/sqlite/database.ts';
import { ownDatabase, requireOffice } from '#local/transfer/data-folder.ts';
import { createSystemClock, machineNow } from '#shared/machine/system-clock.ts';
import type { Clock } from '#shared/ports.ts';
import type { Terminal } from '#shared/transfer/command.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { operatorAct } from './operator-acts.ts';
import { askOwner, type OperatorAnswer, type OperatorRequest } from './requests.ts';

/**
 * Does what a command asks for, by itself where no office runs on the folder; else the office does it. What an office that is
 * off is left with begins only: effects and executions go on when it is started, with its own address in their mails.
 * @returns whether all is well
 */
export async function runOperatorAct(
  folder: string,
  request: OperatorRequest,
  terminal: Terminal,
): Promise<boolean> {
  await requireOffice(folder);
  const { done, lines } = await actOrAsk(folder, request);
  for (const line of lines) terminal.log(line);
  return done;
}

async function actOrAsk(folder: string, request: OperatorRequest): Promise<OperatorAnswer> {
  try {
    return await actAlone(folder, request);
  } catch (error) {
    if (!(error instanceof TransferRefused) || error.code !== 'OfficeRuns') throw error;
    const answer = await askOwner(folder, request);
    if (answer === undefined) throw error;
    return answer;
  }
}

async function actAlone(folder: string, request: OperatorRequest): Promise<OperatorAnswer> {
  const { file: dataFile, database } = ownDatabase(folder);
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
    return await operatorAct({ ...dependencies, database, dataFile }, request);
  } finally {
    await database.close();
  }
}

/** A demo's office time stands while it is off, and goes on from there. */
async function clockOf(database: Database): Promise<Clock> {
  const kind = database.read(readHomeKind);
  return kind === 'demo' ? createSimulatedClock(database, machineNow()) : createSystemClock();
}
