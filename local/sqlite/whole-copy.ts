import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { forgetKeys } from '#local/identity/forget-keys.ts';
import { createPrivateFile } from './ownership.ts';

const busyTimeoutMs = 2_000;

/**
 * One moment of the whole file as a file of its own, for its owner alone, on the disk when it returns. Pages that were given
 * up don't come along, and with them nothing that was erased; nor do the issuer's keys.
 * https://sqlite.org/lang_vacuum.html#vacuuminto
 */
export function copyWhole(db: DatabaseSync, to: string): void {
  rmSync(to, { force: true });
  createPrivateFile(to);
  db.prepare('VACUUM INTO ?').run(to);
  leaveKeysOut(to);
  syncFile(to);
}

function leaveKeysOut(copy: string): void {
  const db = new DatabaseSync(copy);
  try {
    // Neither in free pages of the copy nor in a journal beside it.
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON');
    forgetKeys(db);
  } finally {
    db.close();
  }
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
