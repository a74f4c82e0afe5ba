import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printCodeOf } from '#shared/domain/print-code.ts';
import { formatDay } from '#shared/domain/time.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import type { Terminal } from '#shared/transfer/command.ts';
import { findingLine } from './finding.ts';
import type { Printed } from './paper.ts';
import { verifyOffice, type OfficeToVerify, type VerifiedOffice } from './verify-office.ts';

/** The options that both homes take beside their own. */
export const verifyFlags = {
  root: { type: 'string' },
  record: { type: 'string' },
  head: { type: 'string' },
  export: { type: 'string' },
} as const;

export const verifyFlagsUsage = `  --root CODE             mã khóa sổ ghi trên giấy / a daily root as paper shows it
  --record ID --head CODE mã hồ sơ và mã lịch sử ghi trên giấy / a record and the code of its history as paper shows them
  --export FOLDER         một bản xuất trước đây / an earlier export`;

/** @returns whether nothing was found */
export async function runVerification(
  office: Omit<OfficeToVerify, 'exported'>,
  asked: Printed & { readonly export?: string | undefined },
  terminal: Terminal,
): Promise<boolean> {
  const { export: earlier, ...printed } = asked;
  const exported = earlier === undefined ? undefined : await openExport(earlier, { withVault: false });
  const folder = await mkdtemp(join(tmpdir(), 'vinh-danh-verify-'));
  try {
    const verified = await verifyOffice(
      { ...office, ...(exported === undefined ? {} : { exported: exported.items() }) },
      {
        folder,
        printed,
        onFinding: (finding) => {
          terminal.log(`KHÔNG KHỚP / FOUND  ${findingLine(finding)}`);
        },
        onProgress: everyItems(terminal),
      },
    );
    for (const line of verifiedLines(verified)) terminal.log(line);
    return verified.findings === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const progressItems = 50_000;

function everyItems(terminal: Terminal): (items: number) => void {
  let told = 0;
  return (items) => {
    if (items < told + progressItems) return;
    told = items;
    terminal.log(`  đã đọc / read: ${items}`);
  };
}

function verifiedLines(verified: VerifiedOffice): readonly string[] {
  const { records, entries, roots, lastRoot, waiting, untold, findings } = verified;
  return [
    `Hồ sơ, danh sách, buổi trao tặng, sổ khóa / records with history: ${records}`,
    `  mục lịch sử / entries: ${entries}`,
    `  lần khóa sổ / daily roots: ${roots}`,
    ...(lastRoot === undefined
      ? []
      : [
          `  khóa sổ đến hết ngày / days closed through: ${formatDay(lastRoot.through)}, ${printCodeOf(lastRoot.root)}`,
        ]),
    `  có thay đổi, chờ khóa sổ / changed since: ${waiting}`,
    ...(untold === 0
      ? []
      : [
          `  lịch sử ghi bằng phiên bản cũ, không dựng lại được để so / of an older version, not rebuilt and compared: ${untold}`,
        ]),
    findings === 0
      ? 'Không phát hiện sai lệch. / Nothing wrong was found.'
      : `PHÁT HIỆN ${findings} SAI LỆCH. / ${findings} FINDINGS.`,
  ];
}
