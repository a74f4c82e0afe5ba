import type { BackupManifest } from './backup-manifest.ts';
import { keysFolder } from './backup-manifest.ts';
import type { MadeBackup } from './make-backup.ts';
import type { Restored } from './restore-backup.ts';

/** What backup and restore say at a terminal, in both languages. */

export const madeLines = ({ folder, manifest, proof }: MadeBackup, withKeys: boolean): readonly string[] => [
  `Đã sao lưu vào / backed up to ${folder}`,
  ...contentLines(manifest, proof),
  withKeys
    ? `Các khóa nằm trong ${keysFolder}/: ai có bản sao lưu này đọc được mọi dữ liệu, hãy giữ như giữ dữ liệu gốc. / The keys are in ${keysFolder}/: guard this backup as you guard the office.`
    : 'Không kèm các khóa: hãy giữ riêng vault-key và office-ca.pem. / The keys stayed behind: keep vault-key and office-ca.pem elsewhere.',
];

export const restoredLines = (
  { manifest, proof, signIns, mails }: Restored,
  folder: string,
): readonly string[] => [
  `Đã khôi phục vào / restored to ${folder}`,
  ...contentLines(manifest, proof),
  `  lượt đăng nhập đã kết thúc / sign-ins ended: ${signIns}`,
  `  thư chờ gửi lúc sao lưu, không gửi nữa / mails that waited then and are not sent: ${mails}`,
  'Việc làm sau lúc sao lưu không còn. Xem phải làm lại những gì / what was done since is gone; what to do about it: docs/runbooks/office/restore-an-office.md',
];

const faultsTold = 20;

/** Empty when all is well. The manifest has them all. */
export function backupFaultLines({ missingFiles, histories }: BackupManifest): readonly string[] {
  const lines = [
    ...missingFiles.map((id) => `  MẤT TỆP / ATTACHMENT LOST: ${id}`),
    ...histories.faults.map((fault) => `  LỊCH SỬ SAI LỆCH / HISTORY AT FAULT: ${fault}`),
  ];
  const more = lines.length - faultsTold;
  return more > 0 ? [...lines.slice(0, faultsTold), `  … và / and ${more}: manifest.json`] : lines;
}

const contentLines = ({ madeAt, data, histories, files }: BackupManifest, proof: string): string[] => [
  `  thời điểm / moment: ${madeAt}`,
  `  kho dữ liệu / data file: ${data.bytes} byte`,
  `  hồ sơ, danh sách, buổi trao tặng có lịch sử / records with history: ${histories.records}`,
  `  gốc của mọi chuỗi lịch sử / root of all histories: ${histories.root}`,
  `  tệp đính kèm / attachments: ${files.length}`,
  `  mã của bản sao lưu / proof of this backup: ${proof}`,
];
