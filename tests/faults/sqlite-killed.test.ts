import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, openReader } from '#local/sqlite/database.ts';
import { createSqliteReader, createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { pagesOf } from '#tests/contract/store-subject.ts';

const program = fileURLToPath(new URL('../support/commit-until-killed.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-killed-'));
let child: ChildProcess | undefined;

afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true, force: true });
});

async function kill(): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const silent = once(child, 'close');
  child.kill('SIGKILL');
  await silent;
}

/** Runs until the process has answered so many commits; what it answers after that is collected too. */
async function startAndAwait(file: string, count: number): Promise<readonly number[]> {
  const started = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  const answered: number[] = [];
  const enough = Promise.withResolvers<undefined>();
  started.on('exit', () => {
    enough.reject(new Error('the process ended too early'));
  });
  createInterface(started.stdout).on('line', (line) => {
    answered.push(Number(line));
    if (answered.length === count) enough.resolve(undefined);
  });
  await enough.promise;
  return answered;
}

describe('a process that is killed while it writes', () => {
  it('held the file alone, and leaves every answered commit whole in it', async () => {
    const file = join(folder, 'office.db');
    const answered = await startAndAwait(file, 100);

    expect(() => openDatabase(file)).toThrow(
      new RegExp(`in use by process ${String(child?.pid)} on .+ since \\d\\d/`),
    );
    const reader = openReader(file);
    expect((await createSqliteReader(reader).query({ pk: 'META' })).items.length).toBeGreaterThan(50);
    await reader.close();

    await kill();
    const database = openDatabase(file);
    const store = createSqliteStore(database);
    const read = async (pk: string): Promise<readonly number[]> =>
      (await pagesOf(store, { pk })).flat().map((item) => Number(item.sk));
    const stored = await read('META');

    expect(stored).toEqual(expect.arrayContaining([...answered]));
    expect(await read('ENTRY')).toEqual(stored);
    expect(database.read((db) => db.prepare('PRAGMA integrity_check').get())).toEqual({
      integrity_check: 'ok',
    });
    await store.commit([
      { put: { pk: 'META', sk: 'after', version: 1, v: 1, body: {} }, if: { absent: true } },
    ]);
    await database.close();
  });
});
