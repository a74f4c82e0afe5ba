import type { CaseFacts, QuotaFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const khoa = { id: 'HS-1', name: 'Ngô Đăng Khoa', subjectKind: 'individual', gender: 'male' } as const;
const lan = { id: 'HS-2', name: 'Bùi Thị Lan', subjectKind: 'individual', gender: 'female' } as const;
const team = (womenShare?: number) =>
  ({ id: 'HS-3', name: 'Tổ phụ nữ tự quản số 2', subjectKind: 'collective', womenShare }) as const;
const household = { id: 'HS-4', name: 'Gia đình ông Nguyễn Văn Ấn', subjectKind: 'household' } as const;

const facts = (quota: QuotaFacts, today = '2026-08-03'): CaseFacts => ({ today: day(today), quota });
const R07 = 'R07';

export const quotaCases: readonly GoldenCase[] = [
  {
    title: 'còn một suất cho hai người ngang nhau: ưu tiên nữ',
    facts: facts({ count: 5, taken: 4, equals: [khoa, lan] }),
    results: [
      {
        rule: R07,
        verdict: 'fails',
        severity: 'inform',
        because: 'prefer',
        says: 'Bùi Thị Lan',
        cites: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 6',
      },
    ],
  },
  {
    title: 'đủ suất cho mọi trường hợp ngang nhau',
    facts: facts({ count: 6, taken: 4, equals: [khoa, lan] }),
    results: [{ rule: R07, verdict: 'passes' }],
  },
  {
    title: 'tập thể có đúng 70% là nữ được ưu tiên, năm 2020',
    facts: facts({ count: 1, taken: 0, equals: [household, team(70)] }, '2020-11-10'),
    results: [{ rule: R07, verdict: 'fails', because: 'prefer', says: 'Tổ phụ nữ tự quản số 2' }],
  },
  {
    title: 'tập thể có 69% là nữ thì không có ai được ưu tiên',
    facts: facts({ count: 1, taken: 0, equals: [household, team(69)] }),
    results: [{ rule: R07, verdict: 'passes' }],
  },
  {
    title: 'chưa ghi tỷ lệ nữ của tập thể',
    facts: facts({ count: 1, taken: 0, equals: [lan, team()] }),
    results: [{ rule: R07, verdict: 'unknown', because: 'unsaid', mend: 'tỷ lệ nữ (tập thể)' }],
  },
  {
    title: 'đã hết chỉ tiêu của đợt xét',
    facts: facts({ count: 4, taken: 4, equals: [lan] }),
    results: [
      { rule: R07, verdict: 'fails', severity: 'inform', because: 'full', says: 'Đã dùng hết 4 suất' },
    ],
  },
];
