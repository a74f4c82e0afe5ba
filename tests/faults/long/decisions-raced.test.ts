import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { contradictions } from '#tests/support/contradictions.ts';
import { raceDecisions } from '#tests/support/decision-races.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';

const races = Number(process.env['RACES'] ?? 200);
/** As many cases as one inbox shows well; then comes a new home. */
const racesAHome = 20;
const homes = Array.from({ length: Math.ceil(races / racesAHome) }, (_, n) => n + 1);

let folder = '';
let home: KillableHome | undefined;
beforeAll(bundleHomeProcess);
afterEach(async () => {
  await home?.kill();
  rmSync(folder, { recursive: true, force: true });
});

it.for(homes)(
  `lets exactly one of ${String(contradictions.length)} contradictory decisions win, ${String(racesAHome)} times, in home %i`,
  { timeout: 240_000 },
  async (n, { task }) => {
    folder = mkdtempSync(join(tmpdir(), 'vinh-danh-races-'));
    home = await startHomeProcess(folder, 0);
    const faults = await raceDecisions(home, racesAHome);
    const decisions = contradictions.length;
    task.meta.seen = {
      part: `raced, home ${String(n)}`,
      races: racesAHome,
      decisions,
      faults: faults.length,
    };
    expect(faults).toEqual([]);
  },
);
