import { createHash } from 'node:crypto';
import { Refusal } from '#shared/domain/refusal.ts';
import type { ApiRoute } from './route.ts';

/** @throws Refusal IdempotencyKeyMissing, on acts, where there is none or it isn't 1 to 100 plain characters */
export function idempotencyKey(headers: Headers, act: boolean): string {
  const key = headers.get('idempotency-key') ?? '';
  if (!act || /^[\w:./-]{1,100}$/.test(key)) return key;
  if (key === '') throw new Refusal('IdempotencyKeyMissing');
  throw new Refusal('IdempotencyKeyMissing', {}, [{ field: 'Idempotency-Key', code: 'notAKey' }]);
}

/** What was asked, with what. SHA-256, hex. */
export function bodyHashOf(method: string, path: string, canonicalBody: string): string {
  return createHash('sha256').update(`${method} ${path}\n${canonicalBody}`).digest('hex');
}

/**
 * The version that the asker saw. A tag that we never gave matches nothing (RFC 9110, 13.1.1).
 * @throws Refusal IfMatchMissing where one is required, EditStale
 */
export function ifVersion(headers: Headers, ifMatch: ApiRoute['ifMatch']): number | undefined {
  if (ifMatch === 'none') return undefined;
  const sent = headers.get('if-match')?.trim() ?? '*';
  if (sent === '*') {
    if (ifMatch === 'optional') return undefined;
    throw new Refusal('IfMatchMissing');
  }
  const version = /^"(\d{1,9})"$/.exec(sent)?.[1];
  if (version === undefined) throw new Refusal('EditStale', { sent });
  return Number(version);
}

export const etag = (version: number): string => `"${version}"`;
