import type { DatabaseSync } from 'node:sqlite';
import { hasTable } from '#local/sqlite/statements.ts';

/**
 * Takes the keys out with which the issuer signs tokens and cookies: who finds a copy of the file could sign in as anybody.
 * The next start makes new ones, and what the old ones signed counts no more.
 */
export function forgetKeys(db: DatabaseSync): void {
  if (hasTable(db, 'identity_setting'))
    db.exec("DELETE FROM identity_setting WHERE name IN ('signing-keys', 'cookie-keys')");
}
