import type {
  CaseFacts,
  HistoryFacts,
  NominationFacts,
  OtherCase,
  PaperFact,
  Trouble,
} from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

/** Whole files of twenty nominations, as they would lie before whoever appraises or decides: every rule that speaks is seen. */

const none: HistoryFacts = { knownSince: day('2000-01-01'), awards: [], stateMedals: [] };
const paper = (kind: string, name: string): PaperFact => ({ kind, name });
const [minutes, letter] = [paper('minutes', 'Biên bản họp bình xét.pdf'), paper('letter', 'Tờ trình.pdf')];
const district = { kind: 'peoplesCommittee', level: 'district' };
const ward = { kind: 'peoplesCommittee', level: 'commune' };
const province = { kind: 'peoplesCommittee', level: 'province' };
const cityPolice = { kind: 'police', level: 'province' };

interface File extends Omit<CaseFacts, 'today' | 'nomination'> {
  readonly on: string;
  readonly of: Pick<NominationFacts, 'form' | 'subjectKind' | 'name' | 'unit' | 'report'> &
    Partial<NominationFacts>;
  readonly decidedBy?: NonNullable<CaseFacts['decision']>['authority'];
}

/** Received and looked at on one day, achieved in the months before; complete but for what is said. */
function file({ on, of, decidedBy, ...more }: File): CaseFacts {
  const year = on.slice(0, 4);
  return {
    today: day(on),
    nomination: {
      type: 'thematic',
      citation: 'Đã có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc',
      achievementFrom: day(`${year}-01-01`),
      achievementTo: day(`${year}-06-30`),
      noSecrets: true,
      ...of,
    },
    days: { submittedOn: day(on), receivedOn: day(on) },
    others: [],
    history: none,
    papers: [minutes, letter],
    ...(decidedBy && { decision: { authority: decidedBy } }),
    ...more,
  };
}

const passing = (...rules: readonly string[]) => rules.map((rule) => ({ rule, verdict: 'passes' as const }));

const praised: HistoryFacts = {
  ...none,
  awards: [
    {
      form: 'GK_HUYEN',
      type: 'thematic',
      number: '210/QĐ-UBND',
      on: day('2017-12-20'),
      authority: 'Chủ tịch Ủy ban nhân dân quận',
      forSecurity: true,
    },
  ],
};
const hoa = {
  form: 'KNC_ANTQ',
  type: 'service',
  subjectKind: 'individual',
  gender: 'female',
  name: 'Phạm Thị Hòa',
  unit: 'Phường Sở Dầu',
  report: 'Liên kết bảo đảm an ninh, trật tự giữa phường Sở Dầu và các trường học.',
} as const;
const leading = (from: string) =>
  ({ track: 'leader', quietArea: true, stretches: [{ from: day(from), hardship: false }] }) as const;
const medalPapers = [
  letter,
  paper('scan', 'Danh sách trích ngang.pdf'),
  paper('decision', 'Giấy khen 2017.pdf'),
];
const guard = (on: string, name: string, gender: 'female' | 'male', from: string): CaseFacts =>
  file({
    on,
    of: {
      ...{ form: 'KNC_ANTQ', type: 'service', subjectKind: 'individual', gender, name },
      unit: 'Bảo vệ dân phố phường Minh Khai',
      report: 'Bảo vệ trụ sở cơ quan Đảng, chính quyền.',
    },
    papers: medalPapers,
    service: { track: 'force', wellDone: true, stretches: [{ from: day(from), hardship: false }] },
  });

