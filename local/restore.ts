import { parseArgs } from 'node:util';
import { required, runCommand } from '#shared/transfer/command.ts';
import { backupFaultLines, restoredLines } from './backup/backup-lines.ts';
import { openBackup } from './backup/open-backup.ts';
import { restoreBackup } from './backup/restore-backup.ts';

const usage = `Cách dùng: npm run restore -- --from BẢN_SAO_LƯU --data THƯ_MỤC_DỮ_LIỆU_MỚI [--proof MÃ] [--without-keys]
Usage: npm run restore -- --from BACKUP --data NEW_DIR [--proof HASH] [--without-keys]`;

/** An office as it was when it was backed up, in a new folder: all of it or nothing. Cut off, it is run again. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      data: { type: 'string' },
      proof: { type: 'string' },
      'without-keys': { type: 'boolean', default: false },
    },
  });
  const [from, data] = [required(values.from), required(values.data)];
  const opened = await openBackup(from, { withKeys: !values['without-keys'], proof: values.proof });
  const restored = await restoreBackup(opened, data);
  for (const line of restoredLines(restored, data)) console.log(line);
  for (const line of backupFaultLines(opened.manifest)) console.error(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
