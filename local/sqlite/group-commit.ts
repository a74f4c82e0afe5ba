import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '#shared/ports.ts';
import { asUnavailable, isBusy, isStorageError } from './storage-errors.ts';
import { prepared } from './statements.ts';
import type { TrustedLog } from './trusted-log.ts';

/**
 * When a write outlives a power cut. `now`: before its promise resolves. `soon`: it stands at once for all who read, and is
 * on the disk a moment later, or with the next `now`, in the order of the commits; a power cut before that takes it back with
 * everything behind it. For what is done again then.
 */
export type Lasting = 'now' | 'soon';

export interface GroupCommit {
  write<T>(work: (db: DatabaseSync) => T, lasting: Lasting): Promise<T>;
  /** Commits what waits; later writes are refused. */
  finish(): void;
}

type Settle = () => void;

interface Waiting {
  readonly lasting: Lasting;
  /** Does the work and says how to answer once the transaction is on the disk. */
  run(db: DatabaseSync): Settle;
  reject(error: unknown): void;
}

// Keeps one turn of the event loop short when thousands of writes wait.
const batchLimit = 256;

// https://sqlite.org/pragma.html#pragma_synchronous: with FULL a commit to the log waits for the disk, with NORMAL it doesn't.
type Synchronous = 'FULL' | 'NORMAL';

/**
 * One transaction for all writes that were asked for in one turn of the event loop, and one fsync where one of them is to
 * last now.
 * @param flushSoon brings to the disk what was committed without one
 * @param log is doubted once a commit failed, and nothing is committed to it until it has been emptied
 */
export function createGroupCommit(db: DatabaseSync, flushSoon: () => void, log: TrustedLog): GroupCommit {
  const waiting: Waiting[] = [];
  let scheduled = false;
  let finished = false;
  /** As the connection was opened. */
  let synchronous: Synchronous = 'FULL';

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      commitNext();
    });
  }

  function commitNext(): void {
    const batch = waiting.splice(0, batchLimit);
    schedule();
    if (batch.length === 0) return;
    const wanted = batch.some(({ lasting }) => lasting === 'now') ? 'FULL' : 'NORMAL';
    if (wanted !== synchronous) db.exec(`PRAGMA synchronous = ${wanted}`);
    synchronous = wanted;
    commitAndAnswer(db, batch, log);
    if (wanted === 'NORMAL') flushSoon();
  }

  return {
    write<T>(work: (db: DatabaseSync) => T, lasting: Lasting): Promise<T> {
      if (finished) return Promise.reject(new StoreUnavailable('the database is closed'));
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          lasting,
          run: (connection) => {
            const value = work(connection);
            return () => {
              resolve(value);
            };
          },
          reject,
        });
        schedule();
      });
    },
    finish() {
      finished = true;
      while (waiting.length > 0) commitNext();
    },
  };
}

function commitAndAnswer(db: DatabaseSync, batch: readonly Waiting[], log: TrustedLog): void {
  let answers: readonly Settle[];
  try {
    log.require();
    answers = commitTogether(db, batch);
  } catch (error) {
    if (isStorageError(error) && !isBusy(error)) log.doubt();
    const reason = asUnavailable(error);
    for (const one of batch) one.reject(reason);
    return;
  }
  for (const answer of answers) answer();
}

function commitTogether(db: DatabaseSync, batch: readonly Waiting[]): readonly Settle[] {
  try {
    prepared(db, 'BEGIN IMMEDIATE').run();
    const answers = batch.map((one) => runAlone(db, one));
    prepared(db, 'COMMIT').run();
    return answers;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function runAlone(db: DatabaseSync, one: Waiting): Settle {
  prepared(db, 'SAVEPOINT one').run();
  try {
    const answer = one.run(db);
    prepared(db, 'RELEASE one').run();
    return answer;
  } catch (error) {
    // SQLite may have rolled back the whole transaction by itself: then nobody's work stands.
    if (isStorageError(error) || !db.isTransaction) throw error;
    prepared(db, 'ROLLBACK TO one').run();
    prepared(db, 'RELEASE one').run();
    return () => {
      one.reject(error);
    };
  }
}
