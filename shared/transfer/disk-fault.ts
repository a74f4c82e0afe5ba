import { StorageFailing } from '../ports.ts';

/** https://nodejs.org/api/errors.html#common-system-errors: what a full, locked or failing disk causes, not the program. */
const fullDisk: readonly string[] = ['ENOSPC', 'EDQUOT'];
const faults: readonly string[] = [...fullDisk, 'EROFS', 'EIO', 'EMFILE', 'ENFILE'];

export const isDiskFault = (error: unknown): boolean => faults.includes(codeOf(error));

/** What whoever runs a program or a command is to do about the disk; undefined when the error is of another kind. */
export function diskFaultText(error: unknown): string | undefined {
  if (!isDiskFault(error) && !(error instanceof StorageFailing)) return undefined;
  const what = error instanceof Error ? error.message : codeOf(error);
  const full = fullDisk.includes(codeOf(error)) || what.includes('SQLITE_FULL');
  return full
    ? `Ổ đĩa đã đầy. Giải phóng dung lượng rồi chạy lại lệnh này; dữ liệu đã lưu vẫn còn nguyên. (${what})
The disk is full. Make space, then run this command again; what was stored is still there. (${what})`
    : `Không ghi được lên ổ đĩa. Kiểm tra ổ đĩa và quyền ghi rồi chạy lại lệnh này. (${what})
The disk can't be written. Look at the disk and at who may write to it, then run this command again. (${what})`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
