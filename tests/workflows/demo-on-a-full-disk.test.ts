import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openHome, type Home } from '#local/home.ts';
import { instantSchema } from '#shared/domain/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-full-'));
let home: Home | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await home?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a demo goes on where nothing can be written when its clock is to be noted', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const told: string[] = [];
  home = await openHome({
    folder,
    kind: 'demo',
    startAt: instantSchema.parse('2020-12-14T01:00:00.000Z'),
    host: '127.0.0.1',
    port: 0,
    log: (code, { error }) => told.push(`${code} ${String(error)}`),
  });
  await home.dependencies.settle();
  const { database, url } = home;
  database.read((db) => {
    db.exec('PRAGMA query_only = ON');
  });
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => {
    expect(told).toContainEqual(expect.stringMatching(/^SweepFailed StorageFailing/));
  });
  expect((await fetch(`${url}/follow`)).status).toBe(200);
  database.read((db) => {
    db.exec('PRAGMA query_only = OFF');
  });
});
