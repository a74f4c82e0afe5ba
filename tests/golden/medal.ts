import type { ServiceFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const force = (from: string, hardship = false): ServiceFacts => ({
  track: 'force',
  stretches: [{ from: day(from), hardship }],
  wellDone: true,
});
const medal = {
  form: 'KNC_ANTQ',
  type: 'service',
  subjectKind: 'individual',
  unit: 'Bảo vệ dân phố phường Minh Khai',
  citation: 'Đã có nhiều đóng góp vào sự nghiệp bảo vệ an ninh Tổ quốc',
  report: 'Bảo vệ trụ sở cơ quan Đảng, chính quyền.',
} as const;

export const medalCases: readonly GoldenCase[] = [
  {
    title: 'Vũ Đình Khải, bảo vệ dân phố 14 năm 8 tháng, còn thiếu bốn tháng',
    facts: {
      today: day('2020-11-10'),
      nomination: { ...medal, name: 'Vũ Đình Khải', gender: 'male' },
      service: force('2006-03-10'),
    },
    results: [
      {
        rule: 'R17',
        verdict: 'fails',
        severity: 'block',
        because: 'tooShort',
        eligibleOn: '2021-03-10',
        says: 'Mới tham gia 176 tháng',
        mend: 'từ ngày 10/03/2021',
      },
    ],
    mended: {
      rule: 'R17',
      facts: {
        today: day('2021-03-10'),
        nomination: { ...medal, name: 'Vũ Đình Khải', gender: 'male' },
        service: force('2006-03-10'),
      },
    },
  },
  {
    title: 'bảo vệ dân phố còn thiếu vài tháng, hỏi giữa tháng: đủ từ đúng ngày bắt đầu',
    facts: {
      today: day('2020-11-25'),
      nomination: { ...medal, name: 'Vũ Đình Khải', gender: 'male' },
      service: force('2006-03-10'),
    },
    results: [{ rule: 'R17', verdict: 'fails', because: 'tooShort', eligibleOn: '2021-03-10' }],
  },
  {
    title: 'thời gian tham gia đã khai đều đã kết thúc khi chưa đủ',
    facts: {
      today: day('2025-08-19'),
      nomination: { ...medal, name: 'Hà Văn Lượng', gender: 'male' },
      service: {
        track: 'force',
        stretches: [{ from: day('2006-03-10'), to: day('2016-03-10'), hardship: false }],
        wellDone: true,
      },
    },
    results: [
      { rule: 'R17', verdict: 'fails', because: 'endedShort', says: 'khai được 120 tháng', mend: 'Bổ sung' },
    ],
  },
  {
    title: 'Đoàn Thị Ánh, bảo vệ dân phố, nữ, 10 năm 1 tháng',
    facts: {
      today: day('2020-11-10'),
      nomination: { ...medal, name: 'Đoàn Thị Ánh', gender: 'female' },
      service: force('2010-10-10'),
    },
    results: [{ rule: 'R17', verdict: 'passes' }],
  },
  {
    title: 'người chưa ghi giới tính',
    facts: {
      today: day('2025-08-19'),
      nomination: { ...medal, name: 'Lê Văn Bình' },
      service: force('2000-01-01'),
    },
    results: [{ rule: 'R17', verdict: 'unknown', because: 'gender', mend: 'Chọn giới tính' }],
  },
  {
    title: 'lực lượng chưa ghi thời gian tham gia',
    facts: {
      today: day('2025-08-19'),
      nomination: { ...medal, name: 'Lê Văn Bình', gender: 'male' },
      service: { track: 'force', stretches: [] },
    },
    results: [{ rule: 'R17', verdict: 'unknown', because: 'noStretches', mend: 'mỗi khoảng một dòng' }],
  },
  {
    title: 'lãnh đạo chưa ghi thời gian giữ chức vụ',
    facts: {
      today: day('2025-08-19'),
      nomination: { ...medal, name: 'Lê Văn Bình' },
      service: { track: 'leader', stretches: [] },
    },
    results: [{ rule: 'R16', verdict: 'unknown', because: 'noStretches', mend: 'mỗi khoảng một dòng' }],
  },
  {
    title: 'lãnh đạo có Giấy khen mà chưa rõ khen về việc gì',
    facts: {
      today: day('2025-08-19'),
      nomination: { ...medal, name: 'Lê Văn Bình' },
      service: {
        track: 'leader',
        stretches: [{ from: day('2000-01-01'), hardship: false }],
        quietArea: true,
      },
      history: {
        knownSince: day('1999-01-01'),
        awards: [
          {
            form: 'GK_XA',
            type: 'merit',
            number: '12/QĐ-UBND',
            on: day('2019-12-20'),
            authority: 'Chủ tịch UBND phường',
          },
        ],
        stateMedals: [],
      },
    },
    results: [
      { rule: 'R16', verdict: 'unknown', because: 'forWhat', mend: 'Đối chiếu nội dung khen' },
      { rule: 'R15', verdict: 'passes' },
    ],
  },
];
