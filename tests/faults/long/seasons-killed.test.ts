import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bundleHomeProcess } from '#tests/support/killable-home.ts';
import { createKilledSeason, type KilledSeason } from '#tests/support/killed-season.ts';
import { seedOfRun } from '#tests/support/seeded-random.ts';

const kills = Number(process.env['KILLS'] ?? 200);
/** A season ends, its cases all awarded, before its file has grown so large that checking it takes longer than the work. */
const killsASeason = 40;
const clients = 16;
const first = seedOfRun();
const seasons = Array.from({ length: Math.ceil(kills / killsASeason) }, (_, n) => ({
  seed: first + n,
  kills: Math.min(killsASeason, kills - n * killsASeason),
}));

let folder = '';
let season: KilledSeason | undefined;
beforeAll(bundleHomeProcess);
afterEach(async () => {
  await season?.end();
  rmSync(folder, { recursive: true, force: true });
});

it.each(seasons)(
  `loses nothing in $kills kills with ${String(clients)} clients at work (SEED=$seed)`,
  { timeout: 1_200_000 },
  async (options) => {
    folder = mkdtempSync(join(tmpdir(), 'vinh-danh-seasons-'));
    season = createKilledSeason({ ...options, folder, clients, aimEvery: 4 });
    const { faults, ...seen } = await season.play();
    process.stdout.write(`${JSON.stringify({ ...options, clients, ...seen })}\n`);
    expect(faults, `seed ${String(options.seed)}`).toEqual([]);
    expect(seen.betweenIssueAndSettled).toBeGreaterThan(0);
  },
);
