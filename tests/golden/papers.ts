import type {
  CaseFacts,
  NominationFacts,
  PaperFact,
  HistoryFacts,
  ServiceFacts,
} from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const minutes: PaperFact = { kind: 'minutes', name: 'Biên bản họp bình xét.pdf' };
const letter: PaperFact = { kind: 'letter', name: 'Tờ trình.pdf' };
const facts = (
  papers: readonly PaperFact[],
  change: Partial<NominationFacts> = {},
  today = '2020-11-10',
): CaseFacts => ({
  today: day(today),
  nomination: {
    form: 'GK_HUYEN',
    type: 'thematic',
    subjectKind: 'collective',
    name: 'Tổ tự quản Tuyến phố đi bộ kiểu mẫu',
    unit: 'Tuyến phố đi bộ',
    citation: 'Giữ gìn an ninh, trật tự tuyến phố đi bộ',
    report: 'Tổ đã giải quyết 31 vụ việc.',
    ...change,
  },
  papers,
});
const missing = (says: string, rest: object = {}) =>
  [{ rule: 'R09', verdict: 'fails', severity: 'block', because: 'missing', says, ...rest }] as const;
const passes = [{ rule: 'R09', verdict: 'passes' }] as const;
const leader: ServiceFacts = {
  track: 'leader',
  stretches: [{ from: day('2010-01-04'), hardship: false }],
  wellDone: true,
  quietArea: true,
};
const history: HistoryFacts = {
  knownSince: day('2009-01-01'),
  stateMedals: [],
  awards: [
    {
      form: 'GK_HUYEN',
      type: 'thematic',
      number: '1250/QĐ-UBND',
      on: day('2017-08-18'),
      authority: 'Chủ tịch UBND quận',
      forSecurity: true,
    },
  ],
};
const roll: PaperFact = { kind: 'scan', name: 'Danh sách trích ngang có xác nhận.pdf' };
const medal = { form: 'KNC_ANTQ', type: 'service', subjectKind: 'individual', name: 'Phạm Thị Hòa' } as const;

const required: readonly GoldenCase[] = [
  {
    title: 'Tổ tự quản Tuyến phố đi bộ kiểu mẫu thiếu biên bản họp',
    stage: 'submit',
    facts: facts([]),
    results: missing('còn thiếu: Biên bản họp bình xét.', {
      mend: 'Bổ sung Biên bản họp bình xét',
      cites: 'Công an tỉnh Quảng Bình',
    }),
    mended: { rule: 'R09', facts: facts([minutes, letter]) },
  },
  {
    title: 'đã bổ sung biên bản thì gửi được, tờ trình đến bước tiếp nhận mới cần',
    stage: 'submit',
    facts: facts([minutes]),
    results: passes,
  },
  {
    title: 'đến bước tiếp nhận mà chưa có tờ trình',
    stage: 'receive',
    facts: facts([minutes]),
    results: missing('Tờ trình (văn bản đề nghị) kèm danh sách'),
  },
  {
    title: 'Giấy khen của Chủ tịch UBND phường năm 2026 chưa viết báo cáo thành tích',
    stage: 'submit',
    facts: facts([minutes], { form: 'GK_XA', report: '  ' }, '2026-08-19'),
    results: missing('Báo cáo thành tích', { cites: 'Thủ tục hành chính khen thưởng cấp xã' }),
    mended: { rule: 'R09', facts: facts([minutes, letter], { form: 'GK_XA' }, '2026-08-19') },
  },
  {
    title: 'báo cáo thành tích nộp bằng tệp thay cho phần viết',
    stage: 'submit',
    facts: facts(
      [minutes, { kind: 'report', name: 'Báo cáo.docx' }],
      { form: 'GK_XA', report: '' },
      '2026-08-19',
    ),
    results: passes,
  },
  {
    title: 'Bằng khen của Bộ trưởng Bộ Công an còn thiếu báo cáo tóm tắt có xác nhận',
    stage: 'appraise',
    facts: facts([minutes, letter], { form: 'BK_BCA' }, '2025-03-15'),
    results: missing('Báo cáo tóm tắt thành tích có xác nhận', { cites: 'Công an tỉnh Bắc Kạn' }),
  },
  {
    title: 'Phạm Thị Hòa theo diện lãnh đạo chưa nộp bản sao Giấy khen năm 2017',
    stage: 'submit',
    facts: { ...facts([roll], medal, '2026-05-04'), service: leader, history },
    results: missing('Bản sao Giấy khen, Bằng khen về bảo vệ an ninh Tổ quốc', {
      cites: 'Thông tư số 20/2025/TT-BCA',
    }),
  },
  {
    title: 'Kỷ niệm chương chưa ghi theo diện nào',
    stage: 'submit',
    facts: facts([roll], medal, '2026-05-04'),
    results: [{ rule: 'R09', verdict: 'unknown', because: 'noTrack', mend: 'Chọn diện đề nghị' }],
  },
  {
    title: 'khu dân cư đề nghị công nhận chuẩn năm 2022 có đủ hồ sơ',
    facts: facts([minutes, letter], { form: 'ANTT_KDC' }, '2022-11-10'),
    results: [{ rule: 'R09', verdict: 'passes', cites: 'Điều 9 khoản 2 điểm b' }],
  },
  {
    title: 'hình thức chưa có danh mục thành phần hồ sơ thì nói rõ là chưa biết',
    stage: 'submit',
    facts: facts([minutes], { form: 'NTVT', subjectKind: 'individual' }, '2026-08-19'),
    results: [{ rule: 'R09', verdict: 'unknown', because: 'noList' }],
  },
];

