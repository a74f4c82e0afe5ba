import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A process of its own: takes an office in, restored or imported, and dies by SIGKILL right before its so-many-th touch of the disk (0: never). Says at its
 * end how often it touched it.
 */
const [way = '', from = '', to = '', killedAt = '0'] = process.argv.slice(2);

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

counted(fs, [
  'openSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'fsyncSync',
  'writeFileSync',
  'linkSync',
  'fdatasync',
]);
counted(promises, ['open', 'mkdir', 'rename', 'rm']);
syncBuiltinESMExports();

const coming = {
  async restore() {
    const { openBackup } = await import('#local/backup/open-backup.ts');
    const { restoreBackup } = await import('#local/backup/restore-backup.ts');
    const backup = await openBackup(from);
    counting = true;
    await restoreBackup(backup, to);
  },
  async import() {
    const { importFolder } = await import('#local/transfer/import-folder.ts');
    const { openExport } = await import('#shared/transfer/open-export.ts');
    const exported = await openExport(from);
    counting = true;
    await importFolder(exported, to, () => undefined);
  },
};
await coming[way as keyof typeof coming]();
process.stdout.write(String(touches));
