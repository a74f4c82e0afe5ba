import type { DatabaseSync } from 'node:sqlite';
import type { Database } from '#local/sqlite/database.ts';
import type { PersonId } from '#shared/domain/id.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { Vault } from '#shared/ports.ts';
import type { Account } from './accounts.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { matchTotp } from './totp.ts';

export interface FactorKeeper {
  readonly database: Database;
  /** Seals the secrets of one-time passwords: a copy of the data file alone gives nobody a second factor. */
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  /** Machine time. */
  readonly now: () => Instant;
}

/** Uses the code up: of one-time passwords no step counts twice, and none before one that was used (RFC 6238, 5.2). */
export async function useCode(
  { database, vault, now }: FactorKeeper,
  account: Account,
  code: string,
): Promise<boolean> {
  if (account.totp === undefined) return false;
  const step = matchTotp(await vault.open(account.totp), code, now());
  return database.write((db) =>
    step === undefined
      ? useRecoveryCode(db, account.personId, code)
      : useStep(db, account.personId, { step, totp: account.totp }),
  );
}

function useStep(
  db: DatabaseSync,
  personId: PersonId,
  { step, totp }: { step: number; totp: string | undefined },
): boolean {
  const { changes } = db
    .prepare(
      'UPDATE identity_account SET totp_step = ? WHERE person_id = ? AND totp = ? AND coalesce(totp_step, 0) < ?',
    )
    .run(step, personId, totp ?? '', step);
  return changes === 1;
}
