import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupManifest } from '#local/backup/backup-manifest.ts';
import { makeBackup, type MadeBackup } from '#local/backup/make-backup.ts';
import { openBackup, type OpenBackupOptions } from '#local/backup/open-backup.ts';
import { restoreBackup, type Restored } from '#local/backup/restore-backup.ts';
import { createSimulatedClock } from '#local/clock.ts';
import { invite, readEnrolment } from '#local/identity/enrolment.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { openHome } from '#local/home.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import { startSignIn, readSignIn } from '#shared/http/sign-in-item.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import type { Item } from '#shared/ports.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { noticeAgain, parseNotice } from '#shared/records/notice-record.ts';
import { measurePart } from '#shared/transfer/parts.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { idNumber, playHalf, playOn, stepsOf, type HalfSeason } from '#tests/support/half-season.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { people } from '#tests/support/small-directory.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { worldStart, type GivenPorts } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import { createSentFiles } from '#tests/support/transfer-ends.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-backup-'));
let folders = 0;
const fresh = (): string => {
  folders += 1;
  return join(root, `folder-${folders}`);
};

/** An office on a data file of its own, and its season wherever it stands. */
async function homeIn(folder: string, given: Pick<GivenPorts, 'settled' | 'random'>): Promise<TestHome> {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase(join(folder, dataFileName));
  const clock = createTestClock(worldStart);
  const files = createSentFiles(folder, clock);
  return createTestHome({
    database,
    store: createSqliteStore(database),
    clock,
    files,
    vault: createVault(folder),
    ...given,
  });
}

let office: TestHome;
let officeFolder: string;
let half: HalfSeason;
let cookie: string;
let made: MadeBackup;
const backUp = (folder: string, withKeys = true, to = fresh()): Promise<MadeBackup> =>
  makeBackup(folder, { to, at: machineNow(), withKeys });

beforeAll(async () => {
  officeFolder = fresh();
  office = await homeIn(officeFolder, { settled: false });
  half = await playHalf(office);
  const { database } = office.ports;
  await prepareIdentity(database, 'demo');
  await createSimulatedClock(database, office.ports.clock.office());
  writeFileSync(join(officeFolder, 'office-ca.pem'), 'an authority', { mode: 0o600 });
  const { store, clock } = office.ports;
  cookie = (await startSignIn(store, { personId: people.wardOfficer.id }, clock)).secret;
  made = await backUp(officeFolder);
}, 30_000);
afterAll(async () => {
  office.workflow.close();
  await office.ports.database.close();
  rmSync(root, { recursive: true });
});

async function refusalOf(run: Promise<unknown>): Promise<TransferRefused> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TransferRefused);
  return error as TransferRefused;
}

async function restore(from: string, to = fresh(), options: OpenBackupOptions = {}): Promise<Restored> {
  return restoreBackup(await openBackup(from, options), to);
}

