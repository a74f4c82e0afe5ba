import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '#shared/ports.ts';

/** Whether SQLite's write-ahead log can be built upon. */
export interface TrustedLog {
  /**
   * A commit or a flush failed. Nobody knows what of the log is on the disk, and a kernel tells it once: the next fsync
   * answers well whatever was lost (https://lwn.net/Articles/752063/).
   */
  readonly doubt: () => void;
  /** Once in doubt: brings all that was committed into the file itself. @throws what the disk still fails with */
  readonly require: () => void;
}

export function createTrustedLog(db: DatabaseSync): TrustedLog {
  let doubted = false;
  return {
    doubt() {
      doubted = true;
      cutOff(db);
    },
    require() {
      if (!doubted) return;
      if (!emptyLog(db)) throw new StoreUnavailable('the log can’t be emptied while somebody reads it');
      doubted = false;
    },
  };
}

/**
 * A commit whose fsync failed was rolled back and refused, and yet lies whole behind the log's end: whoever opens the file
 * after a crash would take it for done (https://sqlite.org/walformat.html, recovery). A commit that waits for no disk writes
 * over its first frame, and by the chain of checksums nothing behind that counts.
 */
function cutOff(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF; PRAGMA user_version = 0');
  } catch {
    // Not even that could be written: `require` empties the log before anything else is.
  } finally {
    db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000');
  }
}

/**
 * Writes every page of the log into the file, waits for the disk, and begins the log anew.
 * @returns false while a reader needs the log
 * @throws SQLite's error when the disk fails
 */
export const emptyLog = (db: DatabaseSync): boolean =>
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
