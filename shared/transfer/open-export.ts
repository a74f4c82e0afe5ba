import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { StoredFile } from '#shared/domain/file.ts';
import type { FileId } from '#shared/domain/id.ts';
import type { Item } from '#shared/ports.ts';
import { bytesOfItem, refuseKey } from '#shared/store-limits.ts';
import { parseVaultKeys } from '#shared/vault/keys-text.ts';
import { createHistoryReader } from './histories.ts';
import { compareKeys, itemOf, lineOf } from './item-line.ts';
import {
  exportFormat,
  filesFolder,
  headerSchema,
  recordsName,
  vaultKeysName,
  type Manifest,
} from './manifest.ts';
import { readLines, sha256Of } from './parts.ts';
import { faultOf, jsonOf, readManifest } from './read-manifest.ts';
import { TransferRefused } from './refused.ts';
import { comesLast, keptFileOf, mayComeIn } from './travels.ts';

/** An export that was looked at as a whole, and found to be what its manifest says. */
export interface OpenedExport {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly proof: string;
  /** In the order of keys. */
  items(): AsyncIterable<Item>;
  /** SHA-256 over the lines of all that doesn't come last, and how many those are. */
  readonly first: { readonly items: number; readonly sha256: string };
  /** Whose bytes are here. */
  readonly papers: readonly StoredFile[];
  file(id: FileId): Promise<Uint8Array>;
  /** Absent where the vault's keys stay behind. */
  readonly vaultKeys: string | undefined;
}

export interface OpenOptions {
  /** False: the keys are left where they are. */
  readonly withVault?: boolean;
  /** The one that was noted down: any other export is refused. */
  readonly proof?: string | undefined;
}

/** @throws TransferRefused naming what is wrong */
export async function openExport(
  folder: string,
  { withVault = true, proof: wanted }: OpenOptions = {},
): Promise<OpenedExport> {
  const { manifest, proof } = await readManifest(folder, exportFormat, wanted);
  const { first, kept } = await checkRecords(join(folder, recordsName), manifest);
  checkFileList(manifest, kept);
  const gone = new Set<string>(manifest.missingFiles);
  const path = (id: FileId): string => join(folder, filesFolder, id);
  for (const { id, sha256 } of manifest.files) await checkPart(path(id), `${filesFolder}/${id}`, sha256);
  return {
    manifest,
    proof,
    first,
    items: () => itemsOf(join(folder, recordsName)),
    papers: kept.filter(({ id }) => !gone.has(id)),
    file: (id) => readFile(path(id)),
    vaultKeys: withVault ? await readVaultKeys(folder, manifest) : undefined,
  };
}

interface Checked {
  readonly first: OpenedExport['first'];
  readonly kept: readonly StoredFile[];
}

/** One walk over every line; what can be said of a line is said before the whole is compared. */
async function checkRecords(path: string, manifest: Manifest): Promise<Checked> {
  if (!existsSync(path)) throw new TransferRefused('PartMissing', { part: recordsName });
  const whole = createHash('sha256');
  const first = createHash('sha256');
  const histories = createHistoryReader();
  const kept: StoredFile[] = [];
  let firstItems = 0;
  let count = 0;
  for await (const item of itemsOf(path, (bytes) => whole.update(bytes))) {
    count += 1;
    histories.take(item);
    const file = keptFileOf(item);
    if (file !== undefined) kept.push(file);
    if (comesLast(item)) continue;
    first.update(`${lineOf(item)}\n`);
    firstItems += 1;
  }
  if (count < manifest.records.items)
    throw new TransferRefused('PartCutOff', {
      part: recordsName,
      found: count,
      told: manifest.records.items,
    });
  const found = histories.finish();
  if (whole.digest('hex') !== manifest.records.sha256) {
    const broken = found.faults.filter((fault) => !manifest.histories.faults.includes(fault));
    throw new TransferRefused('PartAltered', { part: [recordsName, ...broken].join(', ') });
  }
  if (JSON.stringify(found) !== JSON.stringify(manifest.histories))
    throw new TransferRefused('HistoriesDiffer', { part: recordsName });
  return { first: { items: firstItems, sha256: first.digest('hex') }, kept };
}

async function* itemsOf(path: string, onBytes?: (bytes: Uint8Array) => void): AsyncGenerator<Item> {
  let number = 0;
  let before: Item | undefined;
  let told = 0;
  for await (const { text, whole } of readLines(path, onBytes)) {
    number += 1;
    if (!whole) throw new TransferRefused('PartCutOff', { part: recordsName, found: number - 2, told });
    if (number === 1) {
      told = headerOf(text).items;
      continue;
    }
    const item = checkedItem(text, number);
    if (before !== undefined && compareKeys(before, item) >= 0) throw wrongLine(number, 'order');
    before = item;
    yield item;
  }
}

const wrongLine = (line: number, reason: string): TransferRefused =>
  new TransferRefused('LineWrong', { part: recordsName, line, reason });

function headerOf(text: string): z.infer<typeof headerSchema> {
  const parsed = headerSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw wrongLine(1, faultOf(parsed.error));
  return parsed.data;
}

function checkedItem(text: string, number: number): Item {
  const item = readItem(text, number);
  if (!mayComeIn(item)) throw wrongLine(number, 'kind');
  return item;
}

function readItem(text: string, number: number): Item {
  try {
    const item = itemOf(text);
    refuseKey(item);
    bytesOfItem(item);
    keptFileOf(item);
    return item;
  } catch (error) {
    throw wrongLine(number, faultOf(error));
  }
}

/** Every paper that a record keeps is in the manifest under the hash of its record, or among those that were gone. */
function checkFileList({ files, missingFiles }: Manifest, kept: readonly StoredFile[]): void {
  const told = new Map<string, string | undefined>(files.map(({ id, sha256 }) => [id, sha256]));
  const gone = new Set<string>(missingFiles);
  for (const { id, sha256 } of kept) {
    if (gone.has(id)) continue;
    if (!told.has(id)) throw new TransferRefused('PartMissing', { part: `${filesFolder}/${id}` });
    if (told.get(id) !== sha256) throw new TransferRefused('PartAltered', { part: `${filesFolder}/${id}` });
  }
}

async function checkPart(path: string, part: string, sha256: string): Promise<void> {
  if (!existsSync(path)) throw new TransferRefused('PartMissing', { part });
  if (sha256Of(await readFile(path)) !== sha256) throw new TransferRefused('PartAltered', { part });
}

async function readVaultKeys(folder: string, { vaultKeys }: Manifest): Promise<string> {
  const path = join(folder, vaultKeysName);
  if (vaultKeys === undefined || !existsSync(path))
    throw new TransferRefused('VaultKeysMissing', { part: vaultKeysName });
  await checkPart(path, vaultKeysName, vaultKeys.sha256);
  const text = await readFile(path, 'utf8');
  parseVaultKeys(text);
  return text;
}
