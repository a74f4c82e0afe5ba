type Facts = Readonly<Record<'record' | 'seq' | 'day' | 'place' | 'code', string>>;
type Texts = (facts: Facts) => readonly [vi: string, en: string];

/** What a verification can find, in both languages: whoever reads this sits at a terminal. */
const texts = {
  EntryAltered: ({ seq }) => [`mục ${seq} đã bị sửa`, `entry ${seq} was altered`],
  EntryMissing: ({ seq }) => [`mục ${seq} đã bị xóa`, `entry ${seq} was deleted`],
  EntryInserted: ({ seq }) => [`mục ${seq} bị chèn thêm`, `entry ${seq} was inserted`],
  EntryMisplaced: ({ seq }) => [`mục ${seq} bị đổi chỗ`, `entry ${seq} is out of its place`],
  EntryUnreadable: () => ['có mục không đọc được', 'an entry can’t be read'],
  TailCut: ({ seq }) => [
    `lịch sử bị cắt bỏ từ mục ${seq} trở đi`,
    `the history is cut off from entry ${seq} on`,
  ],
  HeadWrong: ({ seq }) => [
    `mã ghi trong hồ sơ không khớp với mục cuối (${seq})`,
    `the head on record is not that of its last entry (${seq})`,
  ],
  PayloadAltered: ({ seq }) => [
    `lời ghi kèm mục ${seq}, hoặc muối của nó, đã bị sửa`,
    `the payload of entry ${seq}, or its salt, was altered`,
  ],
  PayloadGone: ({ seq }) => [
    `lời ghi kèm mục ${seq} không còn, mà không mục nào ghi việc xóa`,
    `the payload of entry ${seq} is gone, and no entry says that it was erased`,
  ],
  StateDiffers: ({ place }) => [
    `dữ liệu hiện có khác với lịch sử, tại ${place}`,
    `what is stored differs from what the history tells, at ${place}`,
  ],
  MirrorDiffers: ({ place }) => [
    `bản ghi suy ra từ hồ sơ không khớp, tại ${place}`,
    `what follows from the record differs, at ${place}`,
  ],
  RecordGone: ({ day }) => [
    `cả hồ sơ đã bị xóa; lần khóa sổ đến hết ngày ${day} còn ghi`,
    `the whole record was deleted; the daily root through ${day} still holds it`,
  ],
  ChainRecomputed: ({ seq, day }) => [
    `chuỗi đã bị tính lại: mục ${seq} không còn như khi khóa sổ đến hết ngày ${day}`,
    `the chain was recomputed: entry ${seq} is not the one that the daily root through ${day} holds`,
  ],
  OtherThanExport: ({ seq }) => [
    `chuỗi đã bị tính lại hoặc cắt bớt: mục ${seq} không còn như trong bản xuất trước`,
    `the chain was recomputed or cut: entry ${seq} is not the one of the earlier export`,
  ],
  NotRooted: ({ seq }) => [
    `mục ${seq} có trước lần khóa sổ cuối mà không nằm trong lần khóa sổ nào`,
    `entry ${seq} is older than the last daily root and is held by none`,
  ],
  LeavesGone: ({ seq, day }) => [
    `danh sách của lần khóa sổ ${seq} (đến hết ngày ${day}) không còn`,
    `the leaves of root ${seq} (through ${day}) are gone`,
  ],
  LeavesAltered: ({ seq, day }) => [
    `danh sách của lần khóa sổ ${seq} (đến hết ngày ${day}) đã bị sửa`,
    `the leaves of root ${seq} (through ${day}) were altered`,
  ],
  DaysMissing: ({ seq, day }) => [
    `lần khóa sổ ${seq} không nối tiếp ngày ${day}: có ngày không được khóa sổ`,
    `root ${seq} does not continue from ${day}: days are missing`,
  ],
  RootsGone: () => ['mọi lần khóa sổ đã bị xóa', 'all daily roots were deleted'],
  RootUnknown: ({ code }) => [
    `không lần khóa sổ nào mang mã ${code} trên giấy: các mã khóa sổ đã bị tính lại, hoặc giấy của nơi khác`,
    `no daily root has the code ${code} of the paper: the roots were recomputed, or the paper is of another office`,
  ],
  HeadUnknown: ({ code }) => [
    `không mục nào mang mã ${code} trên giấy: lịch sử đã bị sửa hoặc cắt bớt sau khi in`,
    `no entry has the code ${code} of the paper: the history was changed or cut after it was printed`,
  ],
  RecordUnknown: ({ record }) => [
    `không có hồ sơ ${record} ghi trên giấy: hồ sơ đã bị xóa, hoặc giấy của nơi khác`,
    `there is no record ${record} as the paper says: it was deleted, or the paper is of another office`,
  ],
} satisfies Record<string, Texts>;

export type FindingCode = keyof typeof texts;

/** One thing that is not as it was written. Ids and places only, never what stands there. */
export interface Finding {
  readonly code: FindingCode;
  /** `CASE#01J…`; the daily roots are `ROOT#DAILY`. */
  readonly record: string;
  readonly seq?: number;
  readonly day?: string;
  /** Sort key and JSON Pointer. */
  readonly place?: string;
  /** As it was typed from paper. */
  readonly typed?: string;
}

/** `CASE#01J…: mục 3 đã bị sửa / entry 3 was altered`. */
export function findingLine({ code, record, seq, day = '', place = '', typed = '' }: Finding): string {
  const [vi, en] = texts[code]({ record, seq: String(seq ?? ''), day, place, code: typed });
  return `${record}: ${vi} / ${en}`;
}
