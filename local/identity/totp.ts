import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { epochMs, type Instant } from '#shared/domain/time.ts';

/**
 * One-time passwords by time, with the settings that every authenticator app knows: SHA-1, six digits, thirty seconds.
 * https://www.rfc-editor.org/rfc/rfc6238, https://www.rfc-editor.org/rfc/rfc4226#section-5.3
 */
const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one: a telephone's clock is never exact, and typing takes a while. */
const tolerance = [0, -1, 1] as const;

/** Twenty bytes, as RFC 4226 recommends; hexadecimal. */
export const newTotpSecret = (): string => randomBytes(20).toString('hex');

export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', Buffer.from(secret, 'hex')).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

export const totpStep = (now: Instant): number => Math.floor(epochMs(now) / 1_000 / stepSeconds);

/** The step to which the code belongs; undefined for a wrong one. */
export function matchTotp(secret: string, code: string, now: Instant): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, ''));
  return tolerance
    .map((distance) => totpStep(now) + distance)
    .find((step) => {
      const right = Buffer.from(totpCode(secret, step));
      return given.length === right.length && timingSafeEqual(given, right);
    });
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** https://www.rfc-editor.org/rfc/rfc4648#section-6, without padding: as authenticator apps want a secret typed. */
export function base32(hex: string): string {
  const bits = [...Buffer.from(hex, 'hex')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** What the QR code holds. https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function otpauthUri(secret: string, username: string, place: string): string {
  const issuer = `Vinh Danh ${place}`;
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
