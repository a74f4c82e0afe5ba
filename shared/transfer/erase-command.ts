import { isDocumentNumber } from '#shared/domain/list.ts';
import { parsePublicCode } from '#shared/domain/public-code.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import type { Store } from '#shared/ports.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import type { Erased, ErasingOrder, Erasure } from '#shared/use-cases/history/erase-words.ts';
import { required, UsageWanted } from './command.ts';

/** What `erase` of both homes takes and says, in both languages. */

/** The options that both homes take beside their own. */
export const eraseFlags = {
  record: { type: 'string' },
  entries: { type: 'string' },
  all: { type: 'boolean', default: false },
  number: { type: 'string' },
  date: { type: 'string' },
  authority: { type: 'string' },
  reason: { type: 'string' },
} as const;

export const eraseFlagsUsage = `  --entries 3,5 | --all  những mục nào; --all chỉ với hồ sơ đã kết thúc / which entries; all of a case once it has ended
  --number, --date       số, ngày của văn bản yêu cầu xóa / of the paper that orders it
  --authority, --reason  cơ quan yêu cầu, lý do / who orders it, and why`;

/** @throws UsageWanted for what is missing or can't be */
export function erasureOf(given: {
  readonly entries?: string | undefined;
  readonly all: boolean;
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly authority?: string | undefined;
  readonly reason?: string | undefined;
}): Omit<Erasure, 'record' | 'order'> & { readonly order: ErasingOrder } {
  const number = required(given.number);
  const date = civilDateSchema.safeParse(given.date).data;
  const entries = given.all ? 'all' : required(given.entries).split(',').map(Number);
  const named = entries === 'all' ? given.entries === undefined : entries.every((seq) => seq >= 1);
  if (date === undefined || !isDocumentNumber(number) || !named) throw new UsageWanted();
  const [authority, reason] = [required(given.authority), required(given.reason)];
  return { entries, order: { number, date, authority, reason } };
}

/** `CASE#01J…` as it is, a public code as what bears it; anything else as it was typed, so that it is told as unknown. */
export async function recordNamed(store: Pick<Store, 'get'>, typed: string): Promise<string> {
  const code = parsePublicCode(typed);
  if (code === undefined) return typed;
  const [item] = await store.get([keys.publicCode(code)]);
  const { case: nomination, slip } = item?.body ?? {};
  if (typeof slip === 'string') return recordId('SLIP', slip);
  return typeof nomination === 'string' ? recordId('CASE', nomination) : typed;
}

export function erasedLines(record: string, erased: Erased): readonly string[] {
  switch (erased.outcome) {
    case 'erased':
      return [
        `Đã xóa lời ghi kèm các mục / words erased of entries: ${erased.entries.join(', ')} (${record})`,
        'Tệp đính kèm không bị xóa theo. / Attachments stay.',
        ...erased.standsIn.map((other) => `  còn ghi ở / still stands in: ${other}`),
        'Các bản sao lưu, bản xuất trước đây vẫn còn những lời ấy. / Earlier backups and exports still hold them.',
      ];
    case 'unknown':
      return [`Không có hồ sơ ${record}. / There is no record ${record}.`];
    case 'notEnded':
      return [
        'Hồ sơ chưa kết thúc: chỉ xóa được từng mục (--entries). / The case has not ended: erase single entries (--entries).',
      ];
    case 'tooMuch':
      return [
        'Danh sách quá dài: chưa xóa được lời ghi của danh sách trên khoảng 1.000 dòng. / The list is too long: words of lists of more than some 1,000 rows can’t be erased yet.',
      ];
    case 'nothing':
      return ['Không còn gì để xóa. / There is nothing to erase.'];
  }
}
