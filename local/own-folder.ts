import { chmodSync, mkdirSync, statSync, type Stats } from 'node:fs';
import { TransferRefused } from '#shared/transfer/refused.ts';

const forOthers = 0o077;
const sticky = 0o1000;

/** Windows has other rights, which a folder takes from the one it lies in. */
const rightsCount = process.platform !== 'win32';

/** Whoever else owns it can look at it, or put something else in its place. @throws TransferRefused NotOurs */
export function refuseOthers(place: string, { uid }: Pick<Stats, 'uid'>): void {
  if (rightsCount && uid !== process.geteuid?.()) throw new TransferRefused('NotOurs', { place });
}

/**
 * A folder for us alone: made when it isn't there; when it is, with rights for others, they are taken back.
 * @throws TransferRefused NotOurs, also for one that all share, like /tmp
 */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!rightsCount) return;
  const found = statSync(folder);
  refuseOthers(folder, found);
  if ((found.mode & sticky) !== 0) throw new TransferRefused('NotOurs', { place: folder });
  if ((found.mode & forOthers) !== 0) chmodSync(folder, 0o700);
}