const medals: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 1: Phạm Thị Hòa giữ chức 12 năm, xét theo quy định năm 2025',
    facts: file({
      on: '2025-05-12',
      of: hoa,
      service: leading('2013-05-01'),
      history: praised,
      papers: medalPapers,
    }),
    results: [
      ...passing('R09', 'R15', 'R18'),
      { rule: 'R16', verdict: 'passes', cites: 'Thông tư số 20/2025/TT-BCA' },
    ],
  },
  {
    title: 'hồ sơ 1: giữ chức 8 năm thì đủ theo quy định năm 2022 mà chưa đủ theo quy định năm 2025',
    facts: file({
      on: '2025-05-12',
      of: hoa,
      service: leading('2017-05-01'),
      history: praised,
      papers: medalPapers,
    }),
    results: [
      { rule: 'R16', verdict: 'fails', because: 'tooShort', severity: 'block', eligibleOn: '2027-05-01' },
    ],
    mended: {
      rule: 'R16',
      facts: file({
        on: '2027-05-04',
        of: hoa,
        service: leading('2017-05-01'),
        history: praised,
        papers: medalPapers,
      }),
    },
  },
  {
    title: 'hồ sơ 2: Vũ Đình Khải, bảo vệ dân phố, nam, 14 năm 8 tháng',
    facts: guard('2020-05-11', 'Vũ Đình Khải', 'male', '2005-09-11'),
    results: [
      { rule: 'R17', verdict: 'fails', because: 'tooShort', severity: 'block', eligibleOn: '2020-09-11' },
    ],
    mended: { rule: 'R17', facts: guard('2020-09-11', 'Vũ Đình Khải', 'male', '2005-09-11') },
  },
  {
    title: 'hồ sơ 3: Đoàn Thị Ánh, bảo vệ dân phố, nữ, 10 năm 1 tháng',
    facts: guard('2020-05-11', 'Đoàn Thị Ánh', 'female', '2010-04-11'),
    results: passing('R09', 'R15', 'R17', 'R18'),
  },
];

const long = {
  form: 'GK_HUYEN',
  subjectKind: 'collective',
  name: 'Tổ liên kết ANTT chợ Long Sơn',
  unit: 'Phường Sở Dầu',
  report: 'Tự quản phòng cháy, chữa cháy và cứu nạn, cứu hộ tại chợ Long Sơn.',
} as const;
const street = {
  ...long,
  name: 'Tổ tự quản Tuyến phố đi bộ kiểu mẫu',
  unit: 'Quận Hồng Bàng',
  report: 'Giữ gìn tuyến phố đi bộ kiểu mẫu về an ninh, trật tự.',
} as const;
const duc = {
  ...long,
  subjectKind: 'individual',
  name: 'Lê Quang Đức',
  report: 'Cung cấp một trong 782 tin có giá trị.',
} as const;
const helper = (shownOn: readonly string[]): CaseFacts =>
  file({
    on: '2020-11-10',
    of: duc,
    decidedBy: district,
    publication: { chosen: 'sealed', shownOn, fields: [] },
  });

const hongBang: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 4: Tổ liên kết ANTT chợ Long Sơn được Chủ tịch UBND quận tặng Giấy khen',
    facts: file({
      on: '2020-11-10',
      of: long,
      decidedBy: district,
      days: { receivedOn: day('2020-11-10'), decidedOn: day('2020-12-01') },
    }),
    results: [
      ...passing('R01', 'R08', 'R09', 'R26', 'R32'),
      { rule: 'R22', verdict: 'passes', computes: '0.6 × 1490000 = 894000; 894000 = 900000' },
    ],
  },
  {
    title: 'hồ sơ 5: Tổ tự quản Tuyến phố đi bộ kiểu mẫu bị trả lại vì thiếu biên bản, bổ sung rồi gửi lại',
    facts: file({ on: '2020-11-10', of: street, papers: [letter] }),
    results: [
      {
        rule: 'R09',
        verdict: 'fails',
        severity: 'block',
        because: 'missing',
        says: 'còn thiếu: Biên bản họp bình xét',
        mend: 'Bổ sung Biên bản họp bình xét',
      },
    ],
    mended: { rule: 'R09', facts: file({ on: '2020-11-12', of: street }) },
  },
  {
    title: 'hồ sơ 6: Lê Quang Đức giúp lực lượng Công an, tên không được hiện trong danh sách công khai',
    facts: helper(['publicList']),
    results: [{ rule: 'R27', verdict: 'fails', severity: 'block', because: 'publicList' }],
    mended: { rule: 'R27', facts: helper([]) },
  },
];

const area = {
  form: 'GK_HUYEN',
  subjectKind: 'collective',
  name: 'Khu dân cư số 7',
  unit: 'Phường Nhân Chính',
  report: 'Lắp camera an ninh phủ kín 18 khu dân cư.',
} as const;
const bank = {
  ...area,
  form: 'GK_CAT',
  name: 'Chi nhánh ngân hàng “A”',
  headOfTaxpayer: true,
  report: 'Lắp báo động khẩn cấp nối với trực ban Công an phường.',
} as const;
const confirmed = ['thuế', 'bảo hiểm xã hội', 'phòng cháy', 'an toàn lao động', 'môi trường'].map((about) =>
  paper('other', `Xác nhận về ${about}.pdf`),
);
const people = {
  ...area,
  form: 'BK_TINH',
  name: 'Nhân dân và cán bộ phường Nhân Chính',
  report: 'Vận động 12.356 hộ với 42.995 nhân khẩu tham gia phong trào và Ngày hội tháng 8 năm 2022.',
} as const;
const household = {
  ...area,
  subjectKind: 'household',
  name: 'Gia đình ông Nguyễn Văn Ấn',
  report: 'Tham gia cuộc thi gia đình chữa cháy, mở lối thoát nạn thứ hai.',
} as const;
const jeweller = {
  ...area,
  form: 'GK_XA',
  name: 'Cơ sở vàng bạc “K”',
  headOfTaxpayer: true,
  report: 'Lắp chuông báo động cho 19 cơ sở kinh doanh vàng bạc.',
} as const;

