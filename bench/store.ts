import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import type { Write } from '#shared/ports.ts';
import { openRawSqlite, threeRows } from './three-rows.ts';

// What does the store cost over SQLite itself?
const runs = 5;
const commitsPerRun = Number(process.argv[2] ?? 300);
const inFlight = 32;

interface Contender {
  run(from: number, count: number): void | Promise<void>;
  close(): void | Promise<void>;
}

function rawSqlite(file: string): Contender {
  const raw = openRawSqlite(file);
  return {
    run(from, count) {
      for (let n = from; n < from + count; n += 1) raw.commit(n);
    },
    close: raw.close,
  };
}

function ourStore(file: string, concurrency: number): Contender {
  const database = openDatabase(file);
  const store = createSqliteStore(database);
  return {
    async run(from, count) {
      let next = from;
      const lane = async (): Promise<void> => {
        while (next < from + count) {
          const writes = threeRows(next).map((put): Write => ({ put, if: { absent: true } }));
          next += 1;
          await store.commit(writes);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, lane));
    },
    close: () => database.close(),
  };
}

async function commitsPerSecond(contender: Contender, round: number): Promise<number> {
  const start = performance.now();
  await contender.run(round * commitsPerRun, commitsPerRun);
  return commitsPerRun / ((performance.now() - start) / 1_000);
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}

const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'vinh-danh-bench-'));
const contenders = {
  raw: rawSqlite(join(folder, 'raw.db')),
  oneByOne: ourStore(join(folder, 'one-by-one.db'), 1),
  inFlight: ourStore(join(folder, 'in-flight.db'), inFlight),
};
const rates: Record<keyof typeof contenders, number[]> = { raw: [], oneByOne: [], inFlight: [] };
for (let round = 0; round <= runs; round += 1) {
  for (const name of ['raw', 'oneByOne', 'inFlight'] as const) {
    const rate = await commitsPerSecond(contenders[name], round);
    // The first round warms up.
    if (round > 0) rates[name].push(rate);
  }
}
for (const contender of Object.values(contenders)) await contender.close();
rmSync(folder, { recursive: true });

const [raw, oneByOne, many] = [median(rates.raw), median(rates.oneByOne), median(rates.inFlight)];
console.log(
  JSON.stringify(
    {
      question:
        'commits of three rows a second, each on the disk before it is answered (median of five rounds)',
      commitsPerSecond: {
        rawSqlite: raw,
        storeOneByOne: oneByOne,
        [`storeWith${String(inFlight)}InFlight`]: many,
      },
      ratios: {
        oneByOneToRaw: oneByOne / raw,
        inFlightToRaw: many / raw,
        inFlightToOneByOne: many / oneByOne,
      },
      commitsPerRound: commitsPerRun,
      node: process.version,
    },
    undefined,
    2,
  ),
);
