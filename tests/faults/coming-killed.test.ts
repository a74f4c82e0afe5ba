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
import { importFolder } from '#local/transfer/import-folder.ts';
import { createVault } from '#local/vault.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import type { TransferRefused } from '#shared/transfer/refused.ts';
import { playHalf } from '#tests/support/half-season.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import { createSentFiles, exportFrom, placeOn } from '#tests/support/transfer-ends.ts';

const program = fileURLToPath(new URL('../support/come-until-killed.ts', import.meta.url));
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
/** `KILLS=all`: at each touch of the disk. */
const kills = process.env['KILLS'] ?? '10';

const root = mkdtempSync(join(tmpdir(), 'vinh-danh-restore-killed-'));
const folder = (name: string): string => join(root, name);
type Way = 'restore' | 'import';
const from: Record<Way, string> = { restore: '', import: folder('export') };
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
  const { folder: backup } = await makeBackup(office, {
    to: folder('backups'),
    at: machineNow(),
    withKeys: true,
  });
  from.restore = backup;
  await exportFrom(placeOn(database, store, office), from.import);
  home.workflow.close();
  await database.close();
}, 30_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function comeUntil(
  way: Way,
  killedAt: number,
  to: string,
): Promise<{ readonly signal: string | null; readonly said: string }> {
  const child = spawn(process.execPath, [program, way, from[way], to, String(killedAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { signal, said: said.join('') };
}

const comeAgain: Record<Way, (to: string) => Promise<unknown>> = {
  restore: async (to) => restoreBackup(await openBackup(from.restore), to),
  import: async (to) => importFolder(await openExport(from.import), to, () => undefined),
};

const thereAlready: Record<Way, string> = { restore: 'OfficeThere', import: 'ImportedAlready' };

/** What an office consists of: every record and its version, papers, keys. */
function officeIn(place: string): unknown {
  const db = new DatabaseSync(join(place, dataFileName), { readOnly: true });
  try {
    return {
      sound: db.prepare('PRAGMA integrity_check').get(),
      items: db.prepare("SELECT pk, sk, version FROM items WHERE pk <> 'IMPORT' ORDER BY pk, sk").all(),
      kept: readdirSync(join(place, 'kept')).map((name) => readFileSync(join(place, 'kept', name), 'hex')),
      keys: readFileSync(join(place, 'vault-key'), 'utf8'),
    };
  } finally {
    db.close();
  }
}

/** An office that is started there; untouched where it would be a new one, with nothing in it. */
async function started(place: string): Promise<'whole' | 'refused' | 'untouched'> {
  const file = join(place, dataFileName);
  if (!existsSync(file) && !existsSync(join(place, 'restoring'))) return 'untouched';
  try {
    const database = openDatabase(file);
    try {
      const store = createSqliteStore(database);
      await refuseUnfinished(store);
      return itemsIn(database).length === 0 ? 'untouched' : 'whole';
    } finally {
      await database.close();
    }
  } catch (error) {
    expect((error as TransferRefused).code).toMatch(/^(Restore|Import)Unfinished$/);
    return 'refused';
  }
}

it.each(['restore', 'import'] as const)(
  `%s: an office is whole or can’t be opened after a kill before a touch of the disk, and whole when it was run again (KILLS=${kills} SEED=${seed})`,
  { timeout: 600_000 },
  async (way) => {
    const straight = folder(`${way}-straight`);
    const steps = Number((await comeUntil(way, 0, straight)).said);
    const whole = officeIn(straight);
    const random = createSeededRandom(seed);
    const all = Array.from({ length: steps }, (_, index) => index + 1);
    const chosen =
      kills === 'all' ? all : all.toSorted(() => random.bytes(1)[0]! - 128).slice(0, Number(kills));
    const found = { whole: 0, refused: 0, untouched: 0 };
    for (const step of chosen) {
      const to = folder(`${way}-${step}`);
      expect((await comeUntil(way, step, to)).signal).toBe('SIGKILL');
      const state = await started(to);
      found[state] += 1;
      expect(state === 'whole' ? officeIn(to) : whole, `step ${step}`).toEqual(whole);
      const again = await comeAgain[way](to).then(
        () => 'done',
        (error: unknown) => (error as TransferRefused).code,
      );
      expect(again, `step ${step}`).toBe(state === 'whole' ? thereAlready[way] : 'done');
      expect(officeIn(to), `step ${step}`).toEqual(whole);
      rmSync(to, { recursive: true });
    }
    expect(found.refused).toBeGreaterThan(0);
  },
);
