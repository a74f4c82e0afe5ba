import type {
  CaseFacts,
  ForceFacts,
  HistoryFacts,
  ServiceFacts,
  StandardFacts,
} from '#shared/domain/rules/facts.ts';
import { day } from './golden-case.ts';
import { rows } from './procedure.ts';

const standard = (more: Partial<StandardFacts> = {}, today = '2026-12-01'): CaseFacts => ({
  today: day(today),
  standard: {
    of: 'area',
    year: 2026,
    excluded: false,
    registeredOn: day('2026-03-31'),
    recognisedOn: day('2026-11-14'),
    ...more,
  },
});
const ward = (registered: number, recognised: number, effectiveModels?: number): CaseFacts =>
  standard({
    of: 'ward',
    recognisedOn: day('2026-11-19'),
    units: { all: 16, registered, recognised },
    effectiveModels,
  });
const force = (more: Partial<ForceFacts>): CaseFacts => ({
  today: day('2026-11-20'),
  force: {
    rating: 'excellent',
    teamRating: 'excellent',
    leader: false,
    months: 9,
    teamMonths: 9,
    rated: { good: 10, excellent: 2 },
    ...more,
  },
});
const block = 'block' as const;
const no = (rule: string, because: string) => ({ rule, verdict: 'fails', because, severity: block }) as const;
const ok = (rule: string) => ({ rule, verdict: 'passes' }) as const;
const open = (rule: string, because: string) => ({ rule, verdict: 'unknown', because }) as const;

export const standardCases = rows([
  ['khu dân cư công nhận ngày 14/11', standard(), ok('R19')],
  [
    'khu dân cư công nhận ngày 15/11',
    standard({ recognisedOn: day('2026-11-15') }),
    no('R19', 'lateRecognition'),
    standard(),
  ],
  [
    'khu dân cư công nhận khi kỳ chưa hết',
    standard({ recognisedOn: day('2026-10-31') }),
    no('R19', 'tooEarly'),
  ],
  ['đăng ký sang quý II', standard({ registeredOn: day('2026-04-01') }), no('R19', 'lateRegistration')],
  ['chưa đăng ký', standard({ registeredOn: undefined }), no('R19', 'notRegistered')],
  [
    'trường mầm non',
    standard({ of: 'school', excluded: true, recognisedOn: day('2026-11-18') }),
    no('R19', 'excluded'),
  ],
  [
    'cơ quan chưa công nhận, còn hạn',
    standard({ of: 'agency', recognisedOn: undefined }, '2026-11-19'),
    ok('R19'),
  ],
  [
    'cơ quan chưa công nhận, đến hạn',
    standard({ of: 'agency', recognisedOn: undefined }, '2026-11-20'),
    no('R19', 'missed'),
  ],
  ['phường đăng ký đủ, đạt 12/16', ward(16, 12, 1), ok('R20')],
  [
    'phường đạt 11/16, chưa đủ 70%',
    ward(16, 11, 1),
    { ...no('R20', 'recognised'), computes: '11 / 16 × 100 = 68.75' },
    ward(16, 12, 1),
  ],
  ['phường đăng ký 15/16', ward(15, 15, 1), no('R20', 'registered')],
  ['phường chưa có mô hình hiệu quả', ward(16, 16, 0), no('R20', 'models')],
  ['phường chưa nhập số mô hình', ward(16, 16), open('R20', 'noModels')],
  ['hai xuất sắc trên mười hoàn thành tốt', force({}), ok('R21')],
  [
    'ba xuất sắc trên mười hoàn thành tốt',
    force({ rated: { good: 10, excellent: 3 } }),
    no('R21', 'tooMany'),
    force({}),
  ],
  ['tổ trưởng xếp cao hơn tổ', force({ leader: true, teamRating: 'good' }), no('R21', 'aboveTeam')],
  ['tham gia tám tháng', force({ months: 8 }), no('R21', 'newMember')],
  ['tổ hoạt động tám tháng', force({ teamMonths: 8 }), no('R21', 'newTeam')],
]);