const nhanChinh: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 7: Khu dân cư số 7 là tập thể không có tư cách pháp nhân vẫn được khen như tập thể',
    facts: file({ on: '2022-08-30', of: area, decidedBy: district }),
    results: [
      ...passing('R01', 'R08', 'R09'),
      { rule: 'R22', verdict: 'passes', computes: '0.6 × 1490000 = 894000; 894000 = 900000' },
    ],
  },
  {
    title: 'hồ sơ 8: Chi nhánh ngân hàng “A” chưa có xác nhận của các cơ quan liên quan',
    facts: file({ on: '2022-08-30', of: bank, decidedBy: cityPolice }),
    results: [{ rule: 'R31', verdict: 'fails', severity: 'warn', because: 'missing', says: 'thuế' }],
    mended: {
      rule: 'R31',
      facts: file({
        on: '2022-08-30',
        of: bank,
        decidedBy: cityPolice,
        papers: [minutes, letter, ...confirmed],
      }),
    },
  },
  {
    title: 'hồ sơ 9: Bằng khen cho nhân dân và cán bộ phường thuộc thẩm quyền thành phố, không phải quận',
    facts: file({ on: '2022-08-30', of: people, decidedBy: district }),
    results: [{ rule: 'R08', verdict: 'fails', severity: 'block', because: 'otherDecider' }],
    mended: { rule: 'R08', facts: file({ on: '2022-08-30', of: people, decidedBy: province }) },
  },
  {
    title: 'hồ sơ 9: Bằng khen cho nhân dân và cán bộ phường còn thiếu tờ trình của UBND quận',
    facts: file({ on: '2022-08-30', of: people, decidedBy: province, papers: [minutes] }),
    results: [
      { rule: 'R09', verdict: 'fails', because: 'missing', says: 'Tờ trình (văn bản đề nghị) kèm danh sách' },
    ],
    mended: { rule: 'R09', facts: file({ on: '2022-08-30', of: people, decidedBy: province }) },
  },
  {
    title: 'hồ sơ 10: Gia đình ông Nguyễn Văn Ấn được thưởng bằng 1,5 lần cá nhân',
    facts: file({ on: '2022-08-30', of: household, decidedBy: district }),
    results: [
      ...passing('R01', 'R08', 'R09'),
      { rule: 'R22', verdict: 'passes', computes: '0.45 × 1490000 = 670500; 670500 = 680000' },
    ],
  },
  {
    title: 'hồ sơ 11: Cơ sở vàng bạc “K” do phường khen, ngày làm việc thứ 21 mới thẩm định xong',
    facts: file({
      on: '2026-04-01',
      of: { ...jeweller, achievementFrom: day('2025-01-01'), achievementTo: day('2025-12-31') },
      decidedBy: ward,
      papers: [minutes, letter, ...confirmed],
      days: { receivedOn: day('2026-03-02'), appraisedOn: day('2026-03-31') },
    }),
    results: [
      ...passing('R08', 'R09', 'R31'),
      { rule: 'R13', verdict: 'fails', severity: 'inform', because: 'appraiseLate' },
    ],
    mended: {
      rule: 'R13',
      facts: file({
        on: '2026-04-01',
        of: jeweller,
        decidedBy: ward,
        papers: [minutes, letter, ...confirmed],
        days: { receivedOn: day('2026-03-02'), appraisedOn: day('2026-03-30') },
      }),
    },
  },
];

const yen = {
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  name: 'Trần Thị Yến',
  unit: 'Phường Khuê Trung',
  report: 'Duy trì Tiếng loa phòng, chống tội phạm mỗi tối tại các tổ dân phố của phường Khuê Trung.',
} as const;
const yenAtPolice: OtherCase = {
  id: 'HS-0015',
  form: 'GK_CAT',
  status: 'AT_STEP',
  name: yen.name,
  unit: yen.unit,
  achievementFrom: day('2020-01-01'),
  achievementTo: day('2020-06-30'),
  citation: 'Đã có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc',
  report: yen.report,
  sameSubject: true,
  linked: false,
};

