import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '#tests/support/free-port.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';
import { brokenOnceAtRest, lostOrBroken, unsettledRows } from '#tests/support/lost-or-broken.ts';
import { OfficeClient, type Worker } from '#tests/support/office-client.ts';
import { doNext, nominateOne, officials } from '#tests/support/office-workers.ts';

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
  if (died === false) return { died, faults: [], unsettled: 0 };
  const faults = await lostOrBroken(folder, [...client.acknowledged]);
  faults.push(...(await brokenOnceAtRest(folder, [...client.acknowledged])));
  const unsettled = await unsettledRows(folder);
  home = await startHomeProcess(folder, point.port);
  await walking;
  return { died: true, faults, unsettled };
}

it.for(['before', 'after'] as const)(
  'a case comes through when the home dies right %s any one of the commits of its way',
  { timeout: 3_600_000 },
  async (when, { task }) => {
    const port = await freePort();
    await newFile(port);
    let at = 1;
    let kills = 0;
    let betweenIssueAndSettled = 0;
    for (let way = 1; ; way += 1, at += every) {
      const { died, faults, unsettled } = await walkAndDie(way, { at, when, port });
      expect(faults, `killed ${when} commit ${String(at)}`).toEqual([]);
      if (!died) break;
      kills += 1;
      if (unsettled > 0) betweenIssueAndSettled += 1;
      if (way % waysAFile > 0) continue;
      expect(await putAway(), `killed ${when} commits up to ${String(at)}`).toEqual([]);
      await newFile(port);
    }
    expect(await putAway()).toEqual([]);
    task.meta.seen = {
      part: `killed ${when} the commits of a case’s and its lists’ way`,
      ...{ every, kills, commitsOfAWay: at - 1, betweenIssueAndSettled, faults: 0 },
    };
    expect(at).toBeGreaterThan(60);
    // With steps as long as a list's catching up, none may hit it.
    expect(betweenIssueAndSettled).toBeGreaterThan(every > 3 ? -1 : 0);
  },
);
