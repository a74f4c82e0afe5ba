import type { KillableHome } from '#tests/support/killable-home.ts';
import { createPool, type Client } from './client.ts';
import { createDesk, type Desk } from './desk.ts';
import { inLanes, quantile } from './figures.ts';

/** One round of all acts that are timed on a running office. Times in milliseconds; effects are done when a clock stops. */
export interface ActsRound {
  readonly act: { readonly p50: number; readonly p99: number };
  readonly actsPerSecond: number;
  readonly wholeCasesPerSecond: number;
  readonly list30: Issued;
  readonly list300: Issued;
}

interface Issued {
  readonly answer: number;
  readonly caughtUp: number;
}

export interface ActsBench {
  round(): Promise<ActsRound>;
  close(): void;
}

const lanes = 32;
const actsAlone = 200;
const actsTogether = 640;
const casesALane = 10;

export function createActsBench(home: KillableHome): ActsBench {
  const desk = createDesk(home.tokens);
  const pool = createPool(home.url, lanes);
  const first = pool.of(0);

  async function proposed(count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    await inLanes(count, lanes, async (_, lane) => ids.push(await desk.propose(pool.of(lane))));
    await home.settle();
    return ids;
  }
  const each = (ids: readonly string[], act: 'receive' | 'recommend'): Promise<number> =>
    inLanes(ids.length, lanes, (index, lane) => desk[act](pool.of(lane), ids[index] ?? ''));

  async function actAlone(): Promise<ActsRound['act']> {
    const took: number[] = [];
    for (const id of await proposed(actsAlone)) took.push(await desk.receive(first, id));
    await home.settle();
    return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
  }

  async function actsPerSecond(): Promise<number> {
    const ids = await proposed(actsTogether);
    const start = performance.now();
    await each(ids, 'receive');
    await home.settle();
    return (ids.length * 1_000) / (performance.now() - start);
  }

  async function wholeCasesPerSecond(): Promise<number> {
    const start = performance.now();
    await inLanes(lanes, lanes, (_, lane) => wholeWay(desk, pool.of(lane)));
    await home.settle();
    return (lanes * casesALane * 1_000) / (performance.now() - start);
  }

  async function issueList(rows: number): Promise<Issued> {
    const ids = await proposed(rows);
    await each(ids, 'receive');
    await each(ids, 'recommend');
    await home.settle();
    const decision = await desk.signedDecision(first, ids);
    await home.settle();
    const start = performance.now();
    const answer = await desk.issue(first, decision);
    await home.settle();
    return { answer, caughtUp: performance.now() - start };
  }

  return {
    round: async () => ({
      act: await actAlone(),
      actsPerSecond: await actsPerSecond(),
      wholeCasesPerSecond: await wholeCasesPerSecond(),
      list30: await issueList(30),
      list300: await issueList(300),
    }),
    close: pool.close,
  };
}

/** Ten proposals from draft to approval; one decision approves all ten. */
async function wholeWay(desk: Desk, client: Client): Promise<void> {
  const ids: string[] = [];
  for (let made = 0; made < casesALane; made += 1) ids.push(await desk.propose(client));
  for (const id of ids) await desk.receive(client, id);
  for (const id of ids) await desk.recommend(client, id);
  await desk.issue(client, await desk.signedDecision(client, ids));
}
