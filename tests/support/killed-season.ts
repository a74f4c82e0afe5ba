import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from './free-port.ts';
import { startHomeProcess, type KillableHome } from './killable-home.ts';
import { brokenOnceAtRest, lostOrBroken, unsettledRows } from './lost-or-broken.ts';
import { OfficeClient, type Acknowledged } from './office-client.ts';
import { doNext, nominateOne, officials, type Worker } from './office-workers.ts';
import { refusedWrongly } from './refused-wrongly.ts';
import { createSeededRandom } from './seeded-random.ts';
import { people } from './small-directory.ts';

/**
 * When the home dies: after some acts; right after the answer to an issue or conclusion; before or after the commit of this
 * number, counted since it was started or, behind an issue, since that was answered.
 */
export type Death =
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'issued' }
  | { readonly kind: 'commit' | 'commitBehindIssue'; readonly at: number; readonly when: 'before' | 'after' };

export interface KilledSeasonOptions {
  readonly folder: string;
  readonly seed: number;
  readonly deaths: readonly Death[];
  /** Who work at once; beyond the eleven officials some sit at two machines. */
  readonly clients: number;
  /** After each death a copy of the home is to come to rest, and be whole then, too. */
  readonly eachAtRest?: boolean;
}

export interface PlayedSeason {
  /** What was lost, broken or answered otherwise. */
  readonly faults: readonly string[];
  readonly kills: number;
  readonly acts: number;
  readonly cases: number;
  /** Made by homes that died at a commit of theirs. */
  readonly commits: number;
  /** Deaths between the issue of a list and its cases catching up. */
  readonly betweenIssueAndSettled: number;
}

export interface KilledSeason {
  play(): Promise<PlayedSeason>;
  /** Leaves neither a process nor officials at work behind, wherever `play` ended. */
  end(): Promise<void>;
}

const mostCases = 60;
/** A retry of an upload gets a fresh link for the same file. */
const comparable = (answer: unknown): unknown => ({ ...(answer as object), upload: undefined });
const settles = (act: Acknowledged): boolean => /\/(issue|conclude)$/.test(act.path);

export function createKilledSeason(options: KilledSeasonOptions): KilledSeason {
  const { folder, seed, deaths, eachAtRest = false } = options;
  const random = createSeededRandom(seed);
  const pick = (count: number): number => (count === 0 ? 0 : (random.bytes(1)[0] ?? 0) % count);
  let home: KillableHome | undefined;
  let finished = false;
  let entered = 0;
  let commits = 0;
  const client = new OfficeClient(
    () => home?.url ?? '',
    () => finished,
  );
  const workerOf = (username: string): Worker => ({ username, token: home?.tokens[username] ?? '' });

  /** New nominations come in as long as there is something to kill, so that there is always work under way. */
  async function enter(stillKilling: () => boolean): Promise<void> {
    for (; entered < mostCases && stillKilling(); entered += 1)
      await nominateOne(
        client,
        workerOf('ward-officer'),
        `Nguyễn Văn Thử ${String(entered)}`,
        1900 + entered,
      );
  }

  async function work(username: string): Promise<void> {
    while (!finished) {
      const busy = await doNext(client, workerOf(username), pick);
      // An official with an empty inbox looks again a moment later, and not as fast as the machine can.
      if (!busy) await pause(15);
    }
  }

  async function dieBy(death: Death): Promise<void> {
    if (death.kind === 'anywhere') await client.untilMore(1 + pick(8));
    if (death.kind === 'issued' || death.kind === 'commitBehindIssue') await client.untilMore(1, settles);
    if (death.kind === 'anywhere' || death.kind === 'issued') await home?.kill();
    else {
      commits += ((await home?.dieAt(death.at, death.when)) ?? 0) + death.at;
      await home?.gone;
    }
  }

  async function killAgain(port: number) {
    const faults: string[] = [];
    let kills = 0;
    let betweenIssueAndSettled = 0;
    for (const death of deaths) {
      await dieBy(death);
      kills += 1;
      faults.push(...(await lostOrBroken(folder, [...client.acknowledged])));
      if ((await unsettledRows(folder)) > 0) betweenIssueAndSettled += 1;
      if (eachAtRest) faults.push(...(await brokenOnceAtRest(folder, [...client.acknowledged])));
      if (faults.length > 0)
        return { faults: [...faults, JSON.stringify(death)], kills, betweenIssueAndSettled };
      home = await startHomeProcess(folder, port);
    }
    return { faults, kills, betweenIssueAndSettled };
  }

  /** Looked up over the API, as people would; bounded by the test's own limit. */
  async function untilAwarded(): Promise<void> {
    const path = `/api/cases?organisation=${people.wardOfficer.posts[0]?.organisation ?? ''}&status=AWARDED`;
    for (let awarded = 0; awarded < entered;) {
      await pause(50);
      const { body } = await client.get(workerOf('ward-officer'), path);
      awarded = (body as { cases: unknown[] }).cases.length;
    }
  }

  async function answeredOtherwise(): Promise<string[]> {
    const otherwise: string[] = [];
    for (const act of [...client.acknowledged]) {
      const again = await client.act(workerOf(act.who), act.path, act.body, { key: act.key });
      if (again.status !== act.status || !isDeepStrictEqual(comparable(again.body), comparable(act.answer)))
        otherwise.push(`another answer to a retry of ${act.path}`);
    }
    return otherwise;
  }

  return {
    async play() {
      const port = await freePort();
      home = await startHomeProcess(folder, port);
      let killing = true;
      const entering = enter(() => killing);
      const working = Array.from({ length: options.clients }, (_, n) =>
        work(officials[n % officials.length] ?? ''),
      );
      const { faults, ...seen } = await killAgain(port);
      killing = false;
      if (faults.length === 0) {
        await entering;
        await untilAwarded();
      }
      finished = true;
      await Promise.allSettled([entering, ...working]);
      if (faults.length === 0) faults.push(...(await answeredOtherwise()));
      faults.push(...refusedWrongly(client));
      await home.rest();
      faults.push(...(await lostOrBroken(folder, client.acknowledged, true)));
      return { faults, ...seen, commits, acts: client.acknowledged.length, cases: entered };
    },
    async end() {
      finished = true;
      await home?.kill();
    },
  };
}
