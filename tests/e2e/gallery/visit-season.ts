import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemo } from '#local/demo/open-demo.ts';
import { Ledger } from '#local/demo/play/ledger.ts';
import { playSeason } from '#local/demo/player.ts';
import { hongBangSeason as season } from '#local/demo/seasons/hong-bang-2020/season.ts';
import { instantAt, type Home } from '#local/home.ts';
import { requireBuilt } from '#local/settings.ts';
import type { Camera } from './camera.ts';
import { isMomentOf, type Moment } from './moment.ts';
import { afterwards } from './moments/afterwards.ts';
import { moments } from './moments/all-moments.ts';
import type { Stop } from './stop.ts';
import { take } from './walk.ts';

type CameraAt = (origin: string) => Camera;
type Complain = (trouble: string) => void;

/** Plays the season in a home of its own and takes pictures at its moments, and of what comes after. */
export async function visitSeason(cameraAt: CameraAt, complain: Complain): Promise<void> {
  requireBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-gallery-'));
  const home = await openDemo({ folder, host: '127.0.0.1', port: 0, log: complain }, season);
  const ledger = new Ledger();
  const walk = { camera: cameraAt(home.url), idOf: idsOf(ledger) };

  /** One picture that fails must not cost all others. */
  async function look(stops: readonly Stop[]): Promise<void> {
    // No minute passes here in which figures would be counted.
    await home.dependencies.sweep();
    for (const stop of stops) {
      try {
        await take(walk, stop);
      } catch (error) {
        complain(`${stop.as} ${stop.page}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await home.dependencies.settle();
    }
  }

  try {
    await play(home, ledger, look);
    await look(afterwards);
  } finally {
    await home.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error naming the moment that never came */
async function play(
  home: Home,
  ledger: Ledger,
  look: (stops: readonly Stop[]) => Promise<void>,
): Promise<void> {
  const ahead = new Set<Moment>(moments);
  await playSeason({
    baseUrl: home.url,
    season,
    ledger,
    tokenOf: home.tokenOf,
    settle: home.dependencies.settle,
    advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
    progress: () => undefined,
    async before(event) {
      const moment = [...ahead].find((one) => isMomentOf(one, event));
      if (moment === undefined) return;
      ahead.delete(moment);
      await look(moment.stops);
    },
  });
  const [missed] = ahead;
  if (missed !== undefined) throw new Error(`never came: ${JSON.stringify(missed.before)}`);
}

/** Of cases, lists, rounds, ceremonies, and of people by their username. */
const idsOf =
  ({ cases, lists, rounds, ceremonies }: Ledger) =>
  (key: string): string => {
    const person = season.world.people.find(({ username }) => username === key);
    const id = (cases.get(key) ?? lists.get(key) ?? person)?.id ?? rounds.get(key) ?? ceremonies.get(key);
    if (id === undefined) throw new Error(`the season has no ${key} yet`);
    return id;
  };
