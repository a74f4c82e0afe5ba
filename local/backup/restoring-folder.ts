import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TransferRefused } from '#shared/transfer/refused.ts';

/** Inside the data folder: an office that comes back is put together here, and placed when it is whole. */
export const restoringFolder = (dataFolder: string): string => join(dataFolder, 'restoring');

/**
 * The data file is placed last of all. Without it a folder in which a restore was begun would look like a new office.
 * @throws TransferRefused RestoreUnfinished
 */
export function refuseHalfRestored(dataFile: string): void {
  const folder = dirname(dataFile);
  if (!existsSync(dataFile) && existsSync(restoringFolder(folder)))
    throw new TransferRefused('RestoreUnfinished', { folder });
}
