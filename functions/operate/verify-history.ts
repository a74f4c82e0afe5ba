import { parseArgs } from 'node:util';
import { required, runCommand } from '#shared/transfer/command.ts';
import { runVerification, verifyFlags, verifyFlagsUsage } from '#shared/verification/command.ts';
import { openTable } from './cloud.ts';

const usage = `Cách dùng: npm run verify-history -- --table TÊN [--root MÃ] [--record MÃ_HỒ_SƠ --head MÃ] [--export THƯ_MỤC]
Usage: npm run verify-history -- --table NAME [--root CODE] [--record ID --head CODE] [--export FOLDER]
${verifyFlagsUsage}`;

/** Walks all histories in a table; what a scan tore apart is read again by itself. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { table: { type: 'string' }, ...verifyFlags } });
  const { table, ...asked } = values;
  if (asked.head !== undefined) required(asked.record);
  return runVerification(openTable(required(table)), asked, console);
}

process.exitCode = await runCommand(main, usage, console);
