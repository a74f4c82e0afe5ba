import type { LetGo } from '#shared/use-cases/effects/let-go.ts';
import type { Rebuilt } from '#shared/use-cases/flow/rebuild.ts';
import { StoreUnavailable } from '#shared/ports.ts';
import type { Exported } from './export-office.ts';
import { vaultKeysName, type Manifest } from './manifest.ts';
import { diskFaultText } from './disk-fault.ts';
import { TransferRefused } from './refused.ts';

/** What the commands of both homes say, in both languages, and how they end. */

/** Where a command talks: the console. */
export interface Terminal {
  log(line: string): void;
  error(line: string): void;
}

/** An option is missing: the usage says which there are. */
export class UsageWanted extends Error {}

/** @returns the exit code: 0 when `run` says that all is well */
export async function runCommand(
  run: () => Promise<boolean>,
  usage: string,
  terminal: Terminal,
): Promise<number> {
  try {
    return (await run()) ? 0 : 1;
  } catch (error) {
    terminal.error(said(error, usage));
    return 1;
  }
}

function said(error: unknown, usage: string): string {
  if (error instanceof TransferRefused) return error.message;
  if (error instanceof UsageWanted || isOfArguments(error)) return usage;
  const ofDisk = diskFaultText(error);
  if (ofDisk !== undefined) return ofDisk;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return error instanceof StoreUnavailable
    ? `Kho dữ liệu tạm thời không phục vụ được (${what}); hãy chạy lại.\nThe store can't serve now; run the command again.`
    : `Không thành công. / It failed. ${what}`;
}

/** https://nodejs.org/api/errors.html#err_parse_args_unknown_option */
const isOfArguments = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

export function required(value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageWanted();
  return value;
}

export function exportedLines({ manifest, proof }: Exported, folder: string): readonly string[] {
  return [
    `Đã xuất ra / exported to ${folder}`,
    ...contentLines(manifest, proof),
    manifest.vaultKeys === undefined
      ? 'Không kèm khóa số định danh. / The vault’s keys stayed here.'
      : `Khóa số định danh nằm trong ${vaultKeysName}: hãy giữ riêng tệp này. / The vault’s keys are in ${vaultKeysName}: keep that file apart.`,
  ];
}

export function importedLines(manifest: Manifest, proof: string): readonly string[] {
  return ['Đã nhập đủ. / All of it was imported.', ...contentLines(manifest, proof)];
}

function contentLines({ records, histories, files, missingFiles }: Manifest, proof: string): string[] {
  return [
    `  mục dữ liệu / items: ${records.items}`,
    `  hồ sơ, danh sách, buổi trao tặng có lịch sử / records with history: ${histories.records}`,
    `  gốc của mọi chuỗi lịch sử / root of all histories: ${histories.root}`,
    `  tệp đính kèm / attachments: ${files.length}`,
    ...missingFiles.map((id) => `  MẤT TỆP / ATTACHMENT LOST: ${id}`),
    ...histories.faults.map((fault) => `  LỊCH SỬ SAI LỆCH / HISTORY AT FAULT: ${fault}`),
    `  mã của bản xuất / proof of this export: ${proof}`,
  ];
}

const progressItems = 5_000;

/** A line now and then, and at the end. */
export function progressTo(terminal: Terminal): (progress: { items: number; of: number }) => void {
  let told = 0;
  return ({ items, of }) => {
    if (items < told + progressItems && items < of) return;
    told = items;
    terminal.log(`  ${items} / ${of}`);
  };
}

/** @throws TransferRefused PersonUnknown */
export function endSignInsLines(username: string | undefined, asked: string): readonly string[] {
  if (username === undefined) throw new TransferRefused('PersonUnknown', { name: asked });
  return [`Đã đăng xuất ${username} khỏi mọi trình duyệt. / Signed out of every browser: ${username}`];
}

export function letGoLines({ records, mails, failed }: LetGo): readonly string[] {
  return [
    `Việc bị dừng sau nhiều lần lỗi, nay làm lại / parked, to be taken up again: ${records.length}`,
    ...records.map((record) => `  ${record}`),
    `Thư không gửi được, nay gửi lại / parked mails, to be sent again: ${mails}`,
    ...failed.map(failedLine),
  ];
}

export const searchableLine = (cases: number): string =>
  `Hồ sơ được lập lại chỉ mục tìm kiếm / cases made searchable anew: ${cases}`;

export function rebuiltLines({ records, living, started, failed }: Rebuilt): readonly string[] {
  return [
    `Hồ sơ, buổi trao tặng cần luồng xử lý / records that a flow should carry: ${records}`,
    `  đang chạy / alive: ${living}`,
    `  dựng lại / started anew: ${started.length}`,
    ...failed.map(failedLine),
  ];
}

const failedLine = ({ record, error }: Rebuilt['failed'][number]): string =>
  `  CHƯA ĐƯỢC, hãy chạy lại / FAILED, run again: ${record} (${error})`;
