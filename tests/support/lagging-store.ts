import type { Store, Write } from '#shared/ports.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';

export interface LaggingStore extends Store {
  /** Lets the indexes catch up with every commit that was answered. */
  flush(): Promise<void>;
}

/**
 * Base-table reads are the store's own; index reads answer as of `lag` commits ago, as DynamoDB's global indexes may.
 * Wrap an empty store: what was written past the wrapper never reaches the indexes.
 */
export function createLaggingStore(store: Store, lag = 2): LaggingStore {
  const shadow = createSqliteStore(openDatabase(':memory:'));
  const late: (readonly Write[])[] = [];
  let feeding = Promise.resolve();

  function feed(keepBack: number): Promise<void> {
    const due = late.splice(0, Math.max(0, late.length - keepBack));
    for (const writes of due) feeding = feeding.then(() => shadow.commit(writes));
    return feeding;
  }

  return {
    get: (keys) => store.get(keys),
    query: (query) => (query.index === undefined ? store : shadow).query(query),
    async commit(writes) {
      const changes = writes.flatMap(changeOf);
      await store.commit(writes);
      if (changes.length > 0) late.push(changes);
      await feed(lag);
    },
    flush: () => feed(0),
  };
}

/** What has been checked once is not checked again: the shadow's items may be older. */
function changeOf(write: Write): Write[] {
  if ('put' in write) return [{ put: structuredClone(write.put) }];
  return 'delete' in write ? [{ delete: { ...write.delete } }] : [];
}
