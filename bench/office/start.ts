import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { startSignIn } from '#shared/http/sign-in-item.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { freePort } from '#tests/support/free-port.ts';
import { startHomeProcess } from '#tests/support/killable-home.ts';
import { people } from '#tests/support/small-directory.ts';

/** Somebody who was signed in before the program died. @returns the cookie's value */
export async function plantSignIn(folder: string): Promise<string> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const known = { personId: people.policeOfficer.id };
    return (await startSignIn(createSqliteStore(database), known, createSystemClock())).secret;
  } finally {
    await database.close();
  }
}

/** From the spawn of the program, after it was killed, to the first page of somebody signed in. Milliseconds. */
export async function measureStart(folder: string, cookie: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const starting = startHomeProcess(folder, port);
  const took = await untilShown(`http://127.0.0.1:${String(port)}/inbox`, cookie).then(
    () => performance.now() - start,
  );
  await (await starting).kill();
  return took;
}

async function untilShown(url: string, cookie: string): Promise<void> {
  for (;;) {
    try {
      const { status } = await fetch(url, { headers: { cookie: `vd=${cookie}` }, redirect: 'manual' });
      if (status === 200) return;
      throw new TypeError(`${url} answered ${String(status)}`);
    } catch (error) {
      if (!(error instanceof TypeError) || error.cause === undefined) throw error;
      await pause(2);
    }
  }
}

/** The most memory that a process ever held, in MB; undefined where the system doesn't say. */
export function mostMemory(pid: number): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
