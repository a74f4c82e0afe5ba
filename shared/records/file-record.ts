import { z } from 'zod';
import { fileSchema, type StoredFile } from '../domain/file.ts';
import type { FileId } from '../domain/id.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

const ownerSchema = z.object({ record: z.string() });

const loadFile = (item: Item | undefined): Loaded<StoredFile> | undefined => loaded(fileSchema, item);

/** The file beside its record, and once the pointer that finds the record by the file's id. */
export function fileWrites(before: Loaded<StoredFile> | undefined, after: StoredFile): Write[] {
  const write = replace(keys.file(after.record, after.id), after, before);
  if (before !== undefined) return [write];
  return [
    write,
    { put: encode(keys.fileOwner(after.id), { record: after.record }, 1), if: { absent: true } },
  ];
}

export async function readFile(store: Store, id: FileId): Promise<Loaded<StoredFile> | undefined> {
  const [pointer] = await store.get([keys.fileOwner(id)]);
  if (pointer === undefined) return undefined;
  const [item] = await store.get([keys.file(decode(ownerSchema, pointer).record, id)]);
  return loadFile(item);
}

/** In the order in which they were attached. */
export async function readFiles(store: Store, record: string): Promise<StoredFile[]> {
  const items = await queryAll(store, { pk: record, prefix: prefixes.files });
  return items.map((item) => decode(fileSchema, item));
}