async function opened<T>(folder: string, look: (home: TestHome) => Promise<T>): Promise<T> {
  const home = await homeIn(folder, { settled: true, random: createSeededRandom(folders) });
  try {
    return await look(home);
  } finally {
    home.workflow.close();
    await home.ports.database.close();
  }
}

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a backup of a running office', () => {
  it('has all of one moment in one file, its papers and keys, for its owner’s eyes only', () => {
    const copy = new DatabaseSync(join(made.folder, dataFileName), { readOnly: true });
    const count = (db: DatabaseSync): unknown => db.prepare('SELECT count(*), sum(version) FROM items').get();
    expect(count(copy)).toEqual(office.ports.database.read(count));
    copy.close();
    expect(made.manifest.files.map(({ id }) => id).toSorted()).toEqual(
      readdirSync(join(officeFolder, 'kept')).toSorted(),
    );
    expect(made.manifest.files.length).toBeGreaterThan(0);
    expect(made.manifest.missingFiles).toEqual([]);
    expect(made.manifest.keys.map(({ name }) => name)).toEqual(['vault-key', 'office-ca.pem']);
    expect(made.manifest.histories).toMatchObject({ faults: [] });
    expect(everyFile(made.folder).filter((path) => (statSync(path).mode & 0o777) !== 0o600)).toEqual([]);
    expect(statSync(made.folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(made.folder, '..'))).toEqual([expect.stringMatching(/^backup-\d{8}T\d{9}Z$/)]);
  });

  it('holds nothing of what was erased before it', async () => {
    const { database } = office.ports;
    const words = 'Nguyễn Thị Đã Xóa '.repeat(100);
    await database.write((db) => {
      db.prepare("INSERT INTO items (pk, sk, version, v, body) VALUES ('SIGNIN#words', 'META', 1, 1, ?)").run(
        JSON.stringify({ words }),
      );
    });
    await database.write((db) => {
      db.prepare("DELETE FROM items WHERE pk = 'SIGNIN#words'").run();
    });
    const { folder } = await backUp(officeFolder);
    expect(readFileSync(join(folder, dataFileName)).includes('Đã Xóa')).toBe(false);
  });

  it('leaves the keys behind where that is asked, and knows them again', async () => {
    const { folder } = await backUp(officeFolder, false);
    expect(readdirSync(join(folder, 'keys'))).toEqual([]);
    expect(await refusalOf(restore(folder))).toMatchObject({
      code: 'KeysMissing',
      facts: { part: 'keys/vault-key' },
    });
    writeFileSync(join(folder, 'keys', 'vault-key'), 'others');
    expect((await refusalOf(restore(folder))).code).toBe('PartResized');
    for (const name of ['vault-key', 'office-ca.pem'])
      cpSync(join(officeFolder, name), join(folder, 'keys', name));
    await restore(folder);
    await restore(folder, fresh(), { withKeys: false });
  });

  it.each<[string, (paper: string) => void]>([
    ['gone', (paper) => rmSync(paper)],
    ['altered', (paper) => appendFileSync(paper, 'more')],
  ])('says which papers were %s', async (_what, spoil) => {
    const to = fresh();
    await restore(made.folder, to);
    const [paper] = readdirSync(join(to, 'kept'));
    spoil(join(to, 'kept', paper!));
    const { manifest, folder } = await backUp(to);
    expect(manifest.missingFiles).toEqual([paper]);
    expect(readdirSync(join(folder, 'kept'))).toEqual([]);
    await restore(folder);
  });

  it('that was killed long ago is cleared away by the next; one that may be under way is not', async () => {
    const to = fresh();
    const old = join(to, 'backup-20201005T010000000Z.part');
    mkdirSync(old, { recursive: true });
    const later = instantSchema.parse(new Date(Date.now() + 2 * 86_400_000).toISOString());
    await makeBackup(officeFolder, { to, at: machineNow(), withKeys: true });
    expect(existsSync(old)).toBe(true);
    await makeBackup(officeFolder, { to, at: later, withKeys: true });
    expect(existsSync(old)).toBe(false);
  });
});

