import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the data file inside the folder that `--data` names. */
export const dataFileName = 'vinh-danh.sqlite';
export const demoFolder = './data/demo';

/** Bundled, this file lies in .build; unbuilt, in local. Both stand right below the root of the project. */
const root = fileURLToPath(new URL('..', import.meta.url));

export const workflowFolder = join(root, 'workflows');
export const publicFolder = join(root, '.build', 'public');

/** @throws Error saying which command makes it when the stylesheet hasn't been built */
export function requireBuilt(): void {
  if (existsSync(join(publicFolder, 'manifest.json'))) return;
  throw new Error(
    'Chưa có giao diện đã dựng: hãy chạy "npm run build". / The pages are not built: run "npm run build".',
  );
}