const camLe: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 12: Đội PCCC cơ sở phường Khuê Trung, chuyên đề phòng cháy, chữa cháy',
    facts: file({
      on: '2020-10-05',
      of: {
        ...long,
        name: 'Đội PCCC cơ sở phường Khuê Trung',
        unit: 'Phường Khuê Trung',
        report: 'Vận động 71% hộ dân trang bị bình chữa cháy.',
      },
      decidedBy: district,
    }),
    results: passing('R01', 'R08', 'R09', 'R22'),
  },
  {
    title: 'hồ sơ 13: Tổ tuần tra 8394 số 3 do Giám đốc Công an thành phố khen',
    facts: file({
      on: '2020-10-05',
      of: {
        ...long,
        form: 'GK_CAT',
        name: 'Tổ tuần tra 8394 số 3',
        unit: 'Phường Hòa Thọ Đông',
        report: 'Hơn 22.000 lượt tuần tra trên toàn quận.',
      },
      decidedBy: cityPolice,
    }),
    results: passing('R01', 'R08', 'R09', 'R22'),
  },
  {
    title: 'hồ sơ 14: công nhận mô hình “Quạt cầm tay – thổi bay tội phạm” không kèm tiền thưởng',
    facts: file({
      on: '2020-10-05',
      of: {
        ...long,
        form: 'MH_CN',
        name: 'Quạt cầm tay – thổi bay tội phạm',
        unit: 'Hội Liên hiệp Phụ nữ phường',
        report: 'Cung cấp 157 tin có giá trị trên toàn quận.',
      },
    }),
    results: passing('R09', 'R26'),
  },
  {
    title:
      'hồ sơ 15: Trần Thị Yến vừa được đề nghị Giấy khen quận vừa được đề nghị Giấy khen Công an thành phố',
    facts: file({ on: '2020-10-05', of: yen, others: [yenAtPolice] }),
    results: [
      {
        rule: 'R01',
        verdict: 'fails',
        severity: 'block',
        because: 'sameAchievement',
        says: 'Trần Thị Yến, Phường Khuê Trung',
        mend: 'rút một đề nghị',
      },
    ],
    mended: {
      rule: 'R01',
      facts: file({ on: '2020-10-05', of: yen, others: [{ ...yenAtPolice, status: 'WITHDRAWN' }] }),
    },
  },
];

const areaWard = (recognised: number): CaseFacts =>
  file({
    on: '2022-11-18',
    of: {
      ...long,
      form: 'ANTT_XP',
      name: 'Phường “X”',
      unit: 'Thị xã Ba Đồn',
      report: 'Kết quả thực hiện tiêu chuẩn.',
    },
    standard: {
      of: 'ward',
      year: 2022,
      excluded: false,
      registeredOn: day('2022-03-15'),
      recognisedOn: day('2022-11-18'),
      units: { all: 25, registered: 25, recognised },
      effectiveModels: 2,
    },
  });
const veterans = {
  ...long,
  name: 'Câu lạc bộ Cựu chiến binh phòng, chống tội phạm',
  unit: 'Tổ dân phố Đơn Sa',
  report: 'Một trong bốn mô hình mới của năm 2021.',
} as const;
const recognised: OtherCase = {
  ...yenAtPolice,
  id: 'MH-0017',
  form: 'MH_CN',
  name: veterans.name,
  unit: veterans.unit,
  report: veterans.report,
  achievementFrom: day('2021-01-01'),
  achievementTo: day('2021-06-30'),
};
const complaint: Trouble = { kind: 'complaint', from: day('2021-09-06') };
const solved: Trouble = { ...complaint, endedOn: day('2021-10-04'), document: '45/KL-CA', cleared: true };
const tinh = (trouble: Trouble): CaseFacts =>
  file({
    on: '2021-10-11',
    of: {
      ...yen,
      form: 'GK_CAT',
      name: 'Phan Văn Tĩnh',
      unit: 'Thôn Văn Phú',
      report: 'Thành viên mô hình liên kết giữa Công an xã và Hội đồng mục vụ giáo xứ.',
    },
    decidedBy: cityPolice,
    troubles: [trouble],
  });