const leader = (from: string, more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  track: 'leader',
  stretches: [{ from: day(from), hardship: false }],
  quietArea: true,
  ...more,
});
const praised: HistoryFacts = {
  knownSince: day('2000-01-01'),
  stateMedals: [],
  awards: [
    {
      form: 'GK_HUYEN',
      type: 'thematic',
      number: '210/QĐ-UBND',
      on: day('2017-12-20'),
      authority: 'UBND quận',
      forSecurity: true,
    },
  ],
};
const medal = (
  today: string,
  service: ServiceFacts,
  history: HistoryFacts | undefined = praised,
  sent?: string,
): CaseFacts => ({
  today: day(today),
  nomination: {
    form: 'KNC_ANTQ',
    type: 'service',
    subjectKind: 'individual',
    name: 'Phạm Thị Hòa',
    unit: 'Phường Sở Dầu',
    citation: 'Có nhiều đóng góp',
    report: 'Lãnh đạo phường 12 năm.',
  },
  service,
  history,
  ...(sent === undefined ? {} : { days: { submittedOn: day(sent) } }),
});
const twelve = leader('2008-11-01');

export const medalHistoryCases = rows([
  [
    'Phạm Thị Hòa, lãnh đạo phường 12 năm, Giấy khen quận 2017',
    medal('2020-11-10', twelve),
    [ok('R15'), ok('R16')],
  ],
  [
    'đã được tặng Huy chương Vì an ninh Tổ quốc',
    medal('2025-08-19', twelve, { ...praised, stateMedals: ['Huy chương “Vì an ninh Tổ quốc” hạng Ba'] }),
    [no('R15', 'excluded'), ok('R16')],
    medal('2025-08-19', twelve),
  ],
  [
    'đã có Kỷ niệm chương',
    medal('2025-08-19', twelve, {
      ...praised,
      awards: [...praised.awards, { ...praised.awards[0]!, form: 'KNC_ANTQ' }],
    }),
    [no('R15', 'holdsIt'), ok('R16')],
  ],
  [
    'chưa ghi có thuộc diện loại trừ hay không',
    medal('2025-08-19', leader('2008-11-01', { unsaid: ['medalBarred', 'stateMedals'] })),
    [open('R15', 'unsaid'), ok('R16')],
  ],
  [
    'lịch sử chỉ có từ năm 2015',
    medal('2025-08-19', twelve, { ...praised, knownSince: day('2015-01-01') }),
    [open('R15', 'historyFrom'), ok('R16')],
  ],
  [
    'chưa nhập lịch sử nào',
    medal('2025-08-19', twelve, { awards: [], stateMedals: [] }),
    [open('R15', 'noHistory'), open('R16', 'noHistory')],
  ],
  [
    'bị loại khỏi diện xét',
    medal('2025-08-19', leader('2008-11-01', { barred: true })),
    [no('R15', 'barred'), ok('R16')],
  ],
  ['lãnh đạo bảy năm, quy định năm 2022', medal('2022-05-01', leader('2015-05-01')), ok('R16')],
  [
    'lãnh đạo bảy năm, quy định năm 2025',
    medal('2025-08-19', leader('2018-08-19')),
    [{ ...no('R16', 'tooShort'), eligibleOn: '2028-08-19' }],
    medal('2028-08-19', leader('2018-08-19')),
  ],
  [
    'địa bàn có điểm phức tạp',
    medal('2025-08-19', leader('2008-11-01', { quietArea: false })),
    no('R16', 'hotSpot'),
  ],
  [
    'chưa xác nhận địa bàn',
    medal('2025-08-19', leader('2008-11-01', { quietArea: undefined })),
    open('R16', 'quietArea'),
  ],
  [
    'chưa từng được khen về an ninh',
    medal('2025-08-19', twelve, { ...praised, awards: [] }),
    no('R16', 'noAward'),
  ],
  ['gửi Cục V05 ngày 29/5', medal('2026-05-29', twelve, praised, '2026-05-29'), ok('R18')],
  [
    'gửi Cục V05 ngày 30/5',
    medal('2026-05-30', twelve, praised, '2026-05-30'),
    { rule: 'R18', verdict: 'fails', because: 'late', severity: 'inform', mend: '29/05/2027' },
  ],
]);
