import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createLaggingStore, type LaggingStore } from './lagging-store.ts';
import { createTestHome, type TestHome } from './test-home.ts';

export interface LaggingHome extends TestHome {
  /** What was committed so far stands in the indexes from now on. */
  readonly indexesCatchUp: LaggingStore['flush'];
}

/**
 * The small world on a store whose indexes show the directory, and of all that comes later only what is more than `lag`
 * commits old.
 */
export async function createLaggingHome(lag = Number.POSITIVE_INFINITY): Promise<LaggingHome> {
  const database = openDatabase(':memory:');
  const store = createLaggingStore(createSqliteStore(database), lag);
  const home = await createTestHome({ database, store });
  await store.flush();
  return { ...home, indexesCatchUp: () => store.flush() };
}
