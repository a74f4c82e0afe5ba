import type { ClockStop } from '#shared/domain/law/clock.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import type {
  CaseFacts,
  CouncilFacts,
  DecisionFacts,
  HandFacts,
  NominationFacts,
} from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase, type GoldenResult } from './golden-case.ts';

type Row = readonly [
  title: string,
  facts: CaseFacts,
  result: GoldenResult | readonly GoldenResult[],
  mended?: CaseFacts,
];

/** A mend belongs to the first of the results. */
export const rows = (table: readonly Row[]): GoldenCase[] =>
  table.map(([title, facts, result, mended]) => {
    const results = [result].flat();
    const rule = results[0]?.rule ?? '';
    return { title, facts, results, ...(mended && { mended: { rule, facts: mended } }) };
  });

const fails = (rule: string, because?: string, more: Partial<GoldenResult> = {}): GoldenResult => ({
  rule,
  verdict: 'fails',
  ...(because === undefined ? {} : { because }),
  ...more,
});
const passes = (rule: string): GoldenResult => ({ rule, verdict: 'passes' });
const unknown = (rule: string, because: string): GoldenResult => ({ rule, verdict: 'unknown', because });

const of = (form: string, subjectKind: NominationFacts['subjectKind'] = 'collective'): NominationFacts => ({
  form,
  subjectKind,
  type: 'thematic',
  name: 'Tổ liên kết ANTT chợ Long Sơn',
  unit: 'Phường Sở Dầu',
  citation: 'Có thành tích trong phong trào',
  report: 'Tự quản phòng cháy với chợ Long Sơn.',
});

const council = (present: number, agreed: number, more: Partial<CouncilFacts> = {}): CouncilFacts => ({
  members: 11,
  present,
  agreed,
  writtenVotes: 11 - present,
  byBallot: true,
  minutes: { present, total: 11 },
  ...more,
});
const session = (form: string, facts: CouncilFacts, today = '2024-05-10'): CaseFacts => ({
  today: day(today),
  nomination: of(form),
  council: facts,
});

export const councilCases = rows([
  [
    'biên bản không ghi số có mặt',
    session('GK_XA', council(10, 10, { minutes: {} })),
    fails('R10', 'noNumbers', { mend: '10/11' }),
    session('GK_XA', council(10, 10)),
  ],
  [
    'biên bản ghi khác số có mặt',
    session('GK_XA', council(10, 10, { minutes: { present: 11, total: 11 } })),
    fails('R10', 'otherNumbers'),
  ],
  [
    'ý kiến bằng văn bản nhiều hơn số vắng',
    session('GK_XA', council(10, 10, { writtenVotes: 2 })),
    fails('R10', 'tooMany'),
  ],
  [
    'danh hiệu bỏ phiếu, người vắng chưa gửi phiếu',
    session('CSTDCS', council(9, 9, { writtenVotes: 0 })),
    fails('R10', 'noWrittenVotes', { cites: 'Điều 30 khoản 7' }),
  ],
  [
    'Giấy khen, người vắng không gửi phiếu',
    session('GK_XA', council(9, 9, { writtenVotes: 0 })),
    passes('R10'),
  ],
  ['chín phiếu trên mười một thành viên', session('CSTDCS', council(9, 9)), passes('R11')],
  [
    'tám phiếu trên chín người có mặt, nhưng mười một thành viên',
    session('CSTDCS', council(9, 8)),
    fails('R11', 'tooFew', { computes: '8 / 11 × 100 = 72.73', says: 'ít nhất 9 phiếu' }),
    session('CSTDCS', council(9, 9)),
  ],
  [
    'danh hiệu biểu quyết giơ tay',
    session('CSTDCS', council(11, 11, { byBallot: false })),
    fails('R11', 'noBallot'),
  ],
  [
    'cờ thi đua theo quy định hiện hành',
    session('CO_TINH', council(11, 8), '2026-05-12'),
    fails('R11', 'tooFew'),
  ],
  [
    'đúng 80%: tám trên mười thành viên',
    session('CSTDCS', council(8, 8, { members: 10, writtenVotes: 2, minutes: { present: 8, total: 10 } })),
    [passes('R11'), passes('R12')],
  ],
  ['Giấy khen giơ tay, đa số', session('GK_XA', council(11, 6, { byBallot: false })), passes('R12')],
  [
    'họp xét khen thưởng vắng ba người',
    session('GK_XA', council(8, 8)),
    fails('R12', undefined, { severity: 'warn', says: '8/11' }),
  ],
  ['năm 2020, quận họp đủ', session('GK_HUYEN', council(11, 11), '2020-11-10'), passes('R12')],
]);

const timed = (
  today: string,
  days: CaseFacts['days'],
  type: NominationFacts['type'] = 'thematic',
): CaseFacts => ({
  today: day(today),
  nomination: { ...of('GK_XA'), type },
  ...(days && { days }),
});
const january = day('2026-01-05');
const supplement: ClockStop = {
  reason: 'supplement',
  holder: 'UBND phường',
  from: day('2026-01-12'),
  to: day('2026-01-14'),
};