describe('an office that was restored', () => {
  it('is as it was, but for who was signed in and what was about to be told', async () => {
    const folder = fresh();
    const { signIns } = await restore(made.folder, folder);
    expect(signIns).toBe(1);
    expect(statSync(join(folder, dataFileName)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).not.toContain('restoring');
    await opened(folder, async ({ ports }) => {
      const record = ({ pk }: Item): boolean => /^(CASE|LIST|CEREMONY|PERSON|ORG|NUMBER|REGISTER)#/.test(pk);
      const stays = (item: Item): boolean => record(item) && !['EFFECTS', 'FLOW'].includes(item.sk);
      expect(itemsIn(ports.database).filter(stays)).toStrictEqual(
        itemsIn(office.ports.database).filter(stays),
      );
      expect(await readSignIn(ports.store, cookie, ports.clock)).toBeUndefined();
      const sealed = itemsIn(ports.database).find(({ body }) => 'idNumber' in body)?.body['idNumber'] as {
        sealed: string;
      };
      expect(await ports.vault.open(sealed.sealed)).toBe(idNumber);
    });
    for (const name of readdirSync(join(officeFolder, 'kept')))
      expect(readFileSync(join(folder, 'kept', name))).toEqual(
        readFileSync(join(officeFolder, 'kept', name)),
      );
  });

  it('takes no invitation of before: the link may have been used since', async () => {
    const { database, vault } = office.ports;
    const { token } = await invite({ database, vault, now: machineNow }, people.wardOfficer);
    const enrolled = ({ ports }: Pick<TestHome, 'ports'>) =>
      readEnrolment({ ...ports, now: machineNow }, token);
    expect(await enrolled(office)).toMatchObject({ personId: people.wardOfficer.id });
    const folder = fresh();
    await restore((await backUp(officeFolder)).folder, folder);
    await opened(folder, async (home) => {
      expect(await enrolled(home)).toBeUndefined();
    });
  });

  it('goes on in the middle of its season', async () => {
    const folder = fresh();
    await restore(made.folder, folder);
    await opened(folder, async (home) => {
      home.workflow.resumeAll();
      await home.settle();
      expect(await stepsOf(home, half)).toEqual([
        'district-police-letter',
        'district-appraise',
        'ward-letter',
      ]);
      expect(await playOn(home, half)).toContain('AWARDED');
      expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
    });
  });

  it('shows what people were about to be told, and sends no mail of it', async () => {
    const [before, folder] = [fresh(), fresh()];
    await restore(made.folder, before);
    await opened(before, async (home) => {
      const { ports } = home;
      // One notice whose mail failed, one whose mail is due in that of a day, and an act nobody was told of yet.
      const [failed, held] = itemsIn(ports.database).filter(({ pk }) => pk.startsWith('NOTICES#'));
      const heldUntil = parseNotice(held!).at;
      await ports.store.commit([
        noticeAgain({ ...parseNotice(failed!), mail: 'pending' }, failed!.version),
        noticeAgain({ ...parseNotice(held!), mail: 'held', heldUntil }, held!.version),
      ]);
      const deaf = walkIn(home, { ...ports, nudge: () => undefined });
      await deaf.act(people.wardOfficer, half.asked, 'answerSupplement', {
        content: { report: 'Phát hiện 12 vụ việc.' },
      });
    });
    const { mails } = await restore((await backUp(before)).folder, folder);
    await opened(folder, async (home) => {
      const answered = itemsIn(home.ports.database)
        .filter(({ pk }) => pk.startsWith('NOTICES#'))
        .map(parseNotice)
        .filter(({ kind }) => kind === 'SupplementAnswered');
      expect(answered.length).toBeGreaterThan(0);
      expect(mails).toBe(answered.length + 2);
      await sweep(home.ports);
      await home.settle();
      expect(home.ports.mailer.sent).toEqual([]);
    });
  });
});

/** The manifest made anew, as one would who alters a backup and knows how. */
async function refit(
  folder: string,
  change: (manifest: BackupManifest) => object = (same) => same,
): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as BackupManifest;
  const data = await measurePart(join(folder, dataFileName));
  writeFileSync(path, JSON.stringify(change({ ...manifest, data })));
}

const alter = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(path, bytes);
};

const firstPaper = (folder: string): string => join(folder, 'kept', readdirSync(join(folder, 'kept'))[0]!);

