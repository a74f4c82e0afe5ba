import { copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import { findingLine, type Finding } from '#shared/verification/finding.ts';
import type { Printed } from '#shared/verification/paper.ts';
import { verifyOffice } from '#shared/verification/verify-office.ts';
import { FileOwner } from './file-owner.ts';

export type Attack = (owner: FileOwner) => void | Promise<void>;

/** Findings of these codes for these records, each at an entry or at a place that holds these words. */
export type Expected = readonly (readonly [
  code: Finding['code'],
  record: () => string,
  at?: string | number,
])[];

export interface Look {
  readonly printed?: Printed;
  /** Folder of an earlier export. */
  readonly exported?: string;
}

/**
 * Does it to a copy of an office's file, and looks for it.
 * @param folder for the copy and for what is sorted
 */
export async function foundAfter(
  file: string,
  folder: string,
  attack: Attack,
  { printed = {}, exported }: Look = {},
): Promise<Finding[]> {
  const own = mkdtempSync(join(folder, 'copy-'));
  const copy = join(own, 'office.sqlite');
  copyFileSync(file, copy);
  const owner = new FileOwner(copy);
  await attack(owner);
  owner.close();
  const findings: Finding[] = [];
  await verifyOffice(
    {
      records: createSqliteRecords(copy),
      ...(exported === undefined
        ? {}
        : { exported: (await openExport(exported, { withVault: false })).items() }),
    },
    { folder: own, printed, onFinding: (finding) => findings.push(finding) },
  );
  return findings;
}

export function expectFound(found: readonly Finding[], expected: Expected): void {
  for (const [code, record, at] of expected) {
    const named = found.filter((finding) => finding.code === code && finding.record === record());
    const fits = named.filter(
      ({ seq, place = '' }) => at === undefined || (typeof at === 'number' ? seq === at : place.includes(at)),
    );
    expect({ fits: fits.length > 0, found: found.map(findingLine) }).toMatchObject({ fits: true });
  }
}
