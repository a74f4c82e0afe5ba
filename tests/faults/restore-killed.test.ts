import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBackup } from '#local/backup/make-backup.ts';
import { openBackup } from '#local/backup/open-backup.ts';
import { restoreBackup } from '#local/backup/restore-backup.ts';
import { createSimulatedClock } from '#local/clock.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { playHalf } from '#tests/support/half-season.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import { createSentFiles } from '#tests/support/transfer-ends.ts';

const program = fileURLToPath(new URL('../support/restore-until-killed.ts', import.meta.url));
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
/** `KILLS=all`: at each touch of the disk. */
const kills = process.env['KILLS'] ?? '16';

const root = mkdtempSync(join(tmpdir(), 'vinh-danh-restore-killed-'));
const folder = (name: string): string => join(root, name);
let backup: string;
beforeAll(async () => {
  const office = folder('office');
  const clock = createTestClock(worldStart);
  const files = createSentFiles(office, clock);
  const database = openDatabase(join(office, dataFileName));
  const store = createSqliteStore(database);
  const home = await createTestHome({ database, store, clock, files, vault: createVault(office) });
  await playHalf(home);
  await prepareIdentity(database, 'demo');
  await createSimulatedClock(database, clock.office());
  backup = (await makeBackup(office, { to: folder('backups'), at: machineNow(), withKeys: true })).folder;
  home.workflow.close();
  await database.close();
}, 30_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function restoreUntil(killedAt: number, to: string): Promise<{ signal: string | null; said: string }> {
  const child = spawn(process.execPath, [program, backup, to, String(killedAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { signal, said: said.join('') };
}

/** What an office consists of: every record and its version, papers, keys. */
function officeIn(place: string): unknown {
  const db = new DatabaseSync(join(place, dataFileName), { readOnly: true });
  try {
    return {
      sound: db.prepare('PRAGMA integrity_check').get(),
      items: db.prepare('SELECT pk, sk, version FROM items ORDER BY pk, sk').all(),
      kept: readdirSync(join(place, 'kept')).map((name) => readFileSync(join(place, 'kept', name), 'hex')),
      keys: readFileSync(join(place, 'vault-key'), 'utf8'),
    };
  } finally {
    db.close();
  }
}

/** An office that is started there; undefined where nobody has begun anything. */
async function started(place: string): Promise<'whole' | 'refused' | undefined> {
  const file = join(place, dataFileName);
  if (!existsSync(file) && !existsSync(join(place, 'restoring'))) return undefined;
  try {
    await openDatabase(file).close();
    return 'whole';
  } catch (error) {
    expect((error as TransferRefused).code).toBe('RestoreUnfinished');
    return 'refused';
  }
}

it(
  `is whole or can’t be opened after a kill at any of its steps, and whole when it was run again (KILLS=${kills} SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    const straight = await restoreUntil(0, folder('straight'));
    const steps = Number(straight.said);
    const whole = officeIn(folder('straight'));
    const random = createSeededRandom(seed);
    const all = Array.from({ length: steps }, (_, index) => index + 1);
    const chosen =
      kills === 'all' ? all : all.toSorted(() => random.bytes(1)[0]! - 128).slice(0, Number(kills));
    const found: Record<string, number> = {};
    for (const step of chosen) {
      const to = folder(`killed-${step}`);
      expect((await restoreUntil(step, to)).signal).toBe('SIGKILL');
      const state = await started(to);
      found[state ?? 'untouched'] = (found[state ?? 'untouched'] ?? 0) + 1;
      if (state === 'whole') expect(officeIn(to), `step ${step}`).toEqual(whole);
      const again = restoreBackup(await openBackup(backup), to);
      if (state === 'whole') await expect(again).rejects.toMatchObject({ code: 'OfficeThere' });
      else await again;
      expect(officeIn(to), `step ${step}`).toEqual(whole);
      rmSync(to, { recursive: true });
    }
    console.log(`restore killed: ${steps} steps, ${JSON.stringify(found)}`);
  },
);
