import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '#local/backup/open-backup.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import { createVault } from '#local/vault.ts';
import { keptFileOf } from '#shared/transfer/travels.ts';
import { playHalf, type HalfSeason } from '#tests/support/half-season.ts';
import { keepPaper } from '#tests/support/minutes.ts';
import { runOperate } from '#tests/support/operate.ts';
import { people } from '#tests/support/small-directory.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import { createSentFiles } from '#tests/support/transfer-ends.ts';

/** `npm run backup` and `restore`, as an operator types them, each in a process of its own. */

const root = mkdtempSync(join(tmpdir(), 'vd-backup-commands-'));
const folder = (name: string): string => join(root, name);
const operate = fileURLToPath(new URL('../../scripts/operate.mjs', import.meta.url));

let office: TestHome;
let half: HalfSeason;
beforeAll(async () => {
  mkdirSync(folder('office'));
  const database = openDatabase(join(folder('office'), dataFileName));
  const clock = createTestClock(worldStart);
  const files = createSentFiles(folder('office'), clock);
  const vault = createVault(folder('office'));
  office = await createTestHome({ database, store: createSqliteStore(database), clock, files, vault });
  half = await playHalf(office);
}, 30_000);
afterAll(async () => {
  office.workflow.close();
  await office.ports.database.close();
  rmSync(root, { recursive: true });
});

const onlyBackupIn = (to: string): string => {
  const names = readdirSync(folder(to));
  expect(names).toEqual([expect.stringMatching(/^backup-\w+$/)]);
  return join(folder(to), names[0]!);
};

// Each command is a program of its own: on a busy machine it starts slowly.
describe('an operator', { timeout: 60_000 }, () => {
  it('backs up while papers come in, has the bytes of each that the records keep, and restores them', async () => {
    const paper = (): Promise<void> =>
      keepPaper(office.ports, people.wardOfficer, { case: half.draft }, 'other');
    // So many that whoever copied papers before records would be at it for a while.
    for (let count = 0; count < 40; count += 1) await paper();
    const made = runOperate(['backup', '--data', folder('office'), '--to', folder('backups')]);
    const over = new AbortController();
    void made.finally(() => {
      over.abort();
    });
    let came = 0;
    for (; !over.signal.aborted; came += 1) await paper();
    expect(await made).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/Đã sao lưu vào[^]*proof of this backup/) as string,
    });
    const backup = await openBackup(onlyBackupIn('backups'));
    const kept: string[] = [];
    for await (const items of createSqliteRecords(join(backup.folder, dataFileName)).items())
      kept.push(...items.flatMap((item) => keptFileOf(item)?.id ?? []));
    expect(backup.manifest.files.map(({ id }) => id)).toEqual(kept);
    expect(backup.manifest.missingFiles).toEqual([]);
    expect(came).toBeGreaterThan(10);

    const restored = await runOperate([
      'restore',
      '--from',
      backup.folder,
      '--data',
      folder('restored'),
      '--proof',
      backup.proof,
    ]);
    expect(restored).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/Đã khôi phục[^]*restore-an-office/) as string,
    });
    expect(readdirSync(join(folder('restored'), 'kept')).toSorted()).toEqual(kept.toSorted());
  });

  it('whose backup was killed has none under its name, and the next one is whole', async () => {
    const args = ['backup', '--data', folder('office'), '--to', folder('killed')];
    const child = spawn(process.execPath, [operate, ...args], { stdio: 'ignore' });
    const gone = once(child, 'exit');
    while (!existsSync(folder('killed')) || readdirSync(folder('killed')).length === 0)
      await new Promise(setImmediate);
    child.kill('SIGKILL');
    await gone;
    expect(readdirSync(folder('killed'))).toEqual([expect.stringMatching(/\.part$/)]);
    expect((await runOperate(args)).code).toBe(0);
    const [whole] = readdirSync(folder('killed')).filter((name) => !name.endsWith('.part'));
    await openBackup(join(folder('killed'), whole!));
  });

  it.each<[string, readonly string[], RegExp]>([
    ['what backup needs', ['backup', '--data', 'x'], /Cách dùng[^]*Usage/],
    ['what restore needs', ['restore'], /Cách dùng[^]*Usage/],
    [
      'that there is no office',
      ['backup', '--data', folder('none'), '--to', folder('x')],
      /Không thấy[^]*no data file/,
    ],
    [
      'that there is no backup',
      ['restore', '--from', folder('none'), '--data', folder('new')],
      /không có[^]*no manifest/,
    ],
    [
      'who holds the office',
      ['import', '--data', folder('office'), '--from', folder('export')],
      /đang được dùng[^]*in use by process \d+ on /,
    ],
  ])('is told in both languages %s', async (_what, args, said) => {
    if (args[0] === 'import')
      await runOperate(['export', '--data', folder('office'), '--to', folder('export')]);
    const { code, err } = await runOperate(args);
    expect(code).toBe(1);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^ +at /m);
    expect(existsSync(folder('new'))).toBe(false);
  });
});
