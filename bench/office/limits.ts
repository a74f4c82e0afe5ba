import { join } from 'node:path';
import { openRawSqlite } from '#bench/three-rows.ts';
import { createPool } from './client.ts';
import { inLanes, quantile } from './figures.ts';
import { programs } from './bundles.ts';
import type { Limits } from './report.ts';
import { mostMemory, startProgram } from './started.ts';

export interface LimitsMeter {
  measure(): Promise<Limits>;
  close(): Promise<void>;
}

const commitsARound = 300;
const requestsARound = 1_000;
const startBare = (port: number): readonly string[] => [programs.bareServer, String(port)];

/** @param folder on the disk that holds the office's file */
export async function openLimitsMeter(folder: string): Promise<LimitsMeter> {
  const raw = openRawSqlite(join(folder, 'raw.sqlite'));
  const server = await startProgram(startBare, '/');
  const pool = createPool(server.url, 32);
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

  async function measureStart() {
    const other = await startProgram(startBare, '/');
    await other.kill();
    return { bareStart: other.firstPageMs };
  }

  return {
    measure: async () => ({
      ...measureCommits(),
      ...(await measureRequests()),
      ...(await measureStart()),
      bareMemory: mostMemory(server.pid) ?? Number.NaN,
    }),
    async close() {
      pool.close();
      raw.close();
      await server.kill();
    },
  };
}
