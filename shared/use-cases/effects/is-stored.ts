import { CommitConflict, type Store, type Write } from '../../ports.ts';

/** One commit by its conditions. @returns false where somebody else was there first */
export async function isStored(store: Store, ...writes: readonly Write[]): Promise<boolean> {
  try {
    await store.commit(writes);
    return true;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return false;
  }
}
