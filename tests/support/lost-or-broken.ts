import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { keys } from '#shared/records/keys.ts';
import { brokenInvariants } from './invariants.ts';
import { startHomeProcess } from './killable-home.ts';
import type { Acknowledged } from './office-client.ts';
import { people } from './small-directory.ts';

const personOf = (username: string): string =>
  Object.values(people).find((one) => one.username === username)?.id ?? '';

/** Gathering several cases keeps an answer for each that it took. */
function answerKeys({ path, key, body, answer }: Acknowledged): readonly string[] {
  const { cases = [] } = body as { cases?: readonly unknown[] };
  if (!path.endsWith('/gather') || cases.length < 2) return [key];
  const { results } = answer as { results: readonly { case: string; gathered: boolean }[] };
  return results.filter(({ gathered }) => gathered).map((one) => `${key}/${one.case}`);
}

/**
 * Between a home's death and its rebirth: every acknowledged act is in its file, nothing is half there.
 * @param resting effects and flow had caught up
 * @returns what is lost or broken
 */
export async function lostOrBroken(
  folder: string,
  acknowledged: readonly Acknowledged[],
  resting = false,
): Promise<string[]> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const store = createSqliteStore(database);
    const lost: string[] = [];
    for (const act of acknowledged) {
      const answers = await store.get(answerKeys(act).map((key) => keys.answer(personOf(act.who), key)));
      if (answers.includes(undefined)) lost.push(`lost ${act.path} of ${act.who}`);
    }
    return [...lost, ...(await brokenInvariants(store, database, resting))];
  } finally {
    await database.close();
  }
}

/**
 * Has a copy of a dead home come to rest, so that whoever works on in the home itself still meets what it left undone.
 * @param env of the copy: which kind of home it is
 * @returns what is lost or broken then: an effect missing, a notice twice or never, a case that nothing carries
 */
export async function brokenOnceAtRest(
  folder: string,
  acknowledged: readonly Acknowledged[],
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'vinh-danh-at-rest-'));
  try {
    cpSync(folder, copy, { recursive: true });
    const home = await startHomeProcess(copy, 0, env);
    await home.rest();
    const faults = await lostOrBroken(copy, acknowledged, true);
    return faults.map((fault) => `once at rest: ${fault}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Rows of issued lists and concluded sessions whose cases had not caught up when the home died. */
export async function unsettledRows(folder: string): Promise<number> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const open = await brokenInvariants(createSqliteStore(database), database);
    return open.filter((line) => line.includes('has not settled')).length;
  } finally {
    await database.close();
  }
}

/** Whether the file holds an act that nobody was promised. */
export async function holdsAnswer(folder: string, who: string, key: string): Promise<boolean> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const [answer] = await createSqliteStore(database).get([keys.answer(personOf(who), key)]);
    return answer !== undefined;
  } finally {
    await database.close();
  }
}
