import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFailingDisk } from '#tests/support/failing-disk.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createSmallDisk } from '#tests/support/full-disk.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';
import { holdsAnswer, lostOrBroken } from '#tests/support/lost-or-broken.ts';
import { OfficeClient, type Answer, type Worker } from '#tests/support/office-client.ts';
import { runProgram } from '#tests/support/program.ts';
import { draftOne, nominateOne, nominationOf } from '#tests/support/office-workers.ts';

const disk = createFailingDisk();
const small = createSmallDisk(48);
const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-failing-'));
let home: KillableHome | undefined;
let port = 0;

beforeAll(async () => {
  await bundleHomeProcess();
  port = await freePort();
});
afterEach(async () => {
  await home?.kill();
});
afterAll(() => {
  for (const one of [disk, small]) if (typeof one !== 'string') one.remove();
  rmSync(folder, { recursive: true, force: true });
});

const client = new OfficeClient(
  () => home?.url ?? '',
  () => true,
  false,
);
const officer = (): Worker => ({ username: 'ward-officer', token: home?.tokens['ward-officer'] ?? '' });
const secretary = (): Worker => ({ username: 'ward-secretary', token: home?.tokens['ward-secretary'] ?? '' });
let entered = 0;
const draft = async (): Promise<string> => {
  entered += 1;
  return draftOne(client, officer(), `Nguyễn Văn Đĩa ${String(entered)}`, 1900 + entered);
};
const submit = (id: string, key: string): Promise<Answer> =>
  client.act(officer(), `/api/cases/${id}/submit`, { noSecrets: true }, { key });

/** The flow has opened the council's step of all of them. */
async function untilWaiting(ids: readonly string[]): Promise<void> {
  for (let missing = ids.length; missing > 0;) {
    await pause(50);
    const { body } = await client.get(secretary(), '/api/inbox');
    const rows = (body as { rows: { id: string }[] }).rows.map(({ id }) => id);
    missing = ids.filter((id) => !rows.includes(id)).length;
  }
}

function expectRefusedForTheDisk(answer: Answer): void {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
  expect(answer.body).toMatchObject({ code: 'StorageFailing', retry: true });
  const { texts } = answer.body as { texts: { vi: string; en: string } };
  expect(texts.vi).toMatch(/ổ đĩa.*chưa được lưu.*gửi lại/);
  expect(texts.en).toMatch(/disk.*send it again/);
}

// What proves this must not be missing unseen: where it is known to work it is left out by somebody's will only.
const leftOut = 'WITHOUT_FAILING_DISK';
const mustWork = process.platform === 'linux' && process.arch === 'x64' && process.env[leftOut] === undefined;

it.runIf(mustWork)(`calls to the disk can be made to fail here, or ${leftOut}=1 leaves them out`, () => {
  const missing = [disk, small].filter((one) => typeof one === 'string');
  expect(missing, `${leftOut}=1 leaves out what can’t be done here`).toEqual([]);
});

describe.skipIf(typeof disk === 'string')(
  `calls to the disk that fail${typeof disk === 'string' ? ` (left out: ${disk})` : ''}`,
  () => {
    if (typeof disk === 'string') return;
    const faults = [
      ['an fsync that fails', 'fsync', 'EIO'],
      ['a log that can’t be written', 'write', 'EIO'],
      ['a file that became read-only', 'write', 'EROFS'],
      ['a disk that is full', 'write', 'ENOSPC'],
    ] as const;

    it.each(faults)('%s: acts are refused, and go on when it is over', async (_, call, errno) => {
      home = await startHomeProcess(folder, port, disk.env);
      const before = await nominateOne(client, officer(), `Trần Văn Trước ${errno}${call}`, 1950);
      const id = await draft();
      const key = randomUUID();
      disk.fail(call, errno);
      for (let again = 0; again < 3; again += 1) expectRefusedForTheDisk(await submit(id, key));
      const { body } = await client.get(officer(), `/api/cases/${id}`);
      expect(body).toMatchObject({ status: 'DRAFT' });
      disk.mend();
      expect((await submit(id, key)).status).toBe(200);
      await untilWaiting([before, id]);
      await home.kill();
      expect(await lostOrBroken(folder, client.acknowledged)).toEqual([]);
    });

    it.each(faults)(
      '%s, and then the process dies: what was refused was not done',
      async (_, call, errno) => {
        home = await startHomeProcess(folder, port, disk.env);
        const id = await draft();
        const key = randomUUID();
        await home.settle();
        disk.fail(call, errno);
        expectRefusedForTheDisk(await submit(id, key));
        await home.kill();
        disk.mend();
        expect(await holdsAnswer(folder, 'ward-officer', key)).toBe(false);
        expect(await lostOrBroken(folder, client.acknowledged)).toEqual([]);
        home = await startHomeProcess(folder, port);
        expect((await submit(id, key)).status).toBe(200);
        await untilWaiting([id]);
        await home.rest();
        expect(await lostOrBroken(folder, client.acknowledged, true)).toEqual([]);
      },
    );
  },
);

describe.skipIf(typeof small === 'string')(
  `a disk of its own${typeof small === 'string' ? ` (left out: ${small})` : ''}`,
  () => {
    if (typeof small === 'string') return;

    it('that is full to the last byte: acts are refused, reading goes on, work too when there is space', async () => {
      const first = client.acknowledged.length;
      home = await startHomeProcess(small.folder, port);
      const acknowledged = () => client.acknowledged.slice(first);
      const ids: string[] = [];
      const fillAndAct = async (): Promise<{ id: string; key: string }> => {
        const id = await draft();
        const key = randomUUID();
        small.fill();
        // What the log still has room for is taken.
        for (;;) {
          const { status, body } = await client.act(
            officer(),
            '/api/nominations',
            nominationOf('Lê Thị Đầy', 1960),
          );
          if (status === 503) break;
          ids.push((body as { id: string }).id);
        }
        expectRefusedForTheDisk(await submit(id, key));
        expect((await client.get(officer(), `/api/cases/${id}`)).body).toMatchObject({ status: 'DRAFT' });
        return { id, key };
      };
      const refused = await fillAndAct();
      small.clear();
      expect((await submit(refused.id, refused.key)).status).toBe(200);
      await untilWaiting([refused.id]);
      const again = await fillAndAct();
      await home.kill();
      small.fill();
      const { code, err } = await runProgram('serve', ['--data', small.folder, '--port', '0']).ended;
      expect([code, err]).toEqual([1, expect.stringMatching(/Ổ đĩa đã đầy[^]*The disk is full/)]);
      small.clear();
      expect(await holdsAnswer(small.folder, 'ward-officer', again.key)).toBe(false);
      expect(await lostOrBroken(small.folder, acknowledged())).toEqual([]);
      home = await startHomeProcess(small.folder, port);
      expect((await submit(again.id, again.key)).status).toBe(200);
      await untilWaiting([again.id]);
      await home.rest();
      expect(await lostOrBroken(small.folder, acknowledged(), true)).toEqual([]);
    });
  },
);
