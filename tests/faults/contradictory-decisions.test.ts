import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contradictions } from '../support/contradictions.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '../support/killable-home.ts';
import { raceDecisions } from '../support/decision-races.ts';

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
    expect(await raceDecisions(home, races)).toEqual([]);
  },
);
