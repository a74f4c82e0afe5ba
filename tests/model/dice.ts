import { createSeededRandom } from '#tests/support/seeded-random.ts';

/** Falls the same way for the same seed. */
export interface Dice {
  /** Undefined where there is nothing to pick from. */
  pick<T>(from: readonly T[]): T | undefined;
  /** Each as often as it weighs; undefined where there is nothing. */
  weigh<T>(from: readonly T[], weightOf: (one: T) => number): T | undefined;
  chance(of: number): boolean;
}

export function createDice(seed: number): Dice {
  const random = createSeededRandom(seed);
  const roll = (): number => Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32;
  return {
    pick: (from) => from[Math.floor(roll() * from.length)],
    weigh(from, weightOf) {
      let left = roll() * from.reduce((sum, one) => sum + weightOf(one), 0);
      return from.find((one) => (left -= weightOf(one)) < 0);
    },
    chance: (of) => roll() < of,
  };
}
