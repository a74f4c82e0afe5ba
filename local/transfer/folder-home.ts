import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOfficeTime, createSimulatedClock } from '#local/clock.ts';
import { notePlayed, readPlayed } from '#local/demo/played.ts';
import { createFileFolder } from '#local/files/file-folder.ts';
import { prepareIdentity, readHomeKind } from '#local/identity/tables.ts';
import { openReader, type Database } from '#local/sqlite/database.ts';
import { placeVaultKeys, readVaultKeys } from '#local/vault.ts';
import { maxFileBytes, type StoredFile } from '#shared/domain/file.ts';
import type { HomeFacts } from '#shared/transfer/manifest.ts';
import type { FilesInlet, FilesOutlet, VaultInlet, VaultOutlet } from '#shared/transfer/outlets.ts';

/** What lies beside the data file, and what the file says of its home, as an export takes it. */

export function createFolderOutlet(dataFolder: string): FilesOutlet {
  return {
    async read({ id }: StoredFile) {
      const path = join(dataFolder, 'kept', id);
      return existsSync(path) ? bytesOf(path) : undefined;
    },
  };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file gave text');
    yield chunk;
  }
}

export function createFolderInlet(dataFolder: string): FilesInlet {
  const folder = createFileFolder(dataFolder);
  return {
    async write({ id }, bytes) {
      await folder.receive(id, oneChunk(bytes), maxFileBytes);
      const come = await folder.inspect(id);
      if (come !== undefined) await folder.release(id, come.revision);
    },
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const createVaultFile = (dataFolder: string): VaultOutlet & VaultInlet => ({
  read: async () => readVaultKeys(dataFolder),
  write: async (keys) => {
    placeVaultKeys(dataFolder, keys);
  },
});

export async function readHomeFacts(dataFile: string): Promise<HomeFacts> {
  const reader = openReader(dataFile);
  try {
    return reader.read((db) => {
      const officeTime = readOfficeTime(db);
      if (readHomeKind(db) !== 'demo' || officeTime === undefined) return { kind: 'office' };
      return { kind: 'demo', officeTime, played: readPlayed(db) };
    });
  } finally {
    await reader.close();
  }
}

export async function writeHomeFacts(database: Database, home: HomeFacts): Promise<void> {
  await prepareIdentity(database, home.kind);
  if (home.kind === 'office') return;
  const clock = await createSimulatedClock(database, home.officeTime);
  await clock.advanceTo(home.officeTime);
  for (const [season, through] of Object.entries(home.played)) await notePlayed(database, season, through);
}
