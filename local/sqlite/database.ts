import { DatabaseSync } from 'node:sqlite';
import { refuseHalfRestored } from '#local/backup/restoring-folder.ts';
import { createGroupCommit, type Lasting } from './group-commit.ts';
import { createLogFlusher } from './log-flusher.ts';
import { migrate } from './migrations.ts';
import { canonicalPath, createPrivateFile, noOwnership, takeOwnership, type Ownership } from './ownership.ts';
import { asUnavailable } from './storage-errors.ts';
import { createTrustedLog, emptyLog } from './trusted-log.ts';
import { backUpBeforeUpgrade } from './upgrade-backup.ts';

export interface DatabaseReader {
  read<T>(work: (db: DatabaseSync) => T): T;
  close(): Promise<void>;
}

/** The one SQLite file of the embedded home. All its parts read and write through here, on the main thread. */
export interface Database extends DatabaseReader {
  /** Runs at once; sees what has been committed. Must not write. */
  read<T>(work: (db: DatabaseSync) => T): T;
  /**
   * Runs `work` at the end of this turn of the event loop, in one transaction and one fsync with all other writes of the
   * turn. What `work` throws undoes only its own writes and rejects only its own promise. Durable when the promise
   * resolves, unless it may last `soon` only. `work` is synchronous and neither begins nor ends a transaction.
   * @throws StoreUnavailable when the disk is full, read-only or failing; then nothing was stored.
   */
  write<T>(work: (db: DatabaseSync) => T, lasting?: Lasting): Promise<T>;
  /**
   * SQL texts of one part of the program, run once each, in order. Steps are only ever added at the end. Before a file of
   * an older program is changed, a copy of it is kept.
   * @throws FileTooNew
   */
  migrate(area: string, steps: readonly string[]): void;
  /** Leaves nothing in the log of what was overwritten in the file. @returns false while somebody reads it, or the disk fails */
  emptyLog(): boolean;
  /** Under which address the owner answers: told to whoever wants the file meanwhile. */
  announce(address: string): void;
  /** Does the writes still waiting, then gives the file up. */
  close(): Promise<void>;
}

const busyTimeoutMs = 2_000;

/**
 * Opens the file (or `:memory:`) as its only owner.
 * @throws DatabaseInUse naming the process that holds it; TransferRefused RestoreUnfinished
 */
export function openDatabase(path: string): Database {
  if (path === ':memory:') return withConnection(path, noOwnership);
  const file = canonicalPath(path);
  const ownership = takeOwnership(file);
  try {
    refuseHalfRestored(file);
    createPrivateFile(file);
    return withConnection(file, ownership);
  } catch (error) {
    ownership.release();
    throw error;
  }
}

/** For a second process or a worker, beside the owner. Each `read` sees one moment of the file, whole. */
export function openReader(path: string): DatabaseReader {
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  return {
    read: (work) =>
      readFrom(db, () => {
        db.exec('BEGIN');
        try {
          return work(db);
        } finally {
          db.exec('COMMIT');
        }
      }),
    close: () => {
      if (db.isOpen) db.close();
      return Promise.resolve();
    },
  };
}

function withConnection(path: string, ownership: Ownership): Database {
  const db = connect(path);
  const log = createTrustedLog(db);
  const flusher = createLogFlusher(path, log.doubt);
  const commits = createGroupCommit(db, flusher.flushSoon, log);
  let backedUp = false;
  const backUpOnce = (): void => {
    if (!backedUp && path !== ':memory:') backUpBeforeUpgrade(db, path);
    backedUp = true;
  };
  return {
    read: (work) => readFrom(db, work),
    write: (work, lasting = 'now') => commits.write(work, lasting),
    migrate: (area, steps) => {
      migrate(db, area, { steps, beforeUpgrade: backUpOnce });
    },
    emptyLog: () => {
      try {
        return emptyLog(db);
      } catch {
        return false;
      }
    },
    announce: ownership.announce,
    close: () => {
      if (!db.isOpen) return Promise.resolve();
      commits.finish();
      flusher.close();
      db.close();
      ownership.release();
      return Promise.resolve();
    },
  };
}

function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
    if (path !== ':memory:' && mode !== 'wal') {
      throw new Error(`${path} can't be kept in WAL mode (${String(mode)}): is it on a network drive?`);
    }
    // Without fullfsync macOS answers before the bytes have left the drive's cache. Pages that are given up are overwritten.
    db.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA cache_size = -24576;
      PRAGMA secure_delete = ON;
    `);
    // What a process left there that died with a failing disk: this kernel has told of it already, and won't again.
    emptyLog(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function readFrom<T>(db: DatabaseSync, work: (db: DatabaseSync) => T): T {
  try {
    return work(db);
  } catch (error) {
    throw asUnavailable(error);
  }
}
