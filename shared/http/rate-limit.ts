import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '#shared/domain/refusal.ts';
import { epochMs } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports.ts';

/** Tells whether one more request of a client is taken. Machine time. */
export interface RateLimiter {
  take(client: string): { readonly allowed: boolean; readonly retryAfterSeconds: number };
}

/** Guesses of public codes by one client. */
export const guessesPerMinute = 20;

/** Requests for the form of a proposal slip by one client: a whole group may stand behind one address. */
export const proposalsPerMinute = 30;

/** Refuses what comes too often. @throws Refusal TooManyRequests */
export function limited(limiter: RateLimiter, clientOf: (context: Context) => string): MiddlewareHandler {
  return async (c, next) => {
    if (!limiter.take(clientOf(c)).allowed) throw new Refusal('TooManyRequests');
    await next();
  };
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Clients remembered at once; the eldest is forgotten first. */
const mostClients = 10_000;

/** A bucket a client, in memory: `perMinute` at once, then as many spread over each minute. */
export function createTokenBuckets(clock: Pick<Clock, 'machine'>, perMinute: number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return {
    take(client) {
      const now = epochMs(clock.machine());
      const before = buckets.get(client) ?? { tokens: perMinute, at: now };
      const tokens = Math.min(perMinute, before.tokens + Math.max(0, now - before.at) * perMs);
      const allowed = tokens >= 1;
      buckets.delete(client);
      buckets.set(client, { tokens: allowed ? tokens - 1 : tokens, at: now });
      const [eldest] = buckets.keys();
      if (buckets.size > mostClients && eldest !== undefined) buckets.delete(eldest);
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((1 - tokens) / perMs / 1000) };
    },
  };
}
