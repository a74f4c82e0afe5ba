import type { CaseFacts, HistoryFacts, NominationFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const nomination: NominationFacts = {
  form: 'BK_TINH',
  type: 'merit',
  subjectKind: 'individual',
  name: 'Hoàng Minh Tuệ',
  unit: 'Phường Hồng Bàng',
  citation: 'Hoàn thành xuất sắc nhiệm vụ hai năm liên tục',
  report: 'Báo cáo thành tích hai năm 2024, 2025.',
  achievementFrom: day('2024-01-01'),
  achievementTo: day('2025-12-31'),
};
const merit = { form: 'CSTDCS', type: 'merit', number: '40/QĐ-UBND' } as const;
const thematic = { form: 'GK_XA', type: 'thematic', number: '51/QĐ-UBND' } as const;
const facts = (change: Partial<NominationFacts>, today = '2026-02-10'): CaseFacts => ({
  today: day(today),
  nomination: { ...nomination, ...change },
});
/** With a history that reaches back beyond the achievement. */
const withHistory = (history: Partial<HistoryFacts>, change: Partial<NominationFacts>): CaseFacts => ({
  ...facts(change),
  others: [],
  history: { knownSince: day('2020-01-01'), awards: [], stateMedals: [], ...history },
});
const camera = 'Bản đồ số các điểm camera an ninh';

export const basisCases: readonly GoldenCase[] = [
  {
    title: 'người tiếp nhận yêu cầu phải có Giấy khen rồi mới được đề nghị Bằng khen',
    stage: 'receive',
    facts: facts({ lowerAwardAsked: true }),
    results: [
      {
        rule: 'R02',
        verdict: 'fails',
        severity: 'inform',
        because: 'asked',
        cites: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 1',
        mend: 'Bỏ yêu cầu đó',
      },
    ],
  },
  {
    title: 'đề nghị Bằng khen cho người chưa từng được tặng Giấy khen',
    stage: 'receive',
    facts: facts({ lowerAwardAsked: false }),
    results: [{ rule: 'R02', verdict: 'passes', severity: 'inform' }],
  },
  {
    title: 'lấy Giấy khen chuyên đề làm căn cứ đề nghị khen công trạng',
    facts: facts({ basis: [merit, thematic] }),
    results: [
      {
        rule: 'R03',
        verdict: 'fails',
        severity: 'block',
        because: 'barred',
        says: 'Quyết định số 51/QĐ-UBND',
        cites: 'Điều 4 khoản 3',
      },
    ],
    mended: { rule: 'R03', facts: facts({ basis: [merit] }) },
  },
  {
    title: 'ghi là khen công trạng nhưng theo lịch sử là khen đột xuất',
    facts: withHistory(
      {
        awards: [
          {
            form: 'GK_XA',
            type: 'unexpected',
            number: '77/QĐ-UBND',
            on: day('2023-06-01'),
            authority: 'Chủ tịch UBND phường Sở Dầu',
            achievementFrom: day('2023-05-01'),
            achievementTo: day('2023-05-02'),
          },
        ],
      },
      { basis: [{ type: 'merit', number: '77/QĐ-UBND' }] },
    ),
    results: [{ rule: 'R03', verdict: 'fails', because: 'barred', mend: 'Bỏ Quyết định số 77/QĐ-UBND' }],
    mended: { rule: 'R03', facts: facts({ basis: [] }) },
  },
  {
    title: 'căn cứ là một quyết định chưa ghi loại hình',
    facts: facts({ basis: [{ number: '12/QĐ-UBND' }] }),
    results: [
      { rule: 'R03', verdict: 'unknown', because: 'typeUnsaid', mend: 'Ghi loại hình sau số quyết định' },
    ],
  },
  {
    title: 'căn cứ chỉ gồm danh hiệu và khen công trạng, năm 2020',
    facts: facts({ basis: [merit] }, '2020-11-10'),
    results: [{ rule: 'R03', verdict: 'passes', cites: 'Thông lệ của các cơ quan' }],
  },
  {
    title: 'sáng kiến đã dùng cho một quyết định khác, viết khác dấu',
    facts: withHistory(
      { initiatives: [{ name: 'Bản đồ số các điểm Camera an ninh', number: '90/QĐ-UBND' }] },
      { initiatives: [camera] },
    ),
    results: [
      { rule: 'R25', verdict: 'fails', severity: 'warn', because: 'used', says: 'Quyết định số 90/QĐ-UBND' },
    ],
  },
  {
    title: 'sáng kiến mới, đã có dữ liệu sáng kiến từ trước',
    facts: withHistory({ initiatives: [] }, { initiatives: [camera] }),
    results: [{ rule: 'R25', verdict: 'passes', cites: 'Công văn số 5007/BNV-TĐKT' }],
  },
  {
    title: 'có sáng kiến nhưng chưa nhập dữ liệu sáng kiến đã dùng',
    facts: withHistory({}, { initiatives: [camera, 'Tổ liên gia số'] }),
    results: [{ rule: 'R25', verdict: 'unknown', because: 'noHistory', says: '2 sáng kiến' }],
  },
];
