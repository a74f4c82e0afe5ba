import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '#local/backup/make-backup.ts';
import { openBackup } from '#local/backup/open-backup.ts';
import { restoreBackup } from '#local/backup/restore-backup.ts';
import { openHome, type Home } from '#local/home.ts';
import { createAccount } from '#local/identity/accounts.ts';
import { cookieKeys, signingKeys } from '#local/identity/keys.ts';
import { mintToken } from '#local/identity/mint-token.ts';
import { mountPath } from '#local/identity/names.ts';
import { dataFileName } from '#local/settings.ts';
import { openReader } from '#local/sqlite/database.ts';
import { backUpBeforeUpgrade } from '#local/sqlite/upgrade-backup.ts';
import { createVault } from '#local/vault.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { ha } from '#tests/support/identity-home.ts';

/** Who has the issuer's keys makes tokens and cookies of anybody. */

const root = mkdtempSync(join(tmpdir(), 'vd-backup-keys-'));
const data = join(root, 'office');
let secrets: string[];

const openOffice = (folder: string): Promise<Home> =>
  openHome({ folder, kind: 'office', host: '127.0.0.1', port: 0, log: () => undefined });

beforeAll(async () => {
  createVault(data);
  const office = await openOffice(data);
  await createAccount(office.database, ha);
  const { d, p, q, dp, dq, qi } = (await signingKeys(office.database))[0]!;
  const whole = [d, p, q, dp, dq, qi, ...(await cookieKeys(office.database))];
  // A long value lies on several pages of the file.
  secrets = whole.flatMap((secret) => secret.match(/.{40}/g) ?? []);
  await office.close();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const foundIn = (file: string): string[] => {
  const bytes = readFileSync(file);
  return secrets.filter((secret) => bytes.includes(secret));
};

/** What the API answers to a token of Hà that the keys in one file signed for the issuer of a home. */
async function answerTo(home: Home, signedIn: string): Promise<string> {
  const keys = openReader(join(signedIn, dataFileName));
  const token = await mintToken(keys, ha.username, { now: machineNow(), issuer: home.url + mountPath });
  await keys.close();
  return (await fetch(`${home.url}/api/inbox`, { headers: { authorization: `Bearer ${token}` } })).text();
}

describe('the keys that the issuer signs with', () => {
  it.each([{ withKeys: true }, { withKeys: false }])(
    'are in no backup ($withKeys for the others), and a restored office makes its own',
    async ({ withKeys }) => {
      expect(foundIn(join(data, dataFileName)).length).toBeGreaterThan(secrets.length - 5);
      const { folder } = await makeBackup(data, { to: join(root, 'backups'), at: machineNow(), withKeys });
      expect(readdirSync(folder)).not.toContain(`${dataFileName}-journal`);
      expect(foundIn(join(folder, dataFileName))).toEqual([]);
      const to = join(root, `restored-${withKeys}`);
      await restoreBackup(await openBackup(folder, { withKeys }), to);
      const home = await openOffice(to);
      const wrong = await answerTo(home, data);
      const right = await answerTo(home, to);
      await home.close();
      expect(wrong).toContain('"code":"TokenInvalid"');
      // A good token of somebody who is not in the directory.
      expect(right).toContain('"code":"SignInNeeded"');
    },
  );

  it('are in no copy that is kept before an upgrade', () => {
    const db = new DatabaseSync(join(data, dataFileName));
    backUpBeforeUpgrade(db, join(data, dataFileName));
    db.close();
    const [copy] = readdirSync(join(data, 'backups'));
    expect(foundIn(join(data, 'backups', copy!))).toEqual([]);
  });
});
