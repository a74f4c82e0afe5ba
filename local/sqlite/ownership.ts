import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './storage-errors.ts';

export interface Ownership {
  release(): void;
}

/** Another process has the file. */
export class DatabaseInUse extends Error {
  readonly holder: string;
  constructor(file: string, holder: string) {
    super(`${file} is in use by ${holder}; only one process can own it`);
    this.name = 'DatabaseInUse';
    this.holder = holder;
  }
}

/**
 * The lock is an open transaction on a small SQLite file of its own, so the operating system drops it however the
 * process ends. Its text can't be read while it is locked (and closing a second handle on it would drop the lock),
 * therefore who holds it stands in a file beside it.
 */
export function takeOwnership(file: string): Ownership {
  const holderFile = `${file}.holder`;
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 100 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    writeFileSync(holderFile, describeThisProcess(lock));
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new DatabaseInUse(file, readHolder(holderFile));
    throw error;
  }
  return {
    release() {
      if (!lock.isOpen) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

/** One name for one file, so that two paths to it meet at one lock. Creates the folder. */
export function canonicalPath(path: string): string {
  const full = resolve(path);
  mkdirSync(dirname(full), { recursive: true });
  return existsSync(full) ? realpathSync(full) : join(realpathSync(dirname(full)), basename(full));
}

/** Personal data: a new file is for its owner alone (SQLite gives its WAL the same mode). Before any lock is held on it. */
export function createPrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

function describeThisProcess(db: DatabaseSync): string {
  const now = db.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS now").get()?.['now'];
  return `process ${String(process.pid)} on ${hostname()} since ${String(now)}`;
}

function readHolder(holderFile: string): string {
  try {
    return readFileSync(holderFile, 'utf8') || 'another process';
  } catch {
    return 'another process';
  }
}
