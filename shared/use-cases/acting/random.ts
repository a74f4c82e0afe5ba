import type { Random } from '../../ports.ts';

/** 16 random bytes as hex: keeps a payload's commitment from being guessed. */
export function randomSalt(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}
