import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own, that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  /** Takes away what it was filled with. */
  clear(): void;
  remove(): void;
}

/** @returns why there is none, where this process may not mount */
export function createSmallDisk(megabytes: number): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-small-disk-'));
  const mounted = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=700`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return `this process may not mount a disk of its own: ${mounted.error?.message ?? mounted.stderr}`;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      writeFileSync(filler, '');
      for (const size of [65_536, 4_096]) appendUntilFull(filler, size);
    },
    clear() {
      rmSync(filler, { force: true });
    },
    remove() {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function appendUntilFull(filler: string, size: number): void {
  for (;;) {
    try {
      appendFileSync(filler, Buffer.alloc(size));
    } catch {
      return;
    }
  }
}
