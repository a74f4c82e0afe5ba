import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleHomeProcess } from '../support/killable-home.ts';
import { createKilledSeason } from '../support/killed-season.ts';
import { seedOfRun } from '../support/seeded-random.ts';

/** `npm run test:faults` goes on to 200. */
const kills = 20;
const seed = seedOfRun();
const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-killed-'));
const deaths = Array.from({ length: kills }, () => ({ kind: 'anywhere' }) as const);
const season = createKilledSeason({ folder, seed, deaths, clients: 11 });

beforeAll(bundleHomeProcess);
afterAll(async () => {
  await season.end();
  rmSync(folder, { recursive: true, force: true });
});

it(
  `loses nothing in ${String(kills)} kills during a season with several officials at work (SEED=${String(seed)})`,
  { timeout: 240_000 },
  async () => {
    const { faults } = await season.play();
    expect(faults, `seed ${String(seed)}`).toEqual([]);
  },
);