const about = (name: string): PaperFact => ({ kind: 'other', name });
const confirmed = [
  about('Xác nhận nghĩa vụ THUẾ.pdf'),
  about('Xác nhận bảo hiểm xã hội.pdf'),
  about('Biên bản phòng cháy, chữa cháy.pdf'),
  about('Xác nhận an toàn lao động.pdf'),
];
const bank = { form: 'GK_CAT', name: 'Chi nhánh ngân hàng A', headOfTaxpayer: true } as const;

const taxpayers: readonly GoldenCase[] = [
  {
    title: 'Chi nhánh ngân hàng A mới có bốn xác nhận, thiếu về môi trường',
    facts: facts([minutes, letter, ...confirmed], bank, '2022-11-10'),
    results: [
      {
        rule: 'R31',
        verdict: 'fails',
        severity: 'warn',
        because: 'missing',
        says: 'Chưa có xác nhận về: môi trường.',
        cites: 'Thông lệ',
      },
    ],
    mended: {
      rule: 'R31',
      facts: facts([minutes, letter, ...confirmed, about('Ý kiến về môi trường')], bank, '2022-11-10'),
    },
  },
  {
    title: 'Cơ sở vàng bạc K có đủ năm xác nhận',
    facts: facts(
      [minutes, letter, ...confirmed, about('Xac nhan moi truong.pdf')],
      { ...bank, form: 'GK_XA', name: 'Cơ sở vàng bạc K' },
      '2026-08-19',
    ),
    results: [{ rule: 'R31', verdict: 'passes' }],
  },
];

const number = (
  digits: string,
  gender?: 'female' | 'male',
  birthYear?: number,
  today = '2026-08-19',
): CaseFacts => ({
  today: day(today),
  idNumber: { digits, gender, birthYear },
});
const R35 = 'R35';

const numbers: readonly GoldenCase[] = [
  {
    title: 'số định danh khớp với người nữ sinh năm 1971',
    facts: number('000171000001', 'female', 1971),
    results: [{ rule: R35, verdict: 'passes' }],
  },
  {
    title: 'số định danh khớp với người nam sinh năm 2004',
    facts: number('000204000001', 'male', 2004),
    results: [{ rule: R35, verdict: 'passes' }],
  },
  {
    title: 'năm sinh trong số định danh khác với hồ sơ',
    facts: number('000171000001', 'female', 1972),
    results: [
      {
        rule: R35,
        verdict: 'fails',
        severity: 'warn',
        because: 'birthYear',
        says: 'năm sinh là 1971; hồ sơ ghi 1972',
      },
    ],
  },
  {
    title: 'giới tính theo số định danh khác với hồ sơ',
    facts: number('000171000001', 'male', 1971),
    results: [{ rule: R35, verdict: 'fails', because: 'gender' }],
  },
  {
    title: 'số chứng minh nhân dân cũ gồm 9 chữ số chỉ bị nhắc',
    facts: number('000123456', 'male', 1960, '2020-11-10'),
    results: [{ rule: R35, verdict: 'fails', severity: 'inform', because: 'old', mend: 'thì giữ nguyên' }],
  },
  {
    title: 'số định danh gõ thiếu một chữ số',
    facts: number('00017100000', 'female', 1971),
    results: [{ rule: R35, verdict: 'fails', because: 'notTwelve', says: 'có 11 ký tự' }],
  },
  {
    title: 'có số định danh nhưng chưa ghi năm sinh, giới tính',
    facts: number('000171000001'),
    results: [{ rule: R35, verdict: 'unknown', because: 'nothingToCompare' }],
  },
];

export const paperCases: readonly GoldenCase[] = [...required, ...taxpayers, ...numbers];