export const clockCases = rows([
  ['thẩm định đúng ngày làm việc thứ hai mươi', timed('2026-02-02', { receivedOn: january }), passes('R13')],
  [
    'thẩm định quá một ngày',
    timed('2026-02-03', { receivedOn: january }),
    fails('R13', 'appraiseOverdue', { says: '02/02/2026' }),
  ],
  [
    'thẩm định xong muộn',
    timed('2026-03-20', { receivedOn: january, appraisedOn: day('2026-02-03') }),
    fails('R13', 'appraiseLate', { says: '21 ngày' }),
  ],
  [
    'đồng hồ dừng ba ngày chờ bổ sung',
    timed('2026-02-05', {
      receivedOn: january,
      stopped: [supplement],
    }),
    passes('R13'),
  ],
  [
    'dừng ba ngày vẫn quá hạn',
    timed('2026-02-06', {
      receivedOn: january,
      stopped: [supplement],
    }),
    fails('R13', 'appraiseOverdue', { says: '05/02/2026' }),
  ],
  [
    'hồ sơ đến đã năm ngày làm việc mà chưa trả lời',
    timed('2026-01-12', { arrivedOn: january }),
    passes('R13'),
  ],
  [
    'hồ sơ đến đã sáu ngày làm việc mà chưa trả lời',
    timed('2026-01-13', { arrivedOn: january }),
    fails('R13', 'returnOverdue', { severity: 'inform', says: 'hạn là 5 ngày (đến hết ngày 12/01/2026)' }),
  ],
  [
    'trả lời hồ sơ sau sáu ngày làm việc',
    timed('2026-01-20', { arrivedOn: january, answeredOn: day('2026-01-13') }),
    fails('R13', 'returnLate', { says: 'sau 6 ngày làm việc', cites: '311/QĐ-BNV' }),
  ],
  [
    'trả lời hồ sơ sau năm ngày làm việc',
    timed('2026-01-20', { arrivedOn: january, answeredOn: day('2026-01-12') }),
    passes('R13'),
  ],
  [
    'đã trả lời muộn, nay thẩm định cũng quá hạn: nói việc đang chậm',
    timed('2026-02-20', { arrivedOn: january, answeredOn: day('2026-01-13'), receivedOn: day('2026-01-13') }),
    fails('R13', 'appraiseOverdue'),
  ],
  [
    'thông báo kết quả chưa gửi',
    timed('2026-01-20', { decidedOn: january }),
    fails('R13', 'notifyOverdue', { severity: 'inform', cites: '311/QĐ-BNV' }),
  ],
  [
    'thông báo kết quả sau mười ngày làm việc',
    timed('2026-03-20', { decidedOn: january, notifiedOn: day('2026-01-19') }),
    passes('R13'),
  ],
  [
    'thông báo kết quả sau mười một ngày làm việc',
    timed('2026-03-20', { decidedOn: january, notifiedOn: day('2026-01-20') }),
    fails('R13', 'notifyLate', { says: '11 ngày làm việc' }),
  ],
  [
    'hồ sơ đến đúng mười ngày trước hội nghị',
    timed('2026-08-09', { conferenceOn: day('2026-08-19') }),
    passes('R14'),
  ],
  [
    'hồ sơ đến chín ngày trước hội nghị',
    timed('2026-08-10', { conferenceOn: day('2026-08-19') }),
    fails('R14', undefined, { says: '09/08/2026', severity: 'warn' }),
  ],
  [
    'khen đột xuất không theo hạn hội nghị',
    timed('2026-08-18', { conferenceOn: day('2026-08-19') }, 'unexpected'),
    passes('R14'),
  ],
]);

const [hoa, minh, lan] = ['0', '1', '2'].map((end) =>
  personIdSchema.parse(`01J0000000000000000000000${end}`),
) as [HandFacts['typist'], HandFacts['typist'], HandFacts['typist']];
const acting = (as: HandFacts['actor']['as'], more: Partial<HandFacts> = {}, id = hoa): CaseFacts => ({
  today: day('2026-08-01'),
  hands: { typist: hoa, proposer: minh, appraisers: [lan], subjects: [], actor: { id, as }, ...more },
});

export const handCases = rows([
  ['chỉ nhập hồ sơ thì vẫn được thẩm định', acting('appraise'), passes('R33')],
  [
    'người đề xuất thẩm định',
    acting('appraise', { proposer: hoa }),
    fails('R33', 'proposedIt'),
    acting('appraise', { proposer: hoa }, lan),
  ],
  [
    'người thẩm định ký quyết định',
    acting('decide', { appraisers: [hoa] }),
    fails('R33', 'appraisedIt', { mend: 'KT.' }),
  ],
  [
    'thành viên Hội đồng biểu quyết cho mình',
    acting('vote', { subjects: [hoa] }),
    fails('R33', 'ownCase', { severity: 'block' }),
  ],
  [
    'người ký có tên trong danh sách',
    acting('sign', { subjects: [hoa] }),
    fails('R33', 'ownList', { mend: 'danh sách thứ hai' }),
  ],
]);

