import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFileName } from '#local/settings.ts';
import { measurePart, type Written } from '#shared/transfer/parts.ts';
import { readManifest } from '#shared/transfer/read-manifest.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { backupFormat, keptFolder, keysFolder, type BackupManifest } from './backup-manifest.ts';

/** A file of a backup: where it lies in it, and where it belongs in a data folder. */
export interface BackupPart extends Written {
  readonly name: string;
  readonly place: string;
}

/** A backup that was looked at as a whole, and found to be what its manifest says. */
export interface OpenedBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly proof: string;
  readonly parts: readonly BackupPart[];
}

export interface OpenBackupOptions {
  /** False: the keys are left where they are. */
  readonly withKeys?: boolean;
  /** The one that was noted down: any other backup is refused. */
  readonly proof?: string | undefined;
}

/** @throws TransferRefused naming what is wrong */
export async function openBackup(
  folder: string,
  { withKeys = true, proof: wanted }: OpenBackupOptions = {},
): Promise<OpenedBackup> {
  const { manifest, proof } = await readManifest(folder, backupFormat, wanted);
  const parts = partsOf(manifest).filter(({ name }) => withKeys || !isKey(name));
  for (const part of parts) await checkPart(folder, part);
  return { folder, manifest, proof, parts };
}

const isKey = (name: string): boolean => name.startsWith(`${keysFolder}/`);

const partsOf = ({ data, keys, files }: BackupManifest): BackupPart[] => [
  { ...data, name: dataFileName, place: dataFileName },
  ...keys.map((key) => ({ ...key, name: `${keysFolder}/${key.name}`, place: key.name })),
  ...files.map(({ id, ...file }) => ({
    ...file,
    name: `${keptFolder}/${id}`,
    place: join(keptFolder, id),
  })),
];

async function checkPart(folder: string, part: BackupPart): Promise<void> {
  const path = join(folder, part.name);
  if (!existsSync(path))
    throw new TransferRefused(isKey(part.name) ? 'KeysMissing' : 'PartMissing', { part: part.name });
  const { size } = await stat(path);
  refuseOther(part, size === part.bytes ? await measurePart(path) : { bytes: size, sha256: '' });
}

/** @throws TransferRefused PartResized, PartAltered */
export function refuseOther({ name: part, bytes: told, sha256 }: BackupPart, found: Written): void {
  if (found.bytes !== told) throw new TransferRefused('PartResized', { part, found: found.bytes, told });
  if (found.sha256 !== sha256) throw new TransferRefused('PartAltered', { part });
}
