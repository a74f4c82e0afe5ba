import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { startHomeProcess, type KillableHome } from './killable-home.ts';
import { lostOrBroken, unsettledRows } from './lost-or-broken.ts';
import { OfficeClient, type Acknowledged } from './office-client.ts';
import { doNext, nominateOne, officials, type Worker } from './office-workers.ts';
import { createSeededRandom } from './seeded-random.ts';
import { people } from './small-directory.ts';

export interface KilledSeasonOptions {
  readonly folder: string;
  readonly seed: number;
  readonly kills: number;
  /** Who work at once; beyond the eleven officials some sit at two machines. */
  readonly clients: number;
  /** Of so many kills one comes right after the answer to an issue or conclusion; 0: none. */
  readonly aimEvery?: number;
}

export interface KilledSeason {
  /** @returns what was lost, broken or answered otherwise, and what the season was made of */
  play(): Promise<{ faults: string[]; acts: number; cases: number; betweenIssueAndSettled: number }>;
  /** Leaves neither a process nor officials at work behind, wherever `play` ended. */
  end(): Promise<void>;
}

const mostCases = 60;
const settles = (act: Acknowledged): boolean => /\/(issue|conclude)$/.test(act.path);

export function createKilledSeason({ aimEvery = 0, ...options }: KilledSeasonOptions): KilledSeason {
  const { folder, seed, kills } = options;
  const random = createSeededRandom(seed);
  const pick = (count: number): number => (count === 0 ? 0 : (random.bytes(1)[0] ?? 0) % count);
  let home: KillableHome | undefined;
  let finished = false;
  let entered = 0;
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

  async function killAgain(port: number): Promise<{ faults: string[]; between: number }> {
    const faults: string[] = [];
    let between = 0;
    for (let killed = 0; killed < kills && faults.length === 0; killed += 1) {
      const aimed = aimEvery > 0 && killed % aimEvery === aimEvery - 1;
      await (aimed ? client.untilMore(1, settles) : client.untilMore(1 + pick(8)));
      await home?.kill();
      faults.push(...(await lostOrBroken(folder, [...client.acknowledged])));
      if (aimed && (await unsettledRows(folder)) > 0) between += 1;
      home = await startHomeProcess(folder, port);
    }
    return { faults, between };
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
    for (const act of client.acknowledged.filter(({ path }) =>
      /\/(submit|receive|recommend|sign|issue|conclude)$/.test(path),
    )) {
      const again = await client.act(workerOf(act.who), act.path, act.body, { key: act.key });
      if (JSON.stringify(again.body) !== JSON.stringify(act.answer))
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
      const { faults, between } = await killAgain(port);
      killing = false;
      if (faults.length === 0) {
        await entering;
        await untilAwarded();
      }
      finished = true;
      await Promise.allSettled([entering, ...working]);
      if (faults.length === 0) faults.push(...(await answeredOtherwise()));
      await home.rest();
      faults.push(...(await lostOrBroken(folder, client.acknowledged, true)));
      const acts = client.acknowledged.length;
      return { faults, acts, cases: entered, betweenIssueAndSettled: between };
    },
    async end() {
      finished = true;
      await home?.kill();
    },
  };
}