const offices = {
  ward: { kind: 'peoplesCommittee', level: 'commune' },
  district: { kind: 'peoplesCommittee', level: 'district' },
  province: { kind: 'peoplesCommittee', level: 'province' },
  police: { kind: 'police', level: 'province', function: 'movementBuilding' },
};
const decided = (
  on: string,
  form: string,
  who: keyof typeof offices,
  more: Partial<DecisionFacts> = {},
): CaseFacts => ({
  today: day(on),
  nomination: of(form),
  decision: { authority: offices[who], ...more },
});
const later = (after: NonNullable<DecisionFacts['after']>) =>
  decided('2026-05-12', 'GK_XA', 'ward', { after });
const printed = (name: string, goldenBookNumber?: number, unit = 'Phường Đức Nhuận'): CaseFacts => ({
  today: day('2026-08-10'),
  nomination: of('GK_XA', 'individual'),
  printed: { name, unit, ordinal: 3, goldenBookNumber },
});
const crossing = (receivedOn: string, today: string): CaseFacts => ({
  today: day(today),
  days: { receivedOn: day(receivedOn), answeredOn: day(receivedOn) },
});

export const awardCases = rows([
  ['Chủ tịch UBND quận ký năm 2020', decided('2020-12-29', 'GK_HUYEN', 'district'), passes('R08')],
  ['UBND quận còn ký ngày 30/06/2025', decided('2025-06-30', 'GK_HUYEN', 'district'), passes('R08')],
  [
    'không còn cấp quận ngày 01/07/2025',
    decided('2025-07-01', 'GK_HUYEN', 'district'),
    fails('R08', 'notThen'),
    decided('2025-07-01', 'GK_XA', 'ward'),
  ],
  [
    'phường ký Bằng khen của thành phố',
    decided('2026-08-01', 'BK_TINH', 'ward'),
    fails('R08', 'otherDecider', { mend: 'Chủ tịch UBND thành phố' }),
  ],
  [
    'chiến sĩ thi đua cơ sở chuyển về phường',
    { ...decided('2025-08-19', 'CSTDCS', 'ward'), nomination: of('CSTDCS', 'individual') },
    passes('R08'),
  ],
  ['hình thức không có trong danh mục', decided('2026-08-01', 'KHAC', 'ward'), unknown('R08', 'noForm')],
  [
    'Giám đốc Công an khen hộ gia đình',
    { ...decided('2026-08-01', 'GK_CAT', 'police'), nomination: of('GK_CAT', 'household') },
    fails('R08', 'subjectKind'),
  ],
  [
    'xóa quyết định cũ',
    later({ kind: 'corrects', number: '125/QĐ-UBND', deletes: true }),
    fails('R30', 'deletes'),
    later({ kind: 'corrects', number: '125/QĐ-UBND', deletes: false }),
  ],
  ['đính chính có dẫn số', later({ kind: 'corrects', number: '125/QĐ-UBND', deletes: false }), passes('R30')],
  ['đính chính không dẫn số', later({ kind: 'corrects', deletes: false }), fails('R30', 'noNumber')],
  [
    'hủy bỏ mà không thu hồi',
    later({ kind: 'revokes', number: '125/QĐ-UBND', deletes: false, recovering: false }),
    fails('R30', 'notRecovered'),
  ],
  [
    'hủy bỏ, chưa ghi thu hồi',
    later({ kind: 'revokes', number: '125/QĐ-UBND', deletes: false }),
    unknown('R30', 'recovering'),
  ],
  [
    'quà tặng có số quyết định',
    decided('2023-01-12', 'GK_HUYEN', 'district', { giftNumber: '12/QĐ-UBND' }),
    fails('R32', 'numbered'),
    decided('2023-01-12', 'GK_HUYEN', 'district'),
  ],
  ['số sổ vàng đúng thứ tự', printed('Lê Quang Đức', 3), passes('R29')],
  [
    'số sổ vàng lệch thứ tự',
    printed('Lê Quang Đức', 4),
    fails('R29', 'otherNumber', { mend: 'thành 3' }),
    printed('Lê Quang Đức', 3),
  ],
  ['tên viết tắt', printed('Lê Q. Đức', 3), fails('R29', 'shortName')],
  ['chưa có số sổ vàng', printed('Lê Quang Đức'), fails('R29', 'noNumber')],
  ['bằng không có đơn vị', printed('Lê Quang Đức', 3, ''), fails('R29', 'noUnit')],
  ['hồ sơ nhận 30/09/2026 xem lại ngày 02/10/2026', crossing('2026-09-30', '2026-10-02'), passes('R34')],
]);
