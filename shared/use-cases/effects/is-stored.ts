import { CommitConflict, type Store, type Write } from '../../ports.ts';

/** One write by its condition. @returns false where somebody else was there first */
export async function isStored(store: Store, write: Write): Promise<boolean> {
  try {
    await store.commit([write]);
    return true;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return false;
  }
}
