import { parseArgs } from 'node:util';
import { required, runCommand } from '#shared/transfer/command.ts';
import { runVerification, verifyFlags, verifyFlagsUsage } from '#shared/verification/command.ts';
import { requireOffice } from './transfer/data-folder.ts';
import { createSqliteRecords } from './transfer/sqlite-records.ts';

const usage = `Cách dùng: npm run verify-history -- --data THƯ_MỤC_DỮ_LIỆU [--root MÃ] [--record MÃ_HỒ_SƠ --head MÃ] [--export THƯ_MỤC]
Usage: npm run verify-history -- --data DIR [--root CODE] [--record ID --head CODE] [--export FOLDER]
       npm run verify-history -- --table NAME [--root CODE] [--record ID --head CODE] [--export FOLDER]
${verifyFlagsUsage}`;

/** Walks all histories of an office; one moment of the file, so it may be running. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, ...verifyFlags } });
  const { data, ...asked } = values;
  const file = await requireOffice(required(data));
  if (asked.head !== undefined) required(asked.record);
  return runVerification({ records: createSqliteRecords(file) }, asked, console);
}

process.exitCode = await runCommand(main, usage, console);
