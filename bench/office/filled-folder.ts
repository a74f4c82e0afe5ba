import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFileName } from '#local/settings.ts';
import { fillFile } from './filled-file.ts';

/** Filled files, each in a folder named by its number of cases. What is measured runs on copies. */
export async function fillFolder(folder: string, cases: number): Promise<string> {
  const filled = join(folder, String(cases));
  if (existsSync(filled)) return filled;
  const draft = `${filled}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const { items, size, seconds, ...made } = await fillFile(draft, cases);
  console.error(`${made.cases} cases of ${size}: ${items} items in ${seconds.toFixed(0)} s`);
  renameSync(draft, filled);
  return filled;
}

export function copyFilled(filled: string, to: string): string {
  mkdirSync(to, { mode: 0o700 });
  copyFileSync(join(filled, dataFileName), join(to, dataFileName), constants.COPYFILE_FICLONE);
  return to;
}
