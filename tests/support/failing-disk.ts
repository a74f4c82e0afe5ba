import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('failing-disk.c', import.meta.url));

/** A disk that fails on command, for a program that is started with its environment. */
export interface FailingDisk {
  readonly env: Readonly<Record<string, string>>;
  /** From now on each of these calls on the data file and its log fails so. */
  fail(call: 'fsync' | 'write', errno: 'EIO' | 'EROFS' | 'ENOSPC'): void;
  mend(): void;
  remove(): void;
}

/** @returns why there is none on this machine, where there is none */
export function createFailingDisk(part = '.sqlite'): FailingDisk | string {
  if (process.platform !== 'linux') return 'calls to the disk are made to fail by LD_PRELOAD, on Linux only';
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-disk-'));
  const library = join(folder, 'failing-disk.so');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (built.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return `no C compiler (cc) that makes a shared library: ${built.error?.message ?? built.stderr}`;
  }
  const file = join(folder, 'fault');
  return {
    env: { LD_PRELOAD: library, FAULT_FILE: file, FAULT_PATH: part },
    fail: (call, errno) => {
      writeFileSync(file, `${call} ${String(constants.errno[errno])}`);
    },
    mend: () => {
      rmSync(file, { force: true });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
