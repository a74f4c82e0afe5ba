import type { CaseFacts, NominationFacts, PublicationFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const nomination: NominationFacts = {
  form: 'GK_HUYEN',
  type: 'thematic',
  subjectKind: 'individual',
  name: 'Lê Quang Đức',
  unit: 'Phường Sở Dầu',
  citation: 'Có thành tích trong phong trào',
  report: 'Tích cực tham gia phong trào.',
  noSecrets: true,
};
const facts = (
  publication: Partial<PublicationFacts>,
  today = '2020-12-29',
  change: Partial<NominationFacts> = {},
): CaseFacts => ({
  today: day(today),
  nomination: { ...nomination, ...change },
  publication: { chosen: 'public', shownOn: [], fields: [], ...publication },
});
const listed = ['printedName', 'unit', 'form'];

const secrets: readonly GoldenCase[] = [
  {
    title: 'chưa ai xác nhận hồ sơ không chứa bí mật nhà nước',
    stage: 'submit',
    facts: facts({}, '2026-08-19', { noSecrets: undefined }),
    results: [
      {
        rule: 'R26',
        verdict: 'fails',
        severity: 'block',
        because: 'notConfirmed',
        mend: 'đánh dấu xác nhận',
        cites: 'Quyết định số 311/QĐ-BNV',
      },
    ],
    mended: { rule: 'R26', facts: facts({}, '2026-08-19') },
  },
  {
    title: 'hồ sơ có nội dung bí mật nhà nước thì không được nhập',
    facts: facts({}, '2020-11-10', { noSecrets: false }),
    results: [
      {
        rule: 'R26',
        verdict: 'fails',
        severity: 'block',
        because: 'secret',
        says: 'không được nhập vào hệ thống',
      },
    ],
    mended: { rule: 'R26', facts: facts({}, '2020-11-10') },
  },
  {
    title: 'hồ sơ đã được xác nhận không chứa bí mật nhà nước',
    stage: 'submit',
    facts: facts({}, '2025-03-15'),
    results: [{ rule: 'R26', verdict: 'passes' }],
  },
];

const keptBack: readonly GoldenCase[] = [
  {
    title: 'Lê Quang Đức là người giúp lực lượng Công an, không được hiện trên màn hình buổi lễ',
    facts: facts({ chosen: 'sealed', shownOn: ['stage'] }),
    results: [
      {
        rule: 'R27',
        verdict: 'fails',
        severity: 'block',
        because: 'stage',
        says: 'trên màn hình buổi lễ',
        mend: 'trao riêng',
        cites: 'Luật Công an nhân dân số 37/2018/QH14, Điều 14 khoản 2',
      },
    ],
    mended: { rule: 'R27', facts: facts({ chosen: 'sealed', shownOn: [] }) },
  },
  {
    title: 'trường hợp chỉ công khai nội bộ vẫn còn trong tra cứu công khai',
    facts: facts({ chosen: 'internal', shownOn: ['search', 'publicList'] }, '2026-08-19'),
    results: [
      { rule: 'R27', verdict: 'fails', because: 'search', mend: '(tra cứu công khai, danh sách công khai)' },
    ],
  },
  {
    title: 'trường hợp bảo mật không hiện ở đâu',
    facts: facts({ chosen: 'sealed' }, '2026-08-19'),
    results: [{ rule: 'R27', verdict: 'passes' }],
  },
];

const posting: readonly GoldenCase[] = [
  {
    title: 'danh sách công khai chỉ có họ tên, đơn vị và hình thức khen',
    facts: facts({ fields: listed }, '2026-08-19'),
    results: [{ rule: 'R28', verdict: 'passes', cites: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15' }],
  },
  {
    title: 'danh sách công khai có cả năm sinh',
    facts: facts({ fields: [...listed, 'birthYear'] }, '2026-08-19'),
    results: [
      {
        rule: 'R28',
        verdict: 'fails',
        severity: 'inform',
        because: 'beyond',
        says: 'năm sinh',
        mend: 'Bỏ các mục đó',
      },
    ],
  },
  {
    title: 'niêm yết đủ bảy ngày làm việc, không kể ngày nghỉ Quốc khánh',
    facts: facts(
      { fields: listed, postedFrom: day('2025-08-25'), postedTo: day('2025-09-05') },
      '2025-09-08',
    ),
    results: [{ rule: 'R28', verdict: 'passes' }],
  },
  {
    title: 'niêm yết thiếu một ngày làm việc vì có ngày nghỉ Quốc khánh',
    facts: facts(
      { fields: listed, postedFrom: day('2025-08-25'), postedTo: day('2025-09-04') },
      '2025-09-08',
    ),
    results: [{ rule: 'R28', verdict: 'fails', because: 'tooShort', mend: 'đến hết ngày 05/09/2025' }],
  },
  {
    title: 'đã niêm yết nhưng chưa ghi ngày kết thúc',
    facts: facts({ fields: listed, postedFrom: day('2025-03-10') }, '2025-03-15'),
    results: [{ rule: 'R28', verdict: 'unknown', because: 'openEnd', mend: 'đến hết ngày 19/03/2025' }],
  },
];

export const publicationCases: readonly GoldenCase[] = [...secrets, ...keptBack, ...posting];
