import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '#local/backup/make-backup.ts';
import { openBackup } from '#local/backup/open-backup.ts';
import { restoreBackup } from '#local/backup/restore-backup.ts';
import { openHome } from '#local/home.ts';
import { createAccount, findByPerson } from '#local/identity/accounts.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { draftNomination, worldStart, writeSmallDirectory } from '#tests/support/small-world.ts';
import { people } from '#tests/support/small-directory.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-upgrade-'));
let folders = 0;

function fresh(): string {
  folders += 1;
  const folder = join(root, String(folders));
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

const open = (folder: string) =>
  openHome({
    ...{ folder, kind: 'demo', host: '127.0.0.1', port: 0 },
    startAt: instantSchema.parse(worldStart),
    log: () => undefined,
  });

let written: string;

beforeAll(async () => {
  written = fresh();
  const home = await open(written);
  const { ports } = home.dependencies;
  await writeSmallDirectory(ports);
  await draftNomination(ports, { name: 'Nguyễn Thị Sáu' });
  const { id, username } = people.wardOfficer;
  await createAccount(home.database, { personId: id, username, demo: true });
  await home.close();
}, 30_000);
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** A copy of the office's data file in a folder of its own. */
function copied(file = join(written, dataFileName)): string {
  const folder = fresh();
  copyFileSync(file, join(folder, dataFileName));
  return folder;
}

/** Makes of it what the program before wrote. */
function takeBackIdentity(folder: string): void {
  const db = new DatabaseSync(join(folder, dataFileName));
  for (const column of ['totp', 'totp_step', 'reset_at'])
    db.exec(`ALTER TABLE identity_account DROP COLUMN ${column}`);
  db.exec(`DROP TABLE identity_recovery; DROP TABLE identity_enrolment;
    DELETE FROM migrations WHERE area = 'identity' AND step = 2`);
  db.close();
}

function rowsIn<T>(folder: string, look: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(folder, dataFileName), { readOnly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

const itemsIn = (folder: string): readonly unknown[] =>
  rowsIn(folder, (db) => db.prepare('SELECT pk, sk, body FROM items ORDER BY pk, sk').all());
const stepsIn = (folder: string): readonly unknown[] =>
  rowsIn(folder, (db) => db.prepare('SELECT area, step, sql FROM migrations ORDER BY area, step').all());
const backupsIn = (folder: string): string[] => readdirSync(join(folder, 'backups'));

/** By the runbook: the kept copy takes the place of the data file. */
const backFrom = (folder: string): string => copied(join(folder, 'backups', backupsIn(folder)[0]!));

async function opensWithAll(folder: string): Promise<void> {
  const before = itemsIn(written);
  const home = await open(folder);
  try {
    expect(itemsIn(folder)).toEqual(before);
    expect(home.database.read((db) => findByPerson(db, people.wardOfficer.id))).toMatchObject({
      username: people.wardOfficer.username,
    });
  } finally {
    await home.close();
  }
}

describe('a data file of the program before', () => {
  it('is copied whole, then brought to what this program knows', async () => {
    const folder = copied();
    takeBackIdentity(folder);
    const before = stepsIn(folder);
    await opensWithAll(folder);
    expect(stepsIn(folder)).toEqual(stepsIn(written));
    expect(backupsIn(folder)).toEqual([expect.stringMatching(/^before-upgrade-\d+-\d{8}T\d{6}Z\.sqlite$/)]);
    const back = backFrom(folder);
    expect(stepsIn(back)).toEqual(before);
    expect(itemsIn(back)).toEqual(itemsIn(written));
    await opensWithAll(back);
  });

  it('that was backed up then is restored by this program', async () => {
    const folder = copied();
    takeBackIdentity(folder);
    const made = await makeBackup(folder, { to: fresh(), at: machineNow(), withKeys: true });
    const restored = join(fresh(), 'restored');
    await restoreBackup(await openBackup(made.folder), restored);
    expect(stepsIn(restored)).toEqual(stepsIn(written));
    await opensWithAll(restored);
  });
});

describe('a data file of this program, changed by a later one', () => {
  const areas = ['identity', 'items', 'mailbox', 'office-clock', 'workflow'] as const;

  it('has these areas, each of which is tried', () => {
    const found = rowsIn(written, (db) => db.prepare('SELECT DISTINCT area FROM migrations').all());
    expect(found.map(({ area }) => area).toSorted()).toEqual([...areas]);
  });

  it.each(areas)('in its area %s, goes on with this program from the copy that was kept', async (area) => {
    const folder = copied();
    const steps = rowsIn(folder, (db) =>
      db.prepare('SELECT sql FROM migrations WHERE area = ? ORDER BY step').all(area),
    ).map(({ sql }) => String(sql));
    const later = openDatabase(join(folder, dataFileName));
    later.migrate(area, [...steps, 'DELETE FROM items; CREATE TABLE later (word TEXT)']);
    await later.close();
    expect(itemsIn(folder)).toEqual([]);
    const back = backFrom(folder);
    expect(stepsIn(back)).toEqual(stepsIn(written));
    const made = await makeBackup(back, { to: fresh(), at: machineNow(), withKeys: true });
    const restored = join(fresh(), 'restored');
    await restoreBackup(await openBackup(made.folder), restored);
    await opensWithAll(restored);
  });
});
