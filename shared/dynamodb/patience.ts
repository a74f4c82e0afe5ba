import { setTimeout } from 'node:timers/promises';
import { asPortError, isPassing } from './engine-error.ts';

/** How long what passes by itself is waited for. */
export interface Patience {
  readonly attempts: number;
  /** At most, before the second attempt; twice as long before each further one, up to `longestMs`. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Two and a half seconds of waiting at most, one and a quarter as a rule. */
export const defaultPatience: Patience = {
  attempts: 8,
  firstMs: 25,
  longestMs: 800,
  random: Math.random,
  sleep: setTimeout,
};

/** Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
export async function waitBefore(
  { firstMs, longestMs, random, sleep }: Patience,
  retry: number,
): Promise<void> {
  await sleep(random() * Math.min(longestMs, firstMs * 2 ** (retry - 1)));
}

/** @throws the port's errors; StoreUnavailable once all attempts were in vain */
export async function withPatience<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let retry = 1; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (retry >= patience.attempts || !isPassing(error)) throw asPortError(error);
    }
    await waitBefore(patience, retry);
  }
}
