import { folded } from '#shared/domain/text.ts';

export type PasswordFault = 'PasswordTooShort' | 'PasswordTooLong' | 'PasswordCommon';

const shortest = 12;
const longest = 256;

/** What people take when twelve characters are asked of them; also in the middle of digits and signs. */
const commonWords = [
  'administrator',
  'congan',
  'dangnhap',
  'iloveyou',
  'khenthuong',
  'letmein',
  'matkhau',
  'password',
  'passw0rd',
  'quantri',
  'qwerty',
  'thiduakhenthuong',
  'vinhdanh',
  'welcome',
];
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * Length counts most, and that it isn't what everybody tries first.
 * https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver
 */
export function passwordFault(password: string, username: string): PasswordFault | undefined {
  if (Array.from(password.normalize('NFKC')).length < shortest) return 'PasswordTooShort';
  if (password.length > longest) return 'PasswordTooLong';
  return isCommon(folded(password), folded(username)) ? 'PasswordCommon' : undefined;
}

function isCommon(password: string, username: string): boolean {
  if (new Set(password).size < 5) return true;
  const backwards = Array.from(password).reverse().join('');
  if (rows.some((row) => row.includes(password) || row.includes(backwards))) return true;
  // What is left beside digits and signs would be guessed with them.
  const word = password.replaceAll(/[^a-z]/g, '');
  return [...commonWords, username.replaceAll(/[^a-z]/g, ''), ''].includes(word);
}