describe('a restore refuses, and makes nothing,', () => {
  it.each<[string, (folder: string) => Promise<void> | void, string, OpenBackupOptions?]>([
    ['a folder that is no backup', (folder) => rmSync(join(folder, 'manifest.json')), 'ManifestMissing'],
    [
      'an export',
      (folder) => refit(folder, (same) => ({ ...same, format: 'vinh-danh/office' })),
      'FormatDiffers',
    ],
    [
      'a format of a newer version',
      (folder) => refit(folder, (same) => ({ ...same, version: 2 })),
      'VersionUnknown',
    ],
    [
      'a manifest that was cut off',
      (folder) => truncateSync(join(folder, 'manifest.json'), 100),
      'ManifestUnreadable',
    ],
    [
      'a manifest with a name for a path',
      (folder) => refit(folder, (same) => ({ ...same, files: [{ ...same.files[0], id: '../../x' }] })),
      'ManifestUnreadable',
    ],
    ['another backup than the one noted down', () => undefined, 'ProofDiffers', { proof: '0'.repeat(64) }],
    ['a data file that is gone', (folder) => rmSync(join(folder, dataFileName)), 'PartMissing'],
    [
      'a data file that was cut off',
      (folder) => truncateSync(join(folder, dataFileName), 8_192),
      'PartResized',
    ],
    ['a data file that was altered', (folder) => alter(join(folder, dataFileName)), 'PartAltered'],
    ['a paper that is gone', (folder) => rmSync(firstPaper(folder)), 'PartMissing'],
    ['a paper that was cut off', (folder) => truncateSync(firstPaper(folder), 1), 'PartResized'],
    ['a paper that was altered', (folder) => alter(firstPaper(folder)), 'PartAltered'],
    ['a key that was altered', (folder) => alter(join(folder, 'keys', 'vault-key')), 'PartAltered'],
    [
      'a data file that is none, whatever its manifest says',
      async (folder) => {
        writeFileSync(join(folder, dataFileName), 'not a database '.repeat(1_000));
        await refit(folder);
      },
      'DataFileUnsound',
    ],
    [
      'a data file that was cut off, whatever its manifest says',
      async (folder) => {
        truncateSync(join(folder, dataFileName), 40_960);
        await refit(folder);
      },
      'DataFileUnsound',
    ],
    [
      'a backup of a newer program',
      async (folder) => {
        const db = new DatabaseSync(join(folder, dataFileName));
        db.exec("INSERT INTO migrations VALUES ('items', 99, 'CREATE TABLE later (x)', '2030-01-01')");
        db.close();
        await refit(folder);
      },
      'BackupTooNew',
    ],
  ])('%s', async (_what, spoil, code, options = {}) => {
    const [folder, to] = [fresh(), fresh()];
    cpSync(made.folder, folder, { recursive: true });
    await spoil(folder);
    const { message, ...refused } = await refusalOf(restore(folder, to, options));
    expect(refused.code).toBe(code);
    expect(message).toMatch(/.+\n.+/);
    expect(existsSync(to) ? readdirSync(to).filter((name) => !name.endsWith('.lock')) : []).toEqual([]);
  });

  it('a folder where an office runs, and says who holds it', async () => {
    const { code, message } = await refusalOf(restore(made.folder, officeFolder));
    expect([code, message]).toEqual(['OfficeRuns', expect.stringContaining(`process ${process.pid}`)]);
  });

  it('a folder where an office rests, or where anything else lies', async () => {
    const [rests, other] = [fresh(), fresh()];
    await restore(made.folder, rests);
    const before = everyFile(rests);
    expect((await refusalOf(restore(made.folder, rests))).code).toBe('OfficeThere');
    expect(everyFile(rests)).toEqual(before);
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'mine');
    expect((await refusalOf(restore(made.folder, other))).code).toBe('RestoreFolderTaken');
    expect(readdirSync(other)).toEqual(['letter.txt']);
  });
});

it('an office can’t be opened, nor copied, where a restore was not finished', async () => {
  const folder = fresh();
  mkdirSync(join(folder, 'restoring'), { recursive: true });
  const options = {
    folder,
    kind: 'demo',
    startAt: instantSchema.parse(worldStart),
    host: '127.0.0.1',
    port: 0,
    log: () => undefined,
  } as const;
  await expect(openHome(options)).rejects.toMatchObject({ code: 'RestoreUnfinished' });
  expect((await refusalOf(backUp(folder))).code).toBe('RestoreUnfinished');
  await restore(made.folder, folder);
  const home = await openHome(options);
  await home.close();
});