const baDon: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 16: phường “X” có 17/25 đơn vị đạt, 68%',
    facts: areaWard(17),
    results: [
      {
        rule: 'R20',
        verdict: 'fails',
        severity: 'block',
        because: 'recognised',
        computes: '17 / 25 × 100 = 68',
      },
    ],
    mended: { rule: 'R20', facts: areaWard(18) },
  },
  {
    title:
      'hồ sơ 17: Câu lạc bộ Cựu chiến binh vừa được công nhận mô hình vừa được Giấy khen: hai việc khác nhau',
    facts: file({ on: '2021-10-11', of: veterans, decidedBy: district, others: [recognised] }),
    results: passing('R01', 'R08', 'R09'),
  },
  {
    title: 'hồ sơ 18: Phan Văn Tĩnh đang bị tố cáo thì chưa xét, có kết luận thì xét tiếp',
    facts: tinh(complaint),
    results: [{ rule: 'R04', verdict: 'fails', severity: 'hold', because: 'complaint' }],
    mended: { rule: 'R04', facts: tinh(solved) },
  },
];

const dang = (trouble: Trouble, giftNumber?: string): CaseFacts =>
  file({
    on: '2023-01-10',
    of: {
      ...{ ...yen, name: 'Đỗ Thành Long', unit: 'Bảo vệ dân phố Phường 11, quận Phú Nhuận' },
      ...{
        report: 'Lực lượng an ninh cơ sở năm 2022.',
        achievementFrom: day('2022-01-01'),
        achievementTo: day('2022-12-31'),
      },
    },
    troubles: [trouble],
    decision: { authority: district, giftNumber },
  });
const since2022: Trouble = { kind: 'complaint', from: day('2022-12-20') };
const over: Trouble = { ...since2022, endedOn: day('2023-01-09'), document: '02/KL-UBND', cleared: true };
const force6 = (excellent: number): CaseFacts =>
  file({
    on: '2026-08-10',
    of: {
      ...{ form: 'GK_XA', subjectKind: 'collective', name: 'Tổ bảo vệ ANTT khu phố 6' },
      ...{ unit: 'Phường Đức Nhuận', report: 'Tuần tra, nhắc nhở, giữ bình yên khu phố 6.' },
    },
    decidedBy: ward,
    days: { receivedOn: day('2026-08-03'), decidedOn: day('2026-08-10'), notifiedOn: day('2026-08-11') },
    force: {
      ...{ rating: 'excellent', teamRating: 'excellent', leader: false, months: 12, teamMonths: 12 },
      rated: { good: 10, excellent },
    },
    money: { entered: 1_520_000, ofDecision: 1_520_000, fund: { total: 100_000_000, promised: 0 } },
  });

const later: readonly GoldenCase[] = [
  {
    title: 'hồ sơ 19: Đỗ Thành Long đang có tố cáo chưa giải quyết thì chưa xét',
    facts: dang(since2022),
    results: [{ rule: 'R04', verdict: 'fails', severity: 'hold', because: 'complaint', says: '20/12/2022' }],
    mended: { rule: 'R04', facts: dang(over) },
  },
  {
    title: 'hồ sơ 19: 170 suất quà tặng cùng ngày không mang số quyết định khen thưởng',
    facts: dang(over, '15/QĐ-UBND'),
    results: [{ rule: 'R32', verdict: 'fails', severity: 'block', because: 'numbered', says: '15/QĐ-UBND' }],
    mended: { rule: 'R32', facts: dang(over) },
  },
  {
    title: 'hồ sơ 20: Tổ bảo vệ ANTT khu phố 6 trong mức 20% và được thưởng 1.520.000 đồng',
    facts: force6(2),
    results: [
      ...passing('R01', 'R08', 'R09', 'R13', 'R21', 'R24'),
      { rule: 'R22', verdict: 'passes', computes: '0.6 × 2530000 = 1518000; 1518000 = 1520000' },
    ],
  },
  {
    title: 'hồ sơ 20: xếp loại xuất sắc vượt 20% số hoàn thành tốt',
    facts: force6(3),
    results: [
      { rule: 'R21', verdict: 'fails', severity: 'block', because: 'tooMany', computes: '10 × 20 / 100 = 2' },
    ],
    mended: { rule: 'R21', facts: force6(2) },
  },
];

export const sampleCases: readonly GoldenCase[] = [
  ...medals,
  ...hongBang,
  ...nhanChinh,
  ...camLe,
  ...baDon,
  ...later,
];
