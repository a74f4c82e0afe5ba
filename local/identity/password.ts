import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** From OWASP's password storage cheat sheet, 16 MB. A hash carries its cost, so this may be raised any day. */
const cost: Cost = { logN: 14, r: 8, p: 5 };
const hashLength = 32;

export async function hashPassword(password: string, { logN, r, p }: Cost = cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, { logN, r, p });
  return ['scrypt', logN, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes the same time whether there is such an account (`stored`) or not. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const parts = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored ?? '');
  if (parts === null) {
    await derive(password, Buffer.alloc(16), cost);
    return false;
  }
  const [, logN, r, p, salt = '', hash = ''] = parts;
  const expected = Buffer.from(hash, 'base64url');
  const storedCost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, 'base64url'), storedCost);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function derive(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  // Vietnamese keyboards send the same word composed or decomposed; both must be the same password.
  const text = password.normalize('NFKC');
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
  return new Promise((resolve, reject) => {
    scrypt(text, salt, hashLength, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
