import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolderFiles } from '#local/files/folder-files.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createFolderInlet, createFolderOutlet, createVaultFile } from '#local/transfer/folder-home.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import type { Item, Store } from '#shared/ports.ts';
import { instantSchema } from '#shared/domain/time.ts';
import type { OfficeToExport } from '#shared/transfer/export-office.ts';
import { exportOffice, type Exported } from '#shared/transfer/export-office.ts';
import type { HomeToFill } from '#shared/transfer/import-office.ts';
import { importOffice } from '#shared/transfer/import-office.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import type { DynamoTable } from './dynamo-table.ts';
import type { MemoryFiles } from './fake-ports.ts';
import { itemsIn } from './store-snapshot.ts';

/** Something that holds an office: a store, what lies in it, and a folder for files and keys. */
export interface Place {
  readonly store: Store;
  readonly stored: () => Promise<readonly Item[]>;
  readonly folder: string;
}

export const placeOn = (database: Database, store: Store, folder: string): Place => ({
  store,
  stored: async () => itemsIn(database),
  folder,
});

export const placeOnTable = (table: DynamoTable, folder: string): Place => ({
  store: table.createStore(),
  stored: table.items,
  folder,
});

const exportedAt = instantSchema.parse('2020-10-20T02:00:00.000Z');

const recordsOf = ({ stored }: Place): OfficeToExport['records'] => ({
  async *items() {
    yield await stored();
  },
});

export const exportFrom = (
  place: Place,
  to: string,
  more: { readonly withFaults?: boolean; readonly runBytes?: number } = {},
): Promise<Exported> =>
  exportOffice(
    {
      home: { kind: 'office' },
      records: recordsOf(place),
      files: createFolderOutlet(place.folder),
      vault: createVaultFile(place.folder),
    },
    { folder: to, at: exportedAt, ...more },
  );

export const endsOf = (place: Place): HomeToFill => ({
  store: place.store,
  records: recordsOf(place),
  files: createFolderInlet(place.folder),
  vault: createVaultFile(place.folder),
});

export async function importInto(place: Place, from: string): Promise<void> {
  await importOffice(await openExport(from), endsOf(place), { at: machineNow() });
}

/** Attachments in a folder of the home, received as if a browser had sent them. */
export function createSentFiles(
  dataFolder: string,
  clock: Parameters<typeof createFolderFiles>[0]['clock'],
): MemoryFiles {
  mkdirSync(dataFolder, { recursive: true });
  return {
    ...createFolderFiles({ dataFolder, publicUrl: 'http://127.0.0.1:8080', clock }),
    receive(id, bytes) {
      writeFileSync(join(dataFolder, 'quarantine', id), bytes);
    },
    released: new Set(),
    discarded: new Set(),
  };
}
