import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createPrivateFile } from './ownership.ts';

const busyTimeoutMs = 2_000;

/**
 * One moment of the whole file as a file of its own, for its owner alone, on the disk when it returns. Pages that were given
 * up don't come along, and with them nothing that was erased.
 * https://sqlite.org/lang_vacuum.html#vacuuminto
 */
export function copyWhole(db: DatabaseSync, to: string): void {
  rmSync(to, { force: true });
  createPrivateFile(to);
  db.prepare('VACUUM INTO ?').run(to);
  syncFile(to);
}

/** The same beside the file's owner, who goes on meanwhile: on a connection that only reads. */
export function copyWholeFile(from: string, to: string): void {
  const db = new DatabaseSync(from, { readOnly: true, timeout: busyTimeoutMs });
  try {
    copyWhole(db, to);
  } finally {
    db.close();
  }
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
