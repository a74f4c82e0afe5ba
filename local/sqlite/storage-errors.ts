import { StorageFailing, StoreUnavailable } from '#shared/ports.ts';

// https://sqlite.org/rescode.html: what another process, a full or a failing disk causes, not the statement.
const storageCodes: ReadonlyMap<number, string> = new Map([
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [7, 'SQLITE_NOMEM'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
]);

export function isStorageError(error: unknown): error is Error & { errcode: number } {
  return primaryCode(error) !== undefined && storageCodes.has(primaryCode(error) ?? 0);
}

export function isBusy(error: unknown): boolean {
  return primaryCode(error) === 5;
}

// Only what passes by itself.
const passing: readonly string[] = ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_NOMEM'];

/** A storage error as the port names it; any other error as it is. */
export function asUnavailable(error: unknown): unknown {
  if (!isStorageError(error)) return error;
  const name = storageCodes.get(error.errcode & 0xff) ?? '';
  const Unavailable = passing.includes(name) ? StoreUnavailable : StorageFailing;
  return new Unavailable(`the database can't serve now: ${error.message} (${name})`, { cause: error });
}

/** Extended result codes keep the primary one in their lowest byte. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}
