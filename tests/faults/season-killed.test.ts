import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '../support/killable-home.ts';
import { lostOrBroken } from '../support/lost-or-broken.ts';
import { OfficeClient } from '../support/office-client.ts';
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
      expect(await lostOrBroken(folder, [...client.acknowledged]), `seed ${String(seed)}`).toEqual([]);
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
    expect(await lostOrBroken(folder, client.acknowledged, true), `seed ${String(seed)}`).toEqual([]);
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
