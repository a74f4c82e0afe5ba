import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadAsset } from '#shared/http/assets.ts';
import { publicFolder } from './settings.ts';

/** What `npm run build` wrote. */
export const readAsset: ReadAsset = (file) => readFile(join(publicFolder, file));
