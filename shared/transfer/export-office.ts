import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '#shared/domain/file.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { isImportUnfinished } from '#shared/records/import-record.ts';
import { keys } from '#shared/records/keys.ts';
import { createHistoryReader, type Histories } from './histories.ts';
import {
  filesFolder,
  formatName,
  formatVersion,
  manifestName,
  recordsName,
  vaultKeysName,
  type Header,
  type HomeFacts,
  type Manifest,
} from './manifest.ts';
import type { FilesOutlet, RecordsOutlet, VaultOutlet } from './outlets.ts';
import { sha256Of, writePart, type Written } from './parts.ts';
import { TransferRefused } from './refused.ts';
import { sortByKey, type SortedLines } from './sorted-lines.ts';
import { asItTravels, keptFileOf, travels } from './travels.ts';

export interface OfficeToExport {
  readonly home: HomeFacts;
  readonly records: RecordsOutlet;
  readonly files: FilesOutlet;
  /** Absent: the keys stay here. */
  readonly vault?: VaultOutlet;
}

export interface ExportOptions {
  /** Made when it isn't there. */
  readonly folder: string;
  readonly at: Instant;
  /** Exports histories that don't verify too, and says in the manifest what is wrong with them. */
  readonly withFaults?: boolean;
  /** What of the records is held in memory while they are sorted. */
  readonly runBytes?: number;
}

export interface Exported {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest: who notes it down can tell this export from every other. */
  readonly proof: string;
}

/**
 * A whole office as a folder. The manifest comes last, by one rename: a folder that has it is whole.
 * @throws TransferRefused
 */
export async function exportOffice(office: OfficeToExport, options: ExportOptions): Promise<Exported> {
  const { folder, at } = options;
  await makeFolder(folder);
  const { records, histories, kept } = await exportRecords(office.records, options);
  if (histories.faults.length > 0 && options.withFaults !== true)
    throw new TransferRefused('ChainsBroken', { faults: histories.faults.join(', ') });
  const { files, missing } = await exportFiles(office.files, kept, join(folder, filesFolder));
  const vaultKeys = await exportVault(office.vault, folder);
  const manifest: Manifest = {
    format: formatName,
    version: formatVersion,
    exportedAt: at,
    home: office.home,
    records,
    histories: { ...histories, faults: [...histories.faults] },
    files,
    missingFiles: missing,
    ...(vaultKeys === undefined ? {} : { vaultKeys }),
  };
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  await place(folder, manifestName, text);
  return { manifest, proof: sha256Of(text) };
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new TransferRefused('ExportFolderTaken', { folder });
  await mkdir(join(folder, filesFolder), { mode: 0o700 });
}

interface ExportedRecords {
  readonly records: Manifest['records'];
  readonly histories: Histories;
  readonly kept: readonly StoredFile[];
}

async function exportRecords(outlet: RecordsOutlet, options: ExportOptions): Promise<ExportedRecords> {
  const { folder, at, runBytes } = options;
  const runs = await mkdtemp(join(folder, 'runs-'));
  const histories = createHistoryReader();
  const kept: StoredFile[] = [];
  async function* texts({ count, lines }: SortedLines): AsyncGenerator<string> {
    const header: Header = { format: formatName, version: formatVersion, exportedAt: at, items: count };
    yield `${JSON.stringify(header)}\n`;
    for await (const { item, text } of lines()) {
      histories.take(item);
      const file = keptFileOf(item);
      if (file !== undefined) kept.push(file);
      yield `${text}\n`;
    }
  }
  try {
    const sorted = await sortByKey(travelling(outlet), { folder: runs, runBytes });
    const written = await writePart(join(folder, recordsName), texts(sorted));
    return { records: { items: sorted.count, ...written }, histories: histories.finish(), kept };
  } finally {
    await rm(runs, { recursive: true, force: true });
  }
}

async function* travelling(outlet: RecordsOutlet): AsyncGenerator<readonly Item[]> {
  const { pk, sk } = keys.importMark();
  for await (const items of outlet.items()) {
    if (isImportUnfinished(items.find((item) => item.pk === pk && item.sk === sk)))
      throw new TransferRefused('ImportUnfinished');
    yield items.filter(travels).map(asItTravels);
  }
}

interface ExportedFiles {
  readonly files: Manifest['files'];
  readonly missing: Manifest['missingFiles'];
}

/** Bytes of papers into a folder that is there, each on the disk when it resolves. */
export async function exportFiles(
  outlet: FilesOutlet,
  kept: readonly StoredFile[],
  folder: string,
): Promise<ExportedFiles> {
  const files: Manifest['files'] = [];
  const missing: Manifest['missingFiles'] = [];
  for (const file of kept) {
    const written = await exportFile(outlet, file, join(folder, file.id));
    if (written === undefined) missing.push(file.id);
    else files.push({ id: file.id, ...written });
  }
  return { files, missing };
}

/** @returns undefined when the bytes are gone, or are others than those that were checked */
async function exportFile(outlet: FilesOutlet, file: StoredFile, path: string): Promise<Written | undefined> {
  const bytes = await outlet.read(file);
  if (bytes === undefined) return undefined;
  const written = await writePart(path, bytes);
  if (written.sha256 === file.sha256) return written;
  await rm(path);
  return undefined;
}

async function exportVault(outlet: VaultOutlet | undefined, folder: string): Promise<Manifest['vaultKeys']> {
  const keysText = await outlet?.read();
  if (keysText === undefined) return undefined;
  const { sha256 } = await writePart(join(folder, vaultKeysName), [keysText]);
  return { sha256 };
}

async function place(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.part`);
  await writePart(draft, [text]);
  await rename(draft, join(folder, name));
  await syncFolder(folder);
}

/** A new name is on the disk only when its folder is. Windows can't open folders and needn't. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
