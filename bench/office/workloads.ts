import type { KillableHome } from '#tests/support/killable-home.ts';
import { createPool, type Client, type Pool } from './client.ts';
import { createDesk, type Desk } from './desk.ts';
import { inLanes, quantile } from './figures.ts';
import type { Figures } from './report.ts';

/** One round each, on a running office. Effects are done when a clock stops. */
export interface ActsBench {
  readonly acts: () => Promise<Figures>;
  readonly lists: () => Promise<Figures>;
  readonly close: () => void;
}

interface Issued {
  readonly answer: number;
  readonly caughtUp: number;
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

  async function actAlone(): Promise<Figures> {
    const took: number[] = [];
    for (const id of await proposed(actsAlone)) took.push(await desk.receive(first, id));
    await home.settle();
    return { actP50: quantile(took, 0.5), actP99: quantile(took, 0.99) };
  }

  async function actsPerSecond(): Promise<number> {
    const ids = await proposed(actsTogether);
    const start = performance.now();
    await each(ids, 'receive');
    await home.settle();
    return (ids.length * 1_000) / (performance.now() - start);
  }

  async function issueList(rows: number): Promise<Issued> {
    const ids = await proposed(rows);
    await each(ids, 'receive');
    await home.settle();
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
    acts: async () => ({
      ...(await actAlone()),
      actsPerSecond: await actsPerSecond(),
      ...(await wholeCases(home, desk, pool)),
    }),
    async lists() {
      const [few, many] = [await issueList(30), await issueList(300)];
      return {
        ...{ list30Answer: few.answer, list30CaughtUp: few.caughtUp },
        ...{ list300Answer: many.answer, list300CaughtUp: many.caughtUp },
      };
    },
    close: pool.close,
  };
}

/**
 * Proposals from draft to approval, one decision for each client's ten. All do one thing, then the next: nobody asks in vain
 * for a step that the flow has not opened yet, as nobody in an office would.
 */
async function wholeCases(home: KillableHome, desk: Desk, pool: Pool): Promise<Figures> {
  desk.takeCounts();
  const piles = Array.from({ length: lanes }, (): string[] => []);
  const all = async (work: (client: Client, pile: string[]) => Promise<unknown>): Promise<void> => {
    await inLanes(lanes, lanes, (_, lane) => work(pool.of(lane), piles[lane] ?? []));
    await home.settle();
  };
  const start = performance.now();
  await all(async (client, pile) => {
    while (pile.length < casesALane) pile.push(await desk.propose(client));
  });
  await all(async (client, pile) => {
    for (const id of pile) await desk.receive(client, id);
  });
  await all(async (client, pile) => {
    for (const id of pile) await desk.recommend(client, id);
  });
  await all(async (client, pile) => desk.issue(client, await desk.signedDecision(client, pile)));
  const seconds = (performance.now() - start) / 1_000;
  const { asked, tooEarly } = desk.takeCounts();
  return { wholeCasesPerSecond: (lanes * casesALane) / seconds, tooEarly: (100 * tooEarly) / asked };
}
