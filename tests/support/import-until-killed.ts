import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createFolderInlet, createVaultFile } from '#local/transfer/folder-home.ts';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { importOffice } from '#shared/transfer/import-office.ts';
import { openExport } from '#shared/transfer/open-export.ts';

// A process of its own: imports, and stands still after so many batches until it is killed.
const [from = '', folder = '', file = '', batches = ''] = process.argv.slice(2);
const database = openDatabase(file);
let done = 0;

await importOffice(
  await openExport(from),
  {
    store: createSqliteStore(database),
    records: createSqliteRecords(file),
    files: createFolderInlet(folder),
    vault: createVaultFile(folder),
  },
  {
    at: machineNow(),
    onProgress: async () => {
      done += 1;
      if (done < Number(batches)) return;
      process.stdout.write('standing still\n');
      // A timer keeps the process; nothing ends this but a kill.
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    },
  },
);
