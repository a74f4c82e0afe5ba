import { encodeTime } from 'ulid';
import type { Random } from '#shared/ports.ts';

/** The same ids and bytes in every run: ULIDs rise, as real ones do; bytes come from mulberry32. */
export function createSeededRandom(seed = 1): Random {
  let state = seed;
  let drawn = 0;

  function nextByte(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
  }

  return {
    ulid() {
      drawn += 1;
      return encodeTime(1_601_863_200_000 + drawn, 10) + encodeTime(seed, 16);
    },
    bytes: (count) => Uint8Array.from({ length: count }, nextByte),
  };
}

/** SEED of the environment, to play a run again; else a new one, to be said in the title of what uses it. */
export const seedOfRun = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
