import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bundleHomeProcess } from '#tests/support/killable-home.ts';
import { createKilledSeason, type Death, type KilledSeason } from '#tests/support/killed-season.ts';
import { openPostOffice, type PostOffice } from '#tests/support/post-office.ts';
import { seedOfRun } from '#tests/support/seeded-random.ts';

/**
 * SIGKILLs at random: every fourth right behind the answer to an issue or conclusion, every eighth at one of the first commits
 * since a new day has begun.
 */
const kills = Number(process.env['KILLS'] ?? 200);
/** In the second part: at every commit up to this one, counted since the start; behind an issue, up to the sixteenth. */
const furthest = Number(process.env['COMMITS'] ?? 32);
/** Every commit point; 10: each tenth. */
const every = Number(process.env['EVERY'] ?? 1);
/** A season ends, its cases all awarded, before its file has grown so large that checking it takes longer than the work. */
const killsASeason = 40;
const clients = 16;
const first = seedOfRun();

const points = (last: number): number[] =>
  Array.from({ length: Math.ceil(last / every) }, (_, n) => 1 + n * every);
const atCommits = (kind: 'commit' | 'commitBehindIssue', last: number): Death[] =>
  (['before', 'after'] as const).flatMap((when) => points(last).map((at) => ({ kind, at, when })));
/** The midnights of a run are killed at later and later commits. */
const midnight = (n: number): Death => ({
  kind: 'midnight',
  at: 2 + 3 * Math.floor(n / 2),
  when: n % 2 === 0 ? 'before' : 'after',
});
const atRandom = Array.from({ length: kills }, (_, n): Death => {
  if (n % 8 === 5) return midnight(Math.floor(n / 8));
  return { kind: n % 4 === 3 ? 'issued' : 'anywhere' };
});
const parts: readonly [string, readonly Death[]][] = [
  ['at random', atRandom],
  ['at a commit', atCommits('commit', furthest)],
  ['at a commit behind an issue', atCommits('commitBehindIssue', Math.min(16, furthest))],
];
const seasons = parts
  .flatMap(([where, all]) =>
    Array.from({ length: Math.ceil(all.length / killsASeason) }, (_, n) => ({
      where,
      deaths: all.slice(n * killsASeason, (n + 1) * killsASeason),
    })),
  )
  .map((season, n) => ({
    ...season,
    seed: first + n,
    count: season.deaths.length,
    home: n % 2 === 0 ? 'demo' : 'office',
  }));

let folder = '';
let season: KilledSeason | undefined;
let mailsTo: PostOffice | undefined;
beforeAll(bundleHomeProcess);
afterEach(async () => {
  await season?.end();
  mailsTo?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.for(seasons)(
  `loses nothing in $count kills $where with ${String(clients)} clients at work, home: $home (SEED=$seed)`,
  { timeout: 1_200_000 },
  async ({ where, home, seed, deaths }, { task }) => {
    folder = mkdtempSync(join(tmpdir(), 'vinh-danh-seasons-'));
    mailsTo = home === 'office' ? await openPostOffice() : undefined;
    season = createKilledSeason({ folder, seed, deaths, clients, eachAtRest: true, mailsTo });
    const { faults, ...seen } = await season.play();
    task.meta.seen = {
      part: `killed ${where}, ${String(clients)} clients`,
      ...{ seed, home },
      ...seen,
      faults: faults.length,
    };
    expect(faults, `seed ${String(seed)}`).toEqual([]);
    expect(seen.betweenIssueAndSettled).toBeGreaterThan(where === 'at a commit' ? -1 : 0);
  },
);
