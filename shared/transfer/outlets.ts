import type { StoredFile } from '#shared/domain/file.ts';
import type { Item } from '#shared/ports.ts';

/**
 * How a home gives an office away and takes one in, beside the ports of shared/ports.ts: no use case ever touches all of
 * an office at once. Records come in through the store's own commits.
 */

/** Every item of an office, in any order, a bounded number at once. */
export interface RecordsOutlet {
  items(): AsyncIterable<readonly Item[]>;
}

export interface FilesOutlet {
  /** The bytes that were kept; undefined when they are gone. */
  read(file: StoredFile): Promise<AsyncIterable<Uint8Array> | undefined>;
}

export interface FilesInlet {
  /** Among the kept ones, on the disk or in the bucket when it resolves. Doing it twice is doing it once. */
  write(file: StoredFile, bytes: Uint8Array): Promise<void>;
}

/** Keys as keys-text.ts writes them. */
export interface VaultOutlet {
  read(): Promise<string | undefined>;
}

export interface VaultInlet {
  /** Instead of this home's own, which have sealed nothing yet. Doing it twice is doing it once. */
  write(keys: string): Promise<void>;
}
