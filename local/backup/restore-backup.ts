import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownFolder } from '#local/own-folder.ts';
import { syncFolder } from '#local/private-file.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { FileTooNew } from '#local/sqlite/migrations.ts';
import { canonicalPath, takeOwnership } from '#local/sqlite/ownership.ts';
import { syncFile } from '#local/sqlite/whole-copy.ts';
import { refuseOwned } from '#local/transfer/data-folder.ts';
import { chunksOf, writePart } from '#shared/transfer/parts.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { keptFolder, keyFiles } from './backup-manifest.ts';
import { comeBack, type CameBack } from './come-back.ts';
import { refuseUnsound } from './make-backup.ts';
import { refuseOther, type OpenedBackup } from './open-backup.ts';
import { restoringFolder } from './restoring-folder.ts';

export interface Restored extends Pick<OpenedBackup, 'manifest' | 'proof'>, CameBack {}

/**
 * All of a backup in a folder where no office is, or nothing that opens: the office is put together and made ready in a
 * folder of its own, and its data file is placed last, by one rename. Cut off, it is run again.
 * @throws TransferRefused
 */
export async function restoreBackup(from: OpenedBackup, dataFolder: string): Promise<Restored> {
  await refuseForeign(dataFolder);
  ownFolder(dataFolder);
  const file = canonicalPath(join(dataFolder, dataFileName));
  const ownership = refuseOwned(() => takeOwnership(file));
  try {
    if (existsSync(file)) throw new TransferRefused('OfficeThere', { folder: dataFolder });
    const came = await putTogether(from, dirname(file));
    await place(dirname(file));
    return { manifest: from.manifest, proof: from.proof, ...came };
  } finally {
    ownership.release();
  }
}

const lockFiles = ['.lock', '.holder'].map((ending) => `${dataFileName}${ending}`);
/** What may lie in the folder of an office that was placed in part, beside the data file. */
const placedFirst = [keptFolder, ...keyFiles, 'quarantine', 'file-link-key', 'backups'];

/** Before anything is made there. An office that is there is told later, with who holds it. */
async function refuseForeign(folder: string): Promise<void> {
  if (!existsSync(folder) || existsSync(join(folder, dataFileName))) return;
  const begun = existsSync(restoringFolder(folder)) ? ['restoring', ...placedFirst] : [];
  const foreign = (await readdir(folder)).filter((name) => ![...lockFiles, ...begun].includes(name));
  const [found] = foreign;
  if (found !== undefined) throw new TransferRefused('RestoreFolderTaken', { folder, found });
}

async function putTogether(from: OpenedBackup, dataFolder: string): Promise<CameBack> {
  const staging = restoringFolder(dataFolder);
  await mkdir(staging, { recursive: true, mode: 0o700 });
  syncFolder(dataFolder);
  // The mark stands before and while anything else does: what an earlier restore placed goes first.
  for (const name of placedFirst) await rm(join(dataFolder, name), { recursive: true, force: true });
  for (const name of await readdir(staging)) await rm(join(staging, name), { recursive: true, force: true });
  try {
    return await fill(from, staging);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw tooNew(error);
  }
}

async function fill(from: OpenedBackup, staging: string): Promise<CameBack> {
  await mkdir(join(staging, keptFolder), { mode: 0o700 });
  for (const part of from.parts)
    refuseOther(part, await writePart(join(staging, part.place), chunksOf(join(from.folder, part.name))));
  const file = join(staging, dataFileName);
  refuseUnsound(file);
  const database = openDatabase(file);
  try {
    return await comeBack(database, staging);
  } finally {
    await database.close();
    syncFile(file);
    for (const folder of [join(staging, keptFolder), staging]) syncFolder(folder);
  }
}

const tooNew = (error: unknown): unknown =>
  error instanceof FileTooNew ? new TransferRefused('BackupTooNew', { reason: error.reason }) : error;

async function place(dataFolder: string): Promise<void> {
  const staging = restoringFolder(dataFolder);
  for (const name of placedFirst)
    if (existsSync(join(staging, name))) await rename(join(staging, name), join(dataFolder, name));
  syncFolder(dataFolder);
  await rename(join(staging, dataFileName), join(dataFolder, dataFileName));
  syncFolder(dataFolder);
  await rm(staging, { recursive: true, force: true });
}
