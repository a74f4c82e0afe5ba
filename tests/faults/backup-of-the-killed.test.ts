import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#tests/support/free-port.ts';
import { bundleHomeProcess, startHomeProcess } from '#tests/support/killable-home.ts';
import { lostOrBroken } from '#tests/support/lost-or-broken.ts';
import { OfficeClient } from '#tests/support/office-client.ts';
import { nominationOf } from '#tests/support/office-workers.ts';
import { runOperate } from '#tests/support/operate.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-backup-of-the-killed-'));
const folder = (name: string): string => join(root, name);
beforeAll(bundleHomeProcess);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('an office that was killed in the midst of its work', { timeout: 120_000 }, () => {
  it('is backed up as it lies there, and comes back with every act that was acknowledged', async () => {
    const home = await startHomeProcess(folder('office'), await freePort());
    const who = { username: 'ward-officer', token: home.tokens['ward-officer'] ?? '' };
    const over = new AbortController();
    const client = new OfficeClient(
      () => home.url,
      () => over.signal.aborted,
    );
    const working = Array.from({ length: 8 }, async (_, lane) => {
      for (let count = 0; !over.signal.aborted; count += 1)
        await client.act(
          who,
          '/api/nominations',
          nominationOf(`Đỗ Văn ${String(lane)} ${String(count)}`, 1960),
        );
    });
    await client.untilMore(100);
    await home.kill();
    over.abort();
    await Promise.allSettled(working);

    const made = await runOperate(['backup', '--data', folder('office'), '--to', folder('backups')]);
    expect([made.code, made.err]).toEqual([0, '']);
    const [backup] = readdirSync(folder('backups'));
    const restored = await runOperate([
      'restore',
      '--from',
      join(folder('backups'), backup ?? ''),
      '--data',
      folder('restored'),
    ]);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(await lostOrBroken(folder('restored'), client.acknowledged)).toEqual([]);
    const verified = await runOperate(['verify-history', '--data', folder('restored')]);
    expect([verified.code, verified.err]).toEqual([0, '']);
  });
});
