import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

/** An id of the shape of a ULID that follows from its short key: the same demo has the same ids on every machine. */
export function idOf(key: string): string {
  // 128 bits in 26 digits of 5: the first digit is at most 7, as in every ULID.
  let rest = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 32)}`);
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = alphabet.charAt(Number(rest % 32n)) + text;
    rest /= 32n;
  }
  return text;
}
