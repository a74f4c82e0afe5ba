import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuseHalfRestored } from '#local/backup/restoring-folder.ts';
import { ownFolder } from '#local/own-folder.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase, openReader, type Database } from '#local/sqlite/database.ts';
import { DatabaseInUse } from '#local/sqlite/ownership.ts';
import { hasTable } from '#local/sqlite/statements.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';

/** @returns the path of its data file. @throws TransferRefused OfficeMissing, RestoreUnfinished */
export async function requireOffice(folder: string): Promise<string> {
  const file = join(folder, dataFileName);
  refuseHalfRestored(file);
  if (!existsSync(file)) throw new TransferRefused('OfficeMissing', { place: file });
  const reader = openReader(file);
  try {
    if (!reader.read((db) => hasTable(db, 'items')))
      throw new TransferRefused('OfficeMissing', { place: file });
  } finally {
    await reader.close();
  }
  return file;
}

/** Alone: no office runs on it, and none can be started meanwhile. @throws TransferRefused OfficeRuns, NotOurs */
export function ownDatabase(folder: string): { readonly file: string; readonly database: Database } {
  ownFolder(folder);
  const file = join(folder, dataFileName);
  return { file, database: refuseOwned(() => openDatabase(file)) };
}

/** @throws TransferRefused OfficeRuns, which tells who holds the file */
export function refuseOwned<T>(own: () => T): T {
  try {
    return own();
  } catch (error) {
    if (error instanceof DatabaseInUse) throw new TransferRefused('OfficeRuns', { ...error.holder });
    throw error;
  }
}
