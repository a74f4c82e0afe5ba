import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHome } from '#local/home.ts';
import { answerRequests, askOwner } from '#local/operate/requests.ts';
import { dataFileName } from '#local/settings.ts';
import { authorityFile, openAuthority } from '#local/tls/office-authority.ts';
import { ownDatabase } from '#local/transfer/data-folder.ts';
import { createVault } from '#local/vault.ts';
import { machineNow } from '#shared/machine/system-clock.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-own-'));
let folders = 0;
const folderWith = (mode: number): string => {
  folders += 1;
  const folder = join(root, `folder-${folders}`);
  mkdirSync(folder);
  chmodSync(folder, mode);
  return folder;
};
const modeOf = (path: string): number => statSync(path).mode & 0o7777;
const log = (): void => undefined;
const openOffice = (folder: string) => openHome({ folder, kind: 'office', host: '127.0.0.1', port: 0, log });

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a data folder that is there', () => {
  it('is taken back from everybody else when it is opened, and all that is made in it', async () => {
    const folder = folderWith(0o777);
    mkdirSync(join(folder, 'requests'));
    chmodSync(join(folder, 'requests'), 0o777);
    const office = await openOffice(folder);
    const [own, requests] = [folder, join(folder, 'requests')].map(modeOf);
    const files = ['', '.lock', '.holder'].map((ending) => modeOf(join(folder, dataFileName + ending)));
    await office.close();
    expect([own, requests, ...files]).toEqual([0o700, 0o700, 0o600, 0o600, 0o600]);
  });

  it('is taken back by a command, too', async () => {
    const folder = folderWith(0o755);
    await ownDatabase(folder).database.close();
    expect(modeOf(folder)).toBe(0o700);
  });

  it('is refused where all share it, and keeps its rights', async () => {
    const folder = folderWith(0o1777);
    await expect(openOffice(folder)).rejects.toMatchObject({ code: 'NotOurs' });
    expect(modeOf(folder)).toBe(0o1777);
  });
});

// Only root can give files away.
describe.runIf(process.getuid?.() === 0)('what belongs to another user', () => {
  const stranger = 12_345;
  const given = (path: string): string => {
    chownSync(path, stranger, stranger);
    return path;
  };
  const folderOfOther = (): string => given(folderWith(0o700));

  it.each<[string, () => unknown]>([
    ['a folder to serve', () => openOffice(folderOfOther())],
    ['a folder for a command', () => ownDatabase(folderOfOther())],
    [
      'a folder of requests, to read',
      () => {
        const folder = folderWith(0o700);
        mkdirSync(join(folder, 'requests'));
        given(join(folder, 'requests'));
        return answerRequests(folder, { answer: () => Promise.reject(new Error()), log });
      },
    ],
    [
      'a folder of requests, to ask',
      () => {
        const folder = folderWith(0o700);
        mkdirSync(join(folder, 'requests'));
        given(join(folder, 'requests'));
        return askOwner(folder, { command: 'rebuild', replace: false }, { takenMs: 1, answeredMs: 1 });
      },
    ],
    ['a folder for keys', () => createVault(folderOfOther())],
    [
      'the vault’s keys',
      () => {
        const folder = folderWith(0o700);
        createVault(folder);
        given(join(folder, 'vault-key'));
        return createVault(folder);
      },
    ],
    [
      'the authority’s key',
      () => {
        const folder = folderWith(0o700);
        writeFileSync(authorityFile(folder), '');
        given(authorityFile(folder));
        return openAuthority(folder, 'localhost', machineNow());
      },
    ],
  ])('is refused: %s', async (_what, open) => {
    await expect((async () => open())()).rejects.toMatchObject({
      code: 'NotOurs',
      message: expect.stringMatching(/người dùng khác[^]*another user/) as string,
    });
  });
});
