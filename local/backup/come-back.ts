import { createSimulatedClock } from '#local/clock.ts';
import { createDependencies } from '#local/dependencies.ts';
import { forgetKeys } from '#local/identity/forget-keys.ts';
import { endAllSessions, prepareIdentity, readHomeKind } from '#local/identity/tables.ts';
import { workflowFolder } from '#local/settings.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createSystemClock, machineNow } from '#shared/machine/system-clock.ts';
import type { Clock, Mailer, Ports } from '#shared/ports.ts';
import { indexes } from '#shared/records/keys.ts';
import { noticeAgain, parseNotice } from '#shared/records/notice-record.ts';
import { getAll, queryAll } from '#shared/records/query.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';

export interface CameBack {
  readonly signIns: number;
  readonly mails: number;
}

/**
 * Makes an office of an earlier moment ready to go on. Everybody signs in anew, since whoever was signed out later would be
 * in again. What was about to be told then was told by the office that is gone: its notices are put, its mails not sent.
 * @throws FileTooNew
 */
export async function comeBack(database: Database, folder: string): Promise<CameBack> {
  const clock = await prepareHome(database);
  const { close, ports } = createDependencies({
    database,
    clock,
    folder,
    workflowFolder,
    publicUrl: 'http://localhost',
    mailer: silent,
    log: () => undefined,
  });
  // Executions only begin here; the office carries them on when it is started.
  close();
  // A backup of an earlier program has them still.
  await database.write(forgetKeys);
  const signIns = await database.write(endAllSessions);
  for (const record of await pendingRecords(ports)) await catchUpQuietly(ports, record);
  return { signIns, mails: await withdrawMails(ports) };
}

async function prepareHome(database: Database): Promise<Clock> {
  const kind = database.read(readHomeKind);
  if (kind === 'demo' || kind === 'office') await prepareIdentity(database, kind);
  // A demo's office time stands while it is off, and goes on from there.
  return kind === 'demo' ? createSimulatedClock(database, machineNow()) : createSystemClock();
}

const silent: Mailer = { send: () => Promise.reject(new Error('not sent while an office comes back')) };

/** What fails here is the sweep's to try again, as ever. */
async function catchUpQuietly(ports: Ports, record: string): Promise<void> {
  try {
    await catchUp(ports, record);
  } catch {
    return;
  }
}

const atOnce = 50;

async function withdrawMails(ports: Ports): Promise<number> {
  const unsent = await queryAll(ports.store, { index: 'g1', pk: indexes.unsentMails().pk });
  const held = await queryAll(ports.store, { index: 'g1', pk: indexes.heldMails().pk });
  const items = (await getAll(ports.store, [...unsent, ...held])).filter((item) => item !== undefined);
  for (let from = 0; from < items.length; from += atOnce)
    await ports.store.commit(
      items
        .slice(from, from + atOnce)
        .map((item) => noticeAgain({ ...parseNotice(item), mail: 'none' }, item.version)),
    );
  return items.length;
}
