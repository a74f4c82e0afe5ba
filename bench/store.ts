import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '#local/sqlite/database.ts';
import { columns, itemMigrations, toRow } from '#local/sqlite/item-row.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import type { Item, Write } from '#shared/ports.ts';

// What does the store cost over SQLite itself? An act stores three rows: the record, its entry, an inbox row.
const runs = 5;
const commitsPerRun = Number(process.argv[2] ?? 300);
const inFlight = 32;

interface Contender {
  run(from: number, count: number): void | Promise<void>;
  close(): void | Promise<void>;
}

function threeRows(n: number): readonly [Item, Item, Item] {
  const pk = `CASE#${String(n)}`;
  const body = { subject: 'Nguyễn Thị Hường', step: 'RECEIVE', form: 'GIAY_KHEN', text: 'x'.repeat(300) };
  return [
    {
      pk,
      sk: 'META',
      version: 1,
      v: 1,
      body,
      g1: { pk: 'ORG#7#OPEN', sk: pk },
      g2: { pk: 'ROUND#2025', sk: pk },
    },
    { pk, sk: 'ENTRY#000001', version: 1, v: 1, body },
    { pk: 'INBOX#7#CLERK', sk: `2025-07-01#${pk}`, version: 1, v: 1, body: { case: pk } },
  ];
}

/** The least that is as durable: prepared inserts, one transaction and one fsync for three rows. */
function rawSqlite(file: string): Contender {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  for (const sql of itemMigrations) db.exec(sql);
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const insert = db.prepare(`INSERT INTO items (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    run(from, count) {
      for (let n = from; n < from + count; n += 1) {
        begin.run();
        for (const item of threeRows(n)) insert.run(...toRow(item));
        commit.run();
      }
    },
    close() {
      db.close();
    },
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
