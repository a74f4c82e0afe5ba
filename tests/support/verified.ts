import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '#shared/ports.ts';
import type { Finding } from '#shared/verification/finding.ts';
import type { Printed } from '#shared/verification/paper.ts';
import { verifyOffice, type OfficeToVerify } from '#shared/verification/verify-office.ts';

/** Verifies an office of these items, and says what was found. */
export async function verified(
  items: readonly Item[],
  more: Partial<OfficeToVerify> = {},
  printed: Printed = {},
) {
  const findings: Finding[] = [];
  const records = {
    async *items() {
      yield items;
    },
  };
  const folder = mkdtempSync(join(tmpdir(), 'vd-verification-'));
  try {
    const office = await verifyOffice(
      { records, ...more },
      { folder, printed, onFinding: (finding) => findings.push(finding) },
    );
    return { findings, verified: office };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
