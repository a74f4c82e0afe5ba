import { parseArgs } from 'node:util';
import { importedLines, progressTo, required, runCommand } from '#shared/transfer/command.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import { importFolder } from './transfer/import-folder.ts';

const usage = `Cách dùng: npm run import -- --data THƯ_MỤC_DỮ_LIỆU_MỚI --from THƯ_MỤC_ĐÃ_XUẤT [--proof MÃ] [--without-vault]
Usage: npm run import -- --data NEW_DIR --from FOLDER [--proof HASH] [--without-vault]
       npm run import -- --table NAME --bucket NAME --vault-secret ARN --from FOLDER [--proof HASH]`;

/** Takes a whole office in, into a data file that is new. Cut off, it is run again. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      from: { type: 'string' },
      proof: { type: 'string' },
      'without-vault': { type: 'boolean', default: false },
    },
  });
  const data = required(values.data);
  const { from, proof } = values;
  const opened = await openExport(required(from), { withVault: !values['without-vault'], proof });
  await importFolder(opened, data, progressTo(console));
  for (const line of importedLines(opened.manifest, opened.proof)) console.log(line);
  return true;
}

process.exitCode = await runCommand(main, usage, console);
