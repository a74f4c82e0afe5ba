import { parseArgs } from 'node:util';
import { machineNow } from '#shared/machine/system-clock.ts';
import { exportedLines, required, runCommand } from '#shared/transfer/command.ts';
import { exportOffice } from '#shared/transfer/export-office.ts';
import { openBucket, openTable, openVaultSecret } from './cloud.ts';

const usage = `Cách dùng: npm run export -- --table TÊN --bucket TÊN --vault-secret ARN --to THƯ_MỤC_MỚI [--with-faults]
Usage: npm run export -- --table NAME --bucket NAME --vault-secret ARN --to NEW_FOLDER [--with-faults]
       --without-vault instead of --vault-secret leaves the vault's keys where they are`;

/** A whole office of the AWS home as a folder of this machine. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      bucket: { type: 'string' },
      'vault-secret': { type: 'string' },
      to: { type: 'string' },
      'without-vault': { type: 'boolean', default: false },
      'with-faults': { type: 'boolean', default: false },
    },
  });
  const to = required(values.to);
  const exported = await exportOffice(
    {
      home: { kind: 'office' },
      records: openTable(required(values.table)).records,
      files: openBucket(required(values.bucket)),
      ...(values['without-vault'] ? {} : { vault: openVaultSecret(required(values['vault-secret'])) }),
    },
    { folder: to, at: machineNow(), withFaults: values['with-faults'] },
  );
  for (const line of exportedLines(exported, to)) console.log(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
