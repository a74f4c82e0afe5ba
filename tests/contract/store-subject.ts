import { expect } from 'vitest';
import type { FailedWrite, Item, Key, Query, Store, Write } from '#shared/ports.ts';
import { CommitConflict } from '#shared/ports.ts';

export interface StoreSubject {
  readonly store: Store;
  /** Lets the indexes catch up. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The store under test; each test takes partitions of its own, so one table can serve all of them. */
export type UseStore = () => StoreSubject;

const run = crypto.randomUUID();
let partitions = 0;

export function newPartition(): string {
  partitions += 1;
  return `TEST#${run}#${partitions}`;
}

export function anItem(key: Key, more: Partial<Item> = {}): Item {
  return { pk: key.pk, sk: key.sk, version: 1, v: 1, body: {}, ...more };
}

export async function conflictOf(commit: Promise<void>): Promise<readonly FailedWrite[]> {
  const error: unknown = await commit.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CommitConflict);
  return error instanceof CommitConflict ? error.failed : [];
}

export async function putAll(store: Store, items: readonly Item[]): Promise<void> {
  await store.commit(items.map((put): Write => ({ put })));
}

export async function sortKeysOf(store: Store, query: Query): Promise<readonly string[]> {
  return (await store.query(query)).items.map((item) => item.sk);
}

/** All pages. A last page may be empty: DynamoDB can't see that nothing follows a full one. */
export async function pagesOf(store: Store, query: Query): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query(cursor === undefined ? query : { ...query, cursor });
    pages.push(page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}
