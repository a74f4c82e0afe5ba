import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { epochMs } from '#shared/domain/time.ts';
import type { Clock, Random } from '#shared/ports.ts';

/** ULIDs of machine time, rising within one process, and bytes that nobody can guess. */
export function createRandom(clock: Pick<Clock, 'machine'>): Random {
  const next = monotonicFactory(() => randomBytes(1).readUInt8(0) / 256);
  return {
    ulid: () => next(epochMs(clock.machine())),
    bytes: (count) => randomBytes(count),
  };
}
