import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contradictions } from '../support/contradictions.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '../support/killable-home.ts';
import { OfficeClient } from '../support/office-client.ts';
import { doNext, nominateOne, type Worker } from '../support/office-workers.ts';

const races = 20;
const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-race-'));
let home: KillableHome;

beforeAll(async () => {
  await bundleHomeProcess();
  home = await startHomeProcess(folder, 0);
});
afterAll(async () => {
  await home.kill();
  rmSync(folder, { recursive: true, force: true });
});

it(
  `lets exactly one of ${String(contradictions.length)} contradictory decisions win, ${String(races)} times`,
  { timeout: 60_000 },
  async () => {
    const client = new OfficeClient(
      () => home.url,
      () => true,
    );
    const workerOf = (username: string): Worker => ({ username, token: home.tokens[username] ?? '' });
    const appraiser = workerOf('pol-officer');
    for (let entered = 0; entered < races; entered += 1) {
      await nominateOne(client, workerOf('ward-officer'), `Trần Thị Đua ${String(entered)}`, 1950 + entered);
    }
    const toAppraisal = ['ward-secretary', 'ward-officer', 'ward-leader', 'ward-clerk'];
    const waiting = async (): Promise<{ id: string; stepKind: string; standing: string }[]> => {
      const { body } = await client.get(appraiser, '/api/inbox');
      return (body as { rows: { id: string; stepKind: string; standing: string }[] }).rows;
    };
    for (let rows = await waiting(); rows.length < races; rows = await waiting()) {
      for (const username of toAppraisal) await doNext(client, workerOf(username), () => 0);
    }
    for (const row of await waiting()) await client.act(appraiser, `/api/cases/${row.id}/receive`, {});

    for (let rows = await waiting(); rows.some((row) => row.stepKind !== 'appraise') || rows.length < races;)
      rows = await waiting();
    for (const { id } of await waiting()) {
      // All eight decide on the very same step: the version that each saw goes with the act.
      const { body: seen } = await client.get(appraiser, `/api/cases/${id}`);
      const { version } = seen as { version: number };
      const answers = await Promise.all(
        contradictions.map(([act, body]) =>
          client.act(appraiser, `/api/cases/${id}/${act}`, body, { version }),
        ),
      );
      const won = answers.filter((answer) => answer.status === 200);
      const lost = answers.filter((answer) => answer.status === 409);
      expect([won.length, lost.length]).toEqual([1, contradictions.length - 1]);
      for (const { body } of lost)
        expect(JSON.stringify(body)).toMatch(/"code":"Case(MovedOn|IsMoving)".*"happened":"\w+"/);
    }
  },
);
