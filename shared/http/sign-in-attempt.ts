import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { clearCookie, cookieName, readCookies, setCookie } from './cookie.ts';
import { safeReturnTo } from './return-to.ts';

/** One way from /sign-in to the issuer and back. Everything follows from the cookie, so nothing is stored for strangers. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly startedAt: number;
}

const lifeSeconds = 600;
const attemptsAtOnce = 5;

export function startAttempt(
  returnTo: string,
  now: Instant,
  from: { publicUrl: string; cookieHeader: string | null },
): { attempt: SignInAttempt; challenge: string; cookies: string[] } {
  const secret = randomBytes(32).toString('base64url');
  const value = `${secret}.${epochMs(now)}.${Buffer.from(returnTo).toString('base64url')}`;
  const attempt = derive(secret, epochMs(now), returnTo);
  return {
    attempt,
    challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    cookies: [
      ...clearSurplus(from.publicUrl, from.cookieHeader),
      setCookie(attemptCookie(attempt.state, from.publicUrl), value, lifeSeconds),
    ],
  };
}

/** @returns undefined when this browser did not start that attempt, or more than ten minutes ago */
export function readAttempt(
  state: string,
  now: Instant,
  from: { publicUrl: string; cookieHeader: string | null },
): SignInAttempt | undefined {
  const value = readCookies(from.cookieHeader).get(attemptCookie(state, from.publicUrl));
  const parts = /^([\w-]{43})\.(\d{1,15})\.([\w-]+)$/.exec(value ?? '');
  if (parts === null) return undefined;
  const [, secret = '', startedAt = '', returnTo = ''] = parts;
  const attempt = derive(secret, Number(startedAt), Buffer.from(returnTo, 'base64url').toString());
  const age = epochMs(now) - attempt.startedAt;
  return same(attempt.state, state) && age < lifeSeconds * 1_000 ? attempt : undefined;
}

/** Named by its state: two tabs that sign in at the same time do not disturb each other. */
export function attemptCookie(state: string, publicUrl: string): string {
  return cookieName(`vd-attempt-${state.replaceAll(/[^\w-]/g, '').slice(0, 8)}`, publicUrl);
}

/** `state` goes through the issuer and seals time and return path: a cookie that was written by hand fits no answer. */
function derive(secret: string, startedAt: number, returnTo: string): SignInAttempt {
  const part = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  return {
    state: part(`state ${startedAt} ${returnTo}`),
    nonce: part('nonce'),
    verifier: part('verifier'),
    returnTo: safeReturnTo(returnTo),
    startedAt,
  };
}

function clearSurplus(publicUrl: string, cookieHeader: string | null): string[] {
  const prefix = cookieName('vd-attempt-', publicUrl);
  const old = [...readCookies(cookieHeader).keys()].filter((name) => name.startsWith(prefix));
  return old.length < attemptsAtOnce ? [] : old.map(clearCookie);
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
