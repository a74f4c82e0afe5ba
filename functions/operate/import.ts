import { parseArgs } from 'node:util';
import { machineNow } from '#shared/machine/system-clock.ts';
import { importedLines, progressTo, required, runCommand } from '#shared/transfer/command.ts';
import { importOffice } from '#shared/transfer/import-office.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import { openBucket, openTable, openVaultSecret } from './cloud.ts';

const usage = `Cách dùng: npm run import -- --table TÊN --bucket TÊN --vault-secret ARN --from THƯ_MỤC_ĐÃ_XUẤT [--proof MÃ]
Usage: npm run import -- --table NAME --bucket NAME --vault-secret ARN --from FOLDER [--proof HASH]
       --without-vault instead of --vault-secret leaves the vault of this home as it is`;

/** Takes a whole office into an empty table. Cut off, it is run again. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      bucket: { type: 'string' },
      'vault-secret': { type: 'string' },
      from: { type: 'string' },
      proof: { type: 'string' },
      'without-vault': { type: 'boolean', default: false },
    },
  });
  const withVault = !values['without-vault'];
  const vault = withVault ? { vault: openVaultSecret(required(values['vault-secret'])) } : {};
  const into = { ...openTable(required(values.table)), files: openBucket(required(values.bucket)), ...vault };
  const opened = await openExport(required(values.from), { withVault, proof: values.proof });
  await importOffice(opened, into, {
    at: machineNow(),
    onProgress: progressTo(console),
  });
  for (const line of importedLines(opened.manifest, opened.proof)) console.log(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
