import { closeSync, fdatasync, openSync } from 'node:fs';

/** Brings SQLite's write-ahead log to the disk in a thread of its own, for commits that didn't wait for it. */
export interface LogFlusher {
  /** One flush at a time; what is asked for meanwhile makes one more. */
  readonly flushSoon: () => void;
  readonly close: () => void;
}

/**
 * @param file of the database, or `:memory:`, which has no log
 * @param failed a disk that fails tells each of its openers once: this one too
 */
export function createLogFlusher(file: string, failed: () => void): LogFlusher {
  let handle: number | undefined;
  let flushing = false;
  let again = false;
  let closed = file === ':memory:';

  function flush(): void {
    handle ??= opened();
    if (handle === undefined) return;
    flushing = true;
    again = false;
    fdatasync(handle, (error) => {
      flushing = false;
      if (closed) {
        giveUp();
        return;
      }
      if (error !== null) failed();
      if (again) flush();
    });
  }

  function opened(): number | undefined {
    try {
      return openSync(`${file}-wal`, 'r+');
    } catch {
      return undefined;
    }
  }

  function giveUp(): void {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
  }

  return {
    flushSoon() {
      if (closed) return;
      if (flushing) again = true;
      else flush();
    },
    close() {
      closed = true;
      if (!flushing) giveUp();
    },
  };
}
