import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openRawSqlite } from '#bench/three-rows.ts';
import { createPool } from './client.ts';
import { inLanes, quantile } from './figures.ts';

/** What this machine can do at most, in this very minute. */
export interface Limits {
  readonly commitP50: number;
  readonly commitsPerSecond: number;
  readonly requestP50: number;
  /** 32 clients at once. */
  readonly requestsPerSecond: number;
}

export interface LimitsMeter {
  measure(): Promise<Limits>;
  close(): void;
}

const commitsARound = 300;
const requestsARound = 1_000;
const saidSchema = z.tuple([z.object({ port: z.int() })]).rest(z.unknown());
const program = fileURLToPath(new URL('bare-server.ts', import.meta.url));

/** @param folder on the disk that holds the office's file */
export async function openLimitsMeter(folder: string): Promise<LimitsMeter> {
  const raw = openRawSqlite(join(folder, 'raw.sqlite'));
  const server = fork(program);
  const [{ port }] = saidSchema.parse(await once(server, 'message'));
  const pool = createPool(`http://127.0.0.1:${String(port)}`, 32);
  let commits = 0;

  function measureCommits() {
    const took: number[] = [];
    const start = performance.now();
    for (let n = 0; n < commitsARound; n += 1) {
      const before = performance.now();
      raw.commit((commits += 1));
      took.push(performance.now() - before);
    }
    const seconds = (performance.now() - start) / 1_000;
    return { commitP50: quantile(took, 0.5), commitsPerSecond: commitsARound / seconds };
  }

  async function measureRequests() {
    const took: number[] = [];
    const ask = async (lane: number) => took.push((await pool.of(lane).act('/', '', { n: 1 })).ms);
    await inLanes(requestsARound / 5, 1, () => ask(0));
    const requestP50 = quantile(took, 0.5);
    const seconds = await inLanes(requestsARound, pool.size, (_, lane) => ask(lane));
    return { requestP50, requestsPerSecond: requestsARound / seconds };
  }

  return {
    measure: async () => ({ ...measureCommits(), ...(await measureRequests()) }),
    close() {
      pool.close();
      raw.close();
      server.disconnect();
    },
  };
}
