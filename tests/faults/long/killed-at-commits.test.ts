import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '#tests/support/free-port.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';
import { lostOrBroken } from '#tests/support/lost-or-broken.ts';
import { OfficeClient } from '#tests/support/office-client.ts';
import { doNext, nominateOne, officials, type Worker } from '#tests/support/office-workers.ts';

/** Every commit point; 10: each tenth. */
const every = Number(process.env['EVERY'] ?? 1);
/** A file is put away, checked once more, after so many ways. */
const waysAFile = 12;

let folder = '';
let home: KillableHome | undefined;
let over = false;
let client = newClient();
beforeAll(bundleHomeProcess);
afterAll(async () => {
  over = true;
  await home?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function newClient(): OfficeClient {
  return new OfficeClient(
    () => home?.url ?? '',
    () => over,
  );
}
const workerOf = (username: string): Worker => ({ username, token: home?.tokens[username] ?? '' });

/** From the first word of a nomination to its decision, one act after another. */
async function walk(way: number): Promise<void> {
  const officer = workerOf('ward-officer');
  const id = await nominateOne(client, officer, `Phạm Thị Từng ${String(way)}`, 1930 + (way % waysAFile));
  for (;;) {
    for (const username of officials) await doNext(client, workerOf(username), () => 0);
    const { body } = await client.get(officer, `/api/cases/${id}`);
    if ((body as { status: string }).status === 'AWARDED') return;
  }
}

async function newFile(port: number): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'vinh-danh-commits-'));
  client = newClient();
  home = await startHomeProcess(folder, port);
}

async function putAway(): Promise<string[]> {
  await home?.rest();
  const faults = await lostOrBroken(folder, client.acknowledged, true);
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

/** @returns whether it died on the way, and what was lost or broken when it had */
async function walkAndDie(way: number, point: { at: number; when: 'before' | 'after'; port: number }) {
  const doomed = home;
  await doomed?.settle();
  await doomed?.dieAt(point.at, point.when);
  const walking = walk(way);
  const died = await Promise.race([
    doomed?.gone.then(() => true),
    walking.then(() => doomed?.settle()).then(() => false),
  ]);
  if (died === false) return { died, faults: [] };
  const faults = await lostOrBroken(folder, [...client.acknowledged]);
  home = await startHomeProcess(folder, point.port);
  await walking;
  return { died: true, faults };
}

it.each(['before', 'after'] as const)(
  'a case comes through when the home dies right %s any one of the commits of its way',
  { timeout: 3_600_000 },
  async (when) => {
    const port = await freePort();
    await newFile(port);
    let at = 1;
    for (let way = 1; ; way += 1, at += every) {
      const { died, faults } = await walkAndDie(way, { at, when, port });
      expect(faults, `killed ${when} commit ${String(at)}`).toEqual([]);
      if (!died) break;
      if (way % waysAFile > 0) continue;
      expect(await putAway(), `killed ${when} commits up to ${String(at)}`).toEqual([]);
      await newFile(port);
    }
    expect(await putAway()).toEqual([]);
    process.stdout.write(`${JSON.stringify({ killed: when, commitsOfAWay: at - 1, every })}\n`);
    expect(at).toBeGreaterThan(60);
  },
);
