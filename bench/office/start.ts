import { join } from 'node:path';
import { createAccount } from '#local/identity/accounts.ts';
import { mintToken } from '#local/identity/mint-token.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase, openReader } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { instantOf } from '#shared/domain/time.ts';
import { startSignIn } from '#shared/http/sign-in-item.ts';
import { people } from '#tests/support/small-directory.ts';
import { servedFlags } from './as-served.ts';
import { officeTimeMs, programs } from './bundles.ts';
import { createPool } from './client.ts';
import { createDesk } from './desk.ts';
import { inLanes } from './figures.ts';
import type { Figures } from './report.ts';
import { mostMemory, startProgram, type Started } from './started.ts';

export interface StartBench {
  round(): Promise<Figures>;
}

const lanes = 16;
const actsBeforeDeath = 300;
const now = () => instantOf(officeTimeMs());
const serve = (folder: string, port: number): readonly string[] => [
  ...['--require', programs.officeTime, ...servedFlags],
  ...[programs.serve, '--data', folder, '--port', String(port)],
];

/** The program of an office that dies amid acts and comes back. @param folder of a filled file that nobody has opened yet */
export async function openStartBench(folder: string): Promise<StartBench> {
  const cookie = await makeOffice(folder);
  const start = (): Promise<Started> => startProgram((port) => serve(folder, port), '/inbox', cookie);
  return {
    async round() {
      await dieAmidActs(folder, await start());
      const again = await start();
      const memory = mostMemory(again.pid);
      await again.kill();
      return {
        firstPage: again.firstPageMs,
        ...(memory === undefined ? {} : { memoryOnceStarted: memory }),
      };
    },
  };
}

const actors = [people.districtOfficer, people.policeOfficer] as const;

/** @returns the cookie of somebody who was signed in before the program died */
async function makeOffice(folder: string): Promise<string> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    await prepareIdentity(database, 'office');
    for (const { id, username } of actors) await createAccount(database, { personId: id, username });
    const known = { personId: people.policeOfficer.id };
    return (await startSignIn(createSqliteStore(database), known, { machine: now })).secret;
  } finally {
    await database.close();
  }
}

/** Officials propose and receive, until in the middle of it the process is killed. */
async function dieAmidActs(folder: string, office: Started): Promise<void> {
  const desk = createDesk(await tokensOf(folder));
  const pool = createPool(office.url, lanes);
  let [taken, dead] = [0, false];
  const died = inLanes(Number.POSITIVE_INFINITY, lanes, async (_, lane) => {
    const id = await desk.propose(pool.of(lane));
    await desk.receive(pool.of(lane), id);
    taken += 3;
    if (taken < actsBeforeDeath || dead) return;
    dead = true;
    await office.kill();
  });
  try {
    await died;
  } catch (error) {
    if (!dead) throw error;
  } finally {
    await office.kill();
    pool.close();
  }
}

async function tokensOf(folder: string): Promise<Record<string, string>> {
  const reader = openReader(join(folder, dataFileName));
  try {
    const tokens: Record<string, string> = {};
    for (const { username } of actors) tokens[username] = await mintToken(reader, username, { now: now() });
    return tokens;
  } finally {
    await reader.close();
  }
}
