import { parseArgs } from 'node:util';
import { machineNow } from '#shared/machine/system-clock.ts';
import { required, runCommand } from '#shared/transfer/command.ts';
import { backupFaultLines, madeLines } from './backup/backup-lines.ts';
import { makeBackup } from './backup/make-backup.ts';

const usage = `Cách dùng: npm run backup -- --data THƯ_MỤC_DỮ_LIỆU --to THƯ_MỤC_SAO_LƯU [--without-keys]
Usage: npm run backup -- --data DIR --to FOLDER [--without-keys]`;

/** A copy of one moment of an office, whether it runs or not; the exit code says when something in it is at fault. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      'without-keys': { type: 'boolean', default: false },
    },
  });
  const withKeys = !values['without-keys'];
  const options = { to: required(values.to), at: machineNow(), withKeys };
  const made = await makeBackup(required(values.data), options);
  for (const line of madeLines(made, withKeys)) console.log(line);
  const faults = backupFaultLines(made.manifest);
  for (const line of faults) console.error(line);
  return faults.length === 0;
}

process.exitCode = await runCommand(main, usage, console);
