import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from '#shared/domain/id.ts';
import { base32 } from './totp.ts';

/** For the day on which the telephone is lost. Eighty bits each, so that a plain hash keeps them. */
const count = 8;
const bytes = 10;

/** `ABCD-EFGH-IJKL-MNOP`, each good for one sign-in. Shown once; only hashes are kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => grouped(base32(randomBytes(bytes).toString('hex'))));

const grouped = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/** Before new ones are kept, the old ones are thrown away. */
export function keepRecoveryCodes(db: DatabaseSync, personId: PersonId, codes: readonly string[]): void {
  db.prepare('DELETE FROM identity_recovery WHERE person_id = ?').run(personId);
  const insert = db.prepare('INSERT INTO identity_recovery (person_id, hash) VALUES (?, ?)');
  for (const code of codes) insert.run(personId, hashOf(code));
}

/** @returns whether it was one of the person's; it is none any more */
export function useRecoveryCode(db: DatabaseSync, personId: PersonId, code: string): boolean {
  const { changes } = db
    .prepare('DELETE FROM identity_recovery WHERE person_id = ? AND hash = ?')
    .run(personId, hashOf(code));
  return changes === 1;
}

/** As people type it: in small letters, with spaces for hyphens, nought and one for the letters that base 32 has. */
function hashOf(code: string): string {
  const typed = code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
  return createHash('sha256')
    .update(typed.replaceAll(/[^A-Z2-7]/g, ''))
    .digest('base64url');
}
