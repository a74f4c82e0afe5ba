import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { ownFolder, refuseOthers } from './own-folder.ts';

/**
 * A secret of this home in a file that only its owner reads; made at the first start and never again. It is whole
 * and on the disk before it is used: a key that is lost later takes what it sealed with it.
 * @throws TransferRefused NotOurs when another user's file lies there
 */
export function readOrMakePrivateFile(path: string, make: () => string): string {
  const stored = readIfThere(path);
  if (stored !== undefined) return stored;
  ownFolder(dirname(path));
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(draft, make());
    placeOnce(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
  return readFileSync(path, 'utf8');
}

/** Whole under its name or not there at all, for its owner alone; instead of what stood there. */
export function placePrivateFile(path: string, text: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    const found = statSync(path);
    refuseOthers(path, found);
    // A copy that was put back may have come with the rights of any file.
    if ((found.mode & 0o077) !== 0 && process.platform !== 'win32') chmodSync(path, 0o600);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function writeDurably(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Of two processes that start together one places its file, and both read that one. */
function placeOnce(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    // A USB stick's file system has no links.
    if (!hasCode(error, 'EPERM') && !hasCode(error, 'ENOTSUP')) throw error;
    if (!existsSync(path)) renameSync(draft, path);
  }
}

/** A new name in a folder is on the disk only when the folder is. Windows can't open folders and needn't. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
