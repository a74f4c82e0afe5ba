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
  /** Under which address the owner answers: whoever is refused learns it. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

/** Of a database in memory, which nobody else can want. */
export const noOwnership: Ownership = { announce: () => undefined, release: () => undefined };

/** Another process has the file. */
export class DatabaseInUse extends Error {
  readonly holder: string;
  constructor(file: string, holder: string) {
    super(`Kho dữ liệu ${file} đang được dùng (${holder}); mỗi kho chỉ một chương trình được mở. Hãy dừng chương trình ấy trước.
${file} is in use by ${holder}; only one process can own it. End that one first.`);
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
  createPrivateFile(`${file}.lock`);
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 100 });
  const holder = lockAndDescribe(lock, file);
  writeFileSync(holderFile, holder, { mode: 0o600 });
  return {
    announce: (address) => {
      writeFileSync(holderFile, `${holder} at ${address}`);
    },
    release: () => {
      if (!lock.isOpen) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

function lockAndDescribe(lock: DatabaseSync, file: string): string {
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return describeThisProcess(lock);
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new DatabaseInUse(file, readHolder(`${file}.holder`)) : error;
  }
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
