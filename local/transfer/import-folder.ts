import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { importOffice, type ImportOptions } from '#shared/transfer/import-office.ts';
import type { HomeFacts } from '#shared/transfer/manifest.ts';
import type { OpenedExport } from '#shared/transfer/open-export.ts';
import { ownDatabase } from './data-folder.ts';
import { createFolderInlet, createVaultFile, writeHomeFacts } from './folder-home.ts';
import { createSqliteRecords } from './sqlite-records.ts';

/** Takes an export into a data folder of this home. @throws TransferRefused */
export async function importFolder(
  exported: OpenedExport,
  dataFolder: string,
  onProgress: NonNullable<ImportOptions['onProgress']>,
): Promise<void> {
  const { file, database } = ownDatabase(dataFolder);
  try {
    const into = {
      store: createSqliteStore(database),
      records: createSqliteRecords(file),
      files: createFolderInlet(dataFolder),
      vault: createVaultFile(dataFolder),
      noteHome: (home: HomeFacts) => writeHomeFacts(database, home),
    };
    await importOffice(exported, into, { at: machineNow(), onProgress });
  } finally {
    await database.close();
  }
}
