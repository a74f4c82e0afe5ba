import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A process of its own: restores, and dies by SIGKILL right before its so-many-th touch of the disk (0: never). Says at its
 * end how often it touched it.
 */
const [from = '', to = '', killedAt = '0'] = process.argv.slice(2);

let counting = false;
let touches = 0;
function touch(): void {
  if (!counting) return;
  touches += 1;
  if (touches === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
}

type Functions = Record<string, (...given: unknown[]) => unknown>;
function counted(library: object, names: readonly string[]): void {
  const functions = library as Functions;
  for (const name of names) {
    const original = functions[name]!;
    functions[name] = (...given) => {
      touch();
      return original(...given);
    };
  }
}

counted(fs, ['openSync', 'mkdirSync', 'renameSync', 'rmSync', 'fsyncSync', 'writeFileSync', 'linkSync']);
counted(promises, ['open', 'mkdir', 'rename', 'rm']);
syncBuiltinESMExports();

const { openBackup } = await import('#local/backup/open-backup.ts');
const { restoreBackup } = await import('#local/backup/restore-backup.ts');
const backup = await openBackup(from);
counting = true;
await restoreBackup(backup, to);
process.stdout.write(String(touches));
