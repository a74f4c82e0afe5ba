import { parseArgs } from 'node:util';
import { machineNow } from '#shared/machine/system-clock.ts';
import { exportedLines, required, runCommand } from '#shared/transfer/command.ts';
import { exportOffice } from '#shared/transfer/export-office.ts';
import { requireOffice } from './transfer/data-folder.ts';
import { createFolderOutlet, createVaultFile, readHomeFacts } from './transfer/folder-home.ts';
import { createSqliteRecords } from './transfer/sqlite-records.ts';

const usage = `Cách dùng: npm run export -- --data THƯ_MỤC_DỮ_LIỆU --to THƯ_MỤC_MỚI [--without-vault] [--with-faults]
Usage: npm run export -- --data DIR --to NEW_FOLDER [--without-vault] [--with-faults]
       npm run export -- --table NAME --bucket NAME --vault-secret ARN --to NEW_FOLDER`;

/** A whole office as a folder. Reads only, one moment of the file, so the office may be running. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      'without-vault': { type: 'boolean', default: false },
      'with-faults': { type: 'boolean', default: false },
    },
  });
  const [data, to] = [required(values.data), required(values.to)];
  const file = await requireOffice(data);
  const exported = await exportOffice(
    {
      home: await readHomeFacts(file),
      records: createSqliteRecords(file),
      files: createFolderOutlet(data),
      ...(values['without-vault'] ? {} : { vault: createVaultFile(data) }),
    },
    { folder: to, at: machineNow(), withFaults: values['with-faults'] },
  );
  for (const line of exportedLines(exported, to)) console.log(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
