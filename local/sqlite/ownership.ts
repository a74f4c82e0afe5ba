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
import { dayOf, formatDay, formatTimeOfDay } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { isBusy } from './storage-errors.ts';

export interface Ownership {
  /** Under which address the owner answers: whoever is refused learns it. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

/** Of a database in memory, which nobody else can want. */
export const noOwnership: Ownership = { announce: () => undefined, release: () => undefined };

/** Who has the file, in Vietnamese and in English. */
interface Holder {
  readonly vi: string;
  readonly en: string;
}

/** Another process has the file. */
export class DatabaseInUse extends Error {
  readonly holder: Holder;
  constructor(file: string, holder: Holder) {
    super(`Kho dữ liệu ${file} đang được dùng (${holder.vi}); mỗi kho chỉ một chương trình được mở. Hãy dừng chương trình ấy trước.
${file} is in use by ${holder.en}; only one process can own it. End that one first.`);
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
  lockOrRefuse(lock, file);
  const holder = describeThisProcess();
  writeHolder(holderFile, holder);
  return {
    announce: (address) => {
      writeHolder(holderFile, { vi: `${holder.vi}, địa chỉ ${address}`, en: `${holder.en}, at ${address}` });
    },
    release: () => {
      if (!lock.isOpen) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

function lockOrRefuse(lock: DatabaseSync, file: string): void {
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
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

function describeThisProcess(): Holder {
  const now = machineNow();
  const since = `${formatDay(dayOf(now))} ${formatTimeOfDay(now)}`;
  const [id, machine] = [String(process.pid), hostname()];
  return {
    vi: `tiến trình ${id} trên máy ${machine}, từ ${since}`,
    en: `process ${id} on ${machine} since ${since}`,
  };
}

const writeHolder = (holderFile: string, { vi, en }: Holder): void => {
  writeFileSync(holderFile, `${vi}\n${en}\n`, { mode: 0o600 });
};

/** What an older version wrote is one line, of English. */
function readHolder(holderFile: string): Holder {
  const [vi = '', en = vi] = textOf(holderFile).trimEnd().split('\n');
  return vi === '' ? { vi: 'một chương trình khác', en: 'another process' } : { vi, en };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
