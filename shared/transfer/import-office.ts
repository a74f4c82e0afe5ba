import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#shared/domain/time.ts';
import { CommitConflict, type Item, type Store, type Write } from '#shared/ports.ts';
import { importMarkWrite, loadImportMark, type ImportMark } from '#shared/records/import-record.ts';
import type { Loaded } from '#shared/records/item.ts';
import { keys } from '#shared/records/keys.ts';
import { bytesOfItem } from '#shared/store-limits.ts';
import { createHistoryReader } from './histories.ts';
import type { HomeFacts } from './manifest.ts';
import type { OpenedExport } from './open-export.ts';
import type { FilesInlet, RecordsOutlet, VaultInlet } from './outlets.ts';
import { TransferRefused } from './refused.ts';
import { sortByKey } from './sorted-lines.ts';
import { comesLast, travels } from './travels.ts';

export interface HomeToFill {
  readonly store: Pick<Store, 'get' | 'commit'>;
  /** All that stands in it: empty before, the office itself after. */
  readonly records: RecordsOutlet;
  readonly files: FilesInlet;
  /** Absent where the vault of this home stays as it is. */
  readonly vault?: VaultInlet;
  /** What a home notes about itself beside its records. Doing it twice is doing it once. */
  readonly noteHome?: (home: HomeFacts) => Promise<void>;
}

export interface ImportOptions {
  readonly at: Instant;
  readonly onProgress?: (progress: { readonly items: number; readonly of: number }) => Promise<void> | void;
}

/**
 * Takes an office in. Nothing that stands is ever overwritten, so an import that was cut off is run again. What sets a
 * home in motion comes when all else was read back: until then nobody can sign in, and no flow starts.
 * @throws TransferRefused
 */
export async function importOffice(
  from: OpenedExport,
  into: HomeToFill,
  options: ImportOptions,
): Promise<void> {
  const begun = await begin(from, into, options.at);
  const rest = progressOf(from, options);
  let mark = begun;
  if (mark.value.state === 'importing') {
    await into.noteHome?.(from.manifest.home);
    if (from.vaultKeys !== undefined) await into.vault?.write(from.vaultKeys);
    for (const paper of from.papers) await into.files.write(paper, await from.file(paper.id));
    await putAll(into.store, from, (item) => !comesLast(item), rest);
    await readBack(from, into.records);
    mark = await note(into.store, mark, 'verified');
  }
  await putAll(into.store, from, comesLast, rest);
  await note(into.store, mark, 'complete');
}

/** @throws TransferRefused when something stands here already */
async function begin(from: OpenedExport, into: HomeToFill, at: Instant): Promise<Loaded<ImportMark>> {
  const [item] = await into.store.get([keys.importMark()]);
  const mark = loadImportMark(item);
  if (mark === undefined) {
    const found = await firstOf(into.records);
    if (found !== undefined) throw new TransferRefused('OfficeNotEmpty', { found });
    const value: ImportMark = { manifest: from.proof, state: 'importing', at };
    await into.store.commit([importMarkWrite(undefined, value)]);
    return { value, version: 1 };
  }
  const same = mark.value.manifest === from.proof;
  if (mark.value.state === 'complete')
    throw same
      ? new TransferRefused('ImportedAlready')
      : new TransferRefused('OfficeNotEmpty', { found: mark.value.manifest });
  if (!same) throw new TransferRefused('OtherImportUnfinished');
  return mark;
}

async function note(
  store: Pick<Store, 'commit'>,
  before: Loaded<ImportMark>,
  state: ImportMark['state'],
): Promise<Loaded<ImportMark>> {
  const value = { ...before.value, state };
  await store.commit([importMarkWrite(before, value)]);
  return { value, version: before.version + 1 };
}

/** Somebody's sign-in is no office. */
async function firstOf(records: RecordsOutlet): Promise<string | undefined> {
  for await (const items of records.items()) {
    const found = items.find(travels);
    if (found !== undefined) return found.pk;
  }
  return undefined;
}

type Progress = (more: number) => Promise<void>;

function progressOf({ manifest }: OpenedExport, { onProgress }: ImportOptions): Progress {
  let items = 0;
  return async (more) => {
    items += more;
    await onProgress?.({ items, of: manifest.records.items });
  };
}

/** Of the 4 MB and 100 writes of a commit. */
const commitBytes = 3 * 1024 * 1024;
const commitItems = 100;

async function putAll(
  store: Pick<Store, 'commit'>,
  from: OpenedExport,
  wanted: (item: Item) => boolean,
  progress: Progress,
): Promise<void> {
  let batch: Item[] = [];
  let bytes = 0;
  async function put(): Promise<void> {
    if (batch.length === 0) return;
    await putMissing(store, batch);
    await progress(batch.length);
    batch = [];
    bytes = 0;
  }
  for await (const item of from.items()) {
    if (!wanted(item)) continue;
    const size = bytesOfItem(item);
    if (batch.length === commitItems || bytes + size > commitBytes) await put();
    batch.push(item);
    bytes += size;
  }
  await put();
}

/** What an import that was cut off has put stays as it is: people and flows may have gone on with it since. */
async function putMissing(store: Pick<Store, 'commit'>, items: readonly Item[]): Promise<void> {
  const writes = items.map((item): Write => ({ put: item, if: { absent: true } }));
  try {
    await store.commit(writes);
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    const standing = new Set(error.failed.map(({ index }) => index));
    const missing = items.filter((_, index) => !standing.has(index));
    if (missing.length > 0) await putMissing(store, missing);
  }
}

/** Reads all that stands here now, line by line against the export, and walks every history. */
async function readBack(from: OpenedExport, records: RecordsOutlet): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vinh-danh-import-'));
  try {
    const hash = createHash('sha256');
    const histories = createHistoryReader();
    const sorted = await sortByKey(standing(records), { folder });
    for await (const { item, text } of sorted.lines()) {
      hash.update(`${text}\n`);
      histories.take(item);
    }
    const { items, sha256 } = from.first;
    const found = histories.finish();
    const differing = [
      sorted.count === items ? [] : [`${sorted.count} items, not ${items}`],
      found.root === from.manifest.histories.root ? [] : [`histories ${found.root}`],
      found.faults.filter((fault) => !from.manifest.histories.faults.includes(fault)),
      hash.digest('hex') === sha256 ? [] : ['items'],
    ].flat();
    if (differing.length > 0) throw new TransferRefused('ImportDiffers', { what: differing.join(', ') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* standing(records: RecordsOutlet): AsyncGenerator<readonly Item[]> {
  for await (const items of records.items()) yield items.filter((item) => travels(item) && !comesLast(item));
}
