import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { keys } from '#shared/records/keys.ts';
import { freePort } from '../support/free-port.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '../support/killable-home.ts';
import { OfficeClient, type Acknowledged } from '../support/office-client.ts';
import { doNext, nominateOne, type Worker } from '../support/office-workers.ts';
import { people } from '../support/small-directory.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const kills = 20;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-killed-'));
// Outside the test, so that a run that failed in the middle leaves neither a process nor officials at work behind.
let home: KillableHome | undefined;
let finished = false;
beforeAll(bundleHomeProcess);
afterAll(async () => {
  finished = true;
  await home?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const personOf = (username: string): string =>
  Object.values(people).find((one) => one.username === username)?.id ?? '';

/** Between death and rebirth: every acknowledged act is in the file, nothing is half there. */
async function expectWhole(acknowledged: readonly Acknowledged[]): Promise<void> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    const store = createSqliteStore(database);
    for (const act of acknowledged) {
      if (act.path.endsWith('/gather')) continue;
      const [answer] = await store.get([keys.answer(personOf(act.who), act.key)]);
      expect(answer, `seed ${String(seed)}: lost ${act.path}`).toBeDefined();
    }
    expect(await brokenInvariants(store, database, false), `seed ${String(seed)}`).toEqual([]);
  } finally {
    await database.close();
  }
}

it(
  `loses nothing in ${String(kills)} kills during a season with several officials at work (SEED=${String(seed)})`,
  { timeout: 240_000 },
  async () => {
    const port = await freePort();
    const random = createSeededRandom(seed);
    const pick = (count: number): number => (count === 0 ? 0 : (random.bytes(1)[0] ?? 0) % count);
    const restart = async (): Promise<void> => {
      home = await startHomeProcess(folder, port);
    };
    await restart();
    const client = new OfficeClient(
      () => home?.url ?? '',
      () => finished,
    );
    const workerOf = (username: string): Worker => ({ username, token: home?.tokens[username] ?? '' });

    const officials = [
      'ward-secretary',
      'ward-officer',
      'ward-leader',
      'ward-clerk',
      'pol-officer',
      'pol-leader',
      'pol-clerk',
      'dis-secretary',
      'dis-officer',
      'dis-leader',
      'dis-clerk',
    ];
    // New nominations come in as long as there is something to kill, so that there is always work under way.
    let entered = 0;
    let killing = true;
    const stillKilling = (): boolean => killing;
    const entering = (async () => {
      for (; entered < 60 && stillKilling(); entered += 1) {
        await nominateOne(
          client,
          workerOf('ward-officer'),
          `Nguyễn Văn Thử ${String(entered)}`,
          1900 + entered,
        );
      }
    })();
    const working = officials.map(async (username) => {
      while (!finished) {
        const busy = await doNext(client, workerOf(username), pick);
        // An official with an empty inbox looks again a moment later, and not as fast as the machine can.
        if (!busy) await pause(15);
      }
    });

    for (let killed = 0; killed < kills; killed += 1) {
      await client.untilMore(1 + pick(8));
      await home?.kill();
      await expectWhole([...client.acknowledged]);
      await restart();
    }
    killing = false;
    await entering;
    await untilAwarded(client, workerOf('ward-officer'), entered);
    finished = true;
    await Promise.allSettled(working);

    const sample = client.acknowledged.filter((act) =>
      /\/(submit|receive|recommend|sign|issue|conclude)$/.test(act.path),
    );
    for (const act of sample) {
      const again = await client.act(workerOf(act.who), act.path, act.body, { key: act.key });
      expect(again.body, `seed ${String(seed)}: another answer to a retry of ${act.path}`).toEqual(
        act.answer,
      );
    }
    await home?.rest();
    await expectWhole(client.acknowledged);
    const database = openDatabase(join(folder, dataFileName));
    expect(await brokenInvariants(createSqliteStore(database), database), `seed ${String(seed)}`).toEqual([]);
    await database.close();
  },
);

/** Looked up over the API, as people would; bounded by the test's own limit. */
async function untilAwarded(client: OfficeClient, worker: Worker, count: number): Promise<void> {
  const path = `/api/cases?organisation=${people.wardOfficer.posts[0]?.organisation ?? ''}&status=AWARDED`;
  for (let awarded = 0; awarded < count;) {
    await pause(50);
    const { body } = await client.get(worker, path);
    awarded = (body as { cases: unknown[] }).cases.length;
  }
}
