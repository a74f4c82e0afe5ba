import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { personIdSchema } from '#shared/domain/id.ts';
import { epochMs, instantOf, instantSchema, type Instant } from '#shared/domain/time.ts';
import {
  CommitConflict,
  StoreUnavailable,
  type Clock,
  type Item,
  type Key,
  type Store,
} from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { loadSignOut, longestSignInMs } from '#shared/records/sign-out-record.ts';
import type { Known } from './code-exchange.ts';
import { strengthOf } from './strength.ts';

/** Somebody is signed in on one browser. `secret` is the value of the cookie and is stored nowhere. */
export interface SignIn extends Known {
  readonly secret: string;
  /** Machine time. */
  readonly startedAt: Instant;
}

type SignInStore = Pick<Store, 'get' | 'commit'>;
type MachineClock = Pick<Clock, 'machine'>;

const hourMs = 3_600_000;
const idleMs = 8 * hourMs;
/** `lastSeenAt` is written at most this often, so that reading pages does not become writing. */
const touchMs = 5 * 60_000;

export const signInSeconds = longestSignInMs / 1_000;

const bodySchema = z.object({
  personId: personIdSchema,
  createdAt: instantSchema,
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional(),
});

export async function startSignIn(store: SignInStore, known: Known, clock: MachineClock): Promise<SignIn> {
  // Not from the Random port: that one may be seeded.
  const secret = randomBytes(32).toString('base64url');
  const now = clock.machine();
  const end = epochMs(now) + longestSignInMs;
  const body = { ...known, createdAt: now, lastSeenAt: now, expiresAt: instantOf(end) };
  const item: Item = { ...keyOf(secret), version: 1, v: 1, body, expiresAt: Math.ceil(end / 1_000) };
  await store.commit([{ put: item, if: { absent: true } }]);
  return { ...known, secret, startedAt: now };
}

/** @returns undefined for a cookie that never was, was revoked, alone or with all of its person, was idle for 8 hours or is 12 hours old */
export async function readSignIn(
  store: SignInStore,
  cookie: string | undefined,
  clock: MachineClock,
): Promise<SignIn | undefined> {
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return undefined;
  const [item] = await store.get([keyOf(cookie)]);
  if (item === undefined) return undefined;
  const body = bodySchema.parse(item.body);
  const now = epochMs(clock.machine());
  const idle = now - Date.parse(body.lastSeenAt);
  if (idle >= idleMs || now >= Date.parse(body.expiresAt)) return undefined;
  const [signOut] = await store.get([keys.signOut(body.personId)]);
  if (Date.parse(body.createdAt) <= Date.parse(loadSignOut(signOut)?.before ?? '')) return undefined;
  if (idle >= touchMs) await touch(store, item, clock);
  return { personId: body.personId, ...strengthOf(body), secret: cookie, startedAt: body.createdAt };
}

export async function endSignIn(store: SignInStore, signIn: SignIn): Promise<void> {
  await store.commit([{ delete: keyOf(signIn.secret) }]);
}

/** Goes into each form as the field `csrf`; as secret as the cookie it is made from, and of no use without it. */
export function csrfToken(signIn: SignIn): string {
  return createHmac('sha256', signIn.secret).update('csrf').digest('base64url');
}

export function checkCsrf(signIn: SignIn, token: string | undefined): boolean {
  const given = Buffer.from(token ?? '');
  const right = Buffer.from(csrfToken(signIn));
  return given.length === right.length && timingSafeEqual(given, right);
}

function keyOf(secret: string): Key {
  return keys.signIn(createHash('sha256').update(secret).digest('base64url'));
}

async function touch(store: SignInStore, item: Item, clock: MachineClock): Promise<void> {
  const seen: Item = {
    ...item,
    version: item.version + 1,
    body: { ...item.body, lastSeenAt: clock.machine() },
  };
  try {
    await store.commit([{ put: seen, if: { version: item.version } }]);
  } catch (error) {
    // Another request was first, or the disk is full: neither is a reason to sign anybody out.
    if (!(error instanceof CommitConflict || error instanceof StoreUnavailable)) throw error;
  }
}
