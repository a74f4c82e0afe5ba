import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { syncFolder } from '#local/private-file.ts';
import { dataFileName } from '#local/settings.ts';
import { openReader } from '#local/sqlite/database.ts';
import { createSqliteReader } from '#local/sqlite/sqlite-store.ts';
import { copyWholeFile } from '#local/sqlite/whole-copy.ts';
import { requireOffice } from '#local/transfer/data-folder.ts';
import { createFolderOutlet } from '#local/transfer/folder-home.ts';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import type { StoredFile } from '#shared/domain/file.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { exportFiles } from '#shared/transfer/export-office.ts';
import { createHistoryReader, type Histories } from '#shared/transfer/histories.ts';
import { manifestName } from '#shared/transfer/manifest.ts';
import { chunksOf, measurePart, sha256Of, writePart } from '#shared/transfer/parts.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { keptFileOf } from '#shared/transfer/travels.ts';
import { backupFormat, keptFolder, keyFiles, keysFolder, type BackupManifest } from './backup-manifest.ts';

export interface BackupOptions {
  /** Gets a folder of its own for each backup. */
  readonly to: string;
  readonly at: Instant;
  readonly withKeys: boolean;
}

export interface MadeBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest. */
  readonly proof: string;
}

/**
 * One moment of an office, running or not. Under its name a backup stands only when all of it is on the disk.
 * @throws TransferRefused OfficeMissing, ImportUnfinished, DataFileUnsound
 */
export async function makeBackup(dataFolder: string, options: BackupOptions): Promise<MadeBackup> {
  const file = await requireOffice(dataFolder);
  await refuseHalfImported(file);
  const { to, at } = options;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await dropDrafts(to, at);
  const folder = join(to, `backup-${at.replaceAll(/[-:.]/g, '')}`);
  const draft = `${folder}${draftEnding}`;
  await mkdir(draft, { mode: 0o700 });
  try {
    const manifest = await fill(draft, { dataFolder, file, ...options });
    const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
    await writePart(join(draft, manifestName), [text]);
    for (const inside of [keptFolder, keysFolder, '.']) syncFolder(join(draft, inside));
    await rename(draft, folder);
    syncFolder(to);
    return { folder, manifest, proof: sha256Of(text) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function refuseHalfImported(file: string): Promise<void> {
  const reader = openReader(file);
  try {
    await refuseUnfinished(createSqliteReader(reader));
  } finally {
    await reader.close();
  }
}

const draftEnding = '.part';
const draftLivesMs = 86_400_000;

/** What a backup that was killed left behind is personal data that nobody looks after. Another one may be under way. */
async function dropDrafts(to: string, now: Instant): Promise<void> {
  for (const name of await readdir(to)) {
    if (!/^backup-\w+\.part$/.test(name)) continue;
    const draft = join(to, name);
    const { mtimeMs } = await stat(draft);
    if (mtimeMs < epochMs(now) - draftLivesMs) await rm(draft, { recursive: true, force: true });
  }
}

interface Filling extends BackupOptions {
  readonly dataFolder: string;
  readonly file: string;
}

/**
 * The records first. Bytes of a paper are kept before the record that says so, and stay: whatever the copied records keep is
 * there afterwards. The other way round a paper that comes meanwhile is in the records only.
 */
async function fill(draft: string, { dataFolder, file, at, withKeys }: Filling): Promise<BackupManifest> {
  const copy = join(draft, dataFileName);
  for (const folder of [keptFolder, keysFolder]) await mkdir(join(draft, folder), { mode: 0o700 });
  copyWholeFile(file, copy);
  refuseUnsound(copy);
  const { histories, kept } = await lookThrough(copy);
  const { files, missing } = await exportFiles(createFolderOutlet(dataFolder), kept, join(draft, keptFolder));
  return {
    format: backupFormat.name,
    version: backupFormat.version,
    madeAt: at,
    data: await measurePart(copy),
    histories: { ...histories, faults: [...histories.faults] },
    keys: await copyKeys(dataFolder, draft, withKeys),
    files,
    missingFiles: missing,
  };
}

/** @throws TransferRefused DataFileUnsound */
export function refuseUnsound(copy: string): void {
  const refused = (reason: string): TransferRefused =>
    new TransferRefused('DataFileUnsound', { part: dataFileName, reason });
  const db = new DatabaseSync(copy, { readOnly: true });
  try {
    const found = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    if (found !== 'ok') throw refused(String(found));
  } catch (error) {
    throw error instanceof TransferRefused ? error : refused(error instanceof Error ? error.message : '');
  } finally {
    db.close();
  }
}

async function lookThrough(copy: string): Promise<{ histories: Histories; kept: readonly StoredFile[] }> {
  const histories = createHistoryReader();
  const kept: StoredFile[] = [];
  for await (const items of createSqliteRecords(copy).items()) {
    for (const item of items) {
      histories.take(item);
      const file = keptFileOf(item);
      if (file !== undefined) kept.push(file);
    }
  }
  return { histories: histories.finish(), kept };
}

async function copyKeys(
  dataFolder: string,
  draft: string,
  withKeys: boolean,
): Promise<BackupManifest['keys']> {
  const copied: BackupManifest['keys'] = [];
  for (const name of keyFiles) {
    const from = join(dataFolder, name);
    if (!existsSync(from)) continue;
    const written = withKeys
      ? await writePart(join(draft, keysFolder, name), chunksOf(from))
      : await measurePart(from);
    copied.push({ name, ...written });
  }
  return copied;
}
