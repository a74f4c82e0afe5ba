import type { CaseFacts, MoneyFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';
import { honoured, moneyTableCases } from './money-table.ts';

const on = (text: string, money: MoneyFacts): CaseFacts => ({ today: day(text), money });
const year = (number: number) => ({
  achievementFrom: day(`${number}-01-01`),
  achievementTo: day(`${number}-12-31`),
});
const bearer = (form: string) => ({ form, subjectKind: 'individual' as const });

const amountCases: readonly GoldenCase[] = [
  {
    title: 'công thức luôn được nêu: Giấy khen của Chủ tịch Ủy ban nhân dân phường năm 2026',
    stage: 'decide',
    facts: {
      today: day('2026-08-19'),
      nomination: honoured('GK_XA', 'individual'),
      money: { entered: 759_000 },
    },
    results: [
      {
        rule: 'R22',
        verdict: 'fails',
        because: 'differs',
        says: '0,3 × 2.530.000 = 759.000 → 760.000',
        cites: 'Nghị định số 161/2026/NĐ-CP',
      },
    ],
  },
  {
    title: 'mức lương cơ sở tính theo ngày ký quyết định, không theo ngày nhận hồ sơ',
    stage: 'decide',
    facts: {
      today: day('2026-07-02'),
      days: { receivedOn: day('2026-06-20'), decidedOn: day('2026-07-01') },
      nomination: honoured('GK_XA', 'collective'),
    },
    results: [{ rule: 'R22', verdict: 'passes', computes: '0.6 × 2530000 = 1518000; 1518000 = 1520000' }],
  },
  {
    title: 'quyết định ký ngày 30/06/2026 còn theo mức lương cơ sở cũ',
    stage: 'decide',
    facts: { today: day('2026-06-30'), nomination: honoured('GK_XA', 'collective') },
    results: [{ rule: 'R22', verdict: 'passes', computes: '0.6 × 2340000 = 1404000; 1404000 = 1410000' }],
  },
  {
    title: 'Giấy khen của Chủ tịch Ủy ban nhân dân quận năm 2020',
    stage: 'decide',
    facts: { today: day('2020-12-29'), nomination: honoured('GK_HUYEN', 'household') },
    results: [{ rule: 'R22', verdict: 'passes', computes: '0.45 × 1490000 = 670500; 670500 = 680000' }],
  },
  {
    title: 'hệ số 0,15 của phường trước Nghị định 152',
    stage: 'decide',
    facts: { today: day('2020-12-29'), nomination: honoured('GK_XA', 'individual') },
    results: [{ rule: 'R22', verdict: 'passes', computes: '0.15 × 1490000 = 223500; 223500 = 230000' }],
  },
  {
    title: 'Giấy khen cấp huyện không còn từ ngày 01/07/2025 nên không tính tiền',
    stage: 'decide',
    facts: { today: day('2025-07-01'), nomination: honoured('GK_HUYEN', 'individual') },
    results: [],
  },
  {
    title: 'Kỷ niệm chương ghi dưới mức cao nhất là được',
    stage: 'decide',
    facts: {
      today: day('2026-08-19'),
      nomination: honoured('KNC_ANTQ', 'individual'),
      money: { entered: 1_000_000 },
    },
    results: [{ rule: 'R22', verdict: 'passes', computes: '= 1520000' }],
  },
  {
    title: 'Kỷ niệm chương ghi quá mức cao nhất',
    stage: 'decide',
    facts: {
      today: day('2025-08-19'),
      nomination: honoured('KNC_ANTQ', 'individual'),
      money: { entered: 1_520_000 },
    },
    results: [{ rule: 'R22', verdict: 'fails', because: 'aboveMost', mend: 'không quá 1.410.000 đồng' }],
    mended: {
      rule: 'R22',
      facts: {
        today: day('2025-08-19'),
        nomination: honoured('KNC_ANTQ', 'individual'),
        money: { entered: 1_410_000 },
      },
    },
  },
];

const merit2025 = { ...bearer('BK_TINH'), ...year(2025) };
const togetherCases: readonly GoldenCase[] = [
  {
    title: 'hai Giấy khen của hai năm khác nhau được nhận cả hai mức',
    stage: 'decide',
    facts: on('2026-08-19', {
      together: [
        { ...bearer('GK_XA'), ...year(2024) },
        { ...bearer('BK_TINH'), ...year(2025) },
      ],
      enteredTogether: 4_560_000,
    }),
    results: [{ rule: 'R23', verdict: 'passes', computes: '760000 + 3800000 = 4560000' }],
  },
  {
    title: 'hai danh hiệu cùng năm chỉ nhận mức cao nhất',
    stage: 'decide',
    facts: on('2026-08-19', {
      together: [
        { ...bearer('LDTT'), ...year(2025) },
        { ...bearer('CSTDCS'), ...year(2025) },
      ],
      enteredTogether: 3_290_000,
    }),
    results: [
      {
        rule: 'R23',
        verdict: 'fails',
        severity: 'inform',
        because: 'differs',
        mend: 'thành 2.530.000 đồng',
        cites: 'Điều 49 khoản 5 đến khoản 7',
      },
    ],
    mended: {
      rule: 'R23',
      facts: on('2026-08-19', {
        together: [
          { ...bearer('LDTT'), ...year(2025) },
          { ...bearer('CSTDCS'), ...year(2025) },
        ],
        enteredTogether: 2_530_000,
      }),
    },
  },
  {
    title: 'danh hiệu của hai năm khác nhau được nhận cả hai mức',
    stage: 'decide',
    facts: on('2026-08-19', {
      together: [
        { ...bearer('LDTT'), ...year(2024) },
        { ...bearer('CSTDCS'), ...year(2025) },
      ],
    }),
    results: [{ rule: 'R23', verdict: 'passes', computes: '760000 + 2530000 = 3290000' }],
  },
  {
    title: 'vừa danh hiệu vừa hình thức khen thưởng được nhận cả hai, dù cùng năm',
    stage: 'decide',
    facts: on('2025-12-29', {
      together: [{ ...bearer('CSTDCS'), ...year(2025) }, merit2025],
      enteredTogether: 5_850_000,
    }),
    results: [{ rule: 'R23', verdict: 'passes', computes: '2340000 + 3510000 = 5850000' }],
  },
  {
    title: 'hai hình thức cùng thời gian, chưa rõ có cùng một thành tích',
    stage: 'decide',
    facts: on('2025-12-29', { together: [{ ...bearer('GK_XA'), ...year(2025) }, merit2025] }),
    results: [
      {
        rule: 'R23',
        verdict: 'unknown',
        because: 'sameAchievement',
        says: 'xã, phường, đặc khu, Bằng khen của',
      },
    ],
    mended: {
      rule: 'R23',
      facts: on('2025-12-29', {
        together: [{ ...bearer('GK_XA'), ...year(2025), declaredOther: true }, merit2025],
      }),
    },
  },
  {
    title: 'hai hình thức mà một hình thức chưa ghi thời gian đạt thành tích',
    stage: 'decide',
    facts: on('2025-12-29', { together: [bearer('GK_XA'), merit2025] }),
    results: [
      {
        rule: 'R23',
        verdict: 'unknown',
        because: 'period',
        says: 'của Giấy khen của Chủ tịch UBND xã, phường, đặc khu,',
      },
    ],
  },
  {
    title: 'nhiều hình thức mà một hình thức chưa có hệ số',
    stage: 'decide',
    facts: on('2025-12-29', { together: [bearer('GK_HUYEN'), merit2025] }),
    results: [{ rule: 'R23', verdict: 'unknown', because: 'coefficient', says: 'cho đối tượng này' }],
  },
];

const fund = { total: 100_000_000, promised: 60_000_000 };
const fundCases: readonly GoldenCase[] = [
  {
    title: 'quỹ còn vừa đủ đến đồng cuối cùng',
    stage: 'decide',
    facts: on('2026-08-19', { ofDecision: 20_000_000, fund }),
    results: [{ rule: 'R24', verdict: 'passes', computes: '20000000 − 20000000 = 0' }],
  },
  {
    title: 'quỹ đủ cho các dòng đã tính, còn một dòng chưa tính được',
    stage: 'decide',
    facts: on('2026-08-19', { ofDecision: 19_000_000, unknownRows: 1, fund }),
    results: [{ rule: 'R24', verdict: 'unknown', because: 'sumsUnknown', says: 'còn 1 dòng chưa tính được' }],
  },
  {
    title: 'quỹ thiếu sau khi trừ phần tổ chức và các quyết định trước',
    stage: 'decide',
    facts: on('2026-08-19', { ofDecision: 20_240_000, fund }),
    results: [
      {
        rule: 'R24',
        verdict: 'fails',
        severity: 'warn',
        because: 'short',
        says: 'thiếu 240.000 đồng: 100.000.000 × (100 − 20)% = 80.000.000 để khen thưởng',
        mend: 'ít nhất 240.000 đồng',
        cites: 'TT-BTC',
      },
    ],
    mended: {
      rule: 'R24',
      facts: on('2026-08-19', {
        ofDecision: 20_240_000,
        fund: { total: 100_300_000, promised: 60_000_000 },
      }),
    },
  },
  {
    title: 'chưa ai nhập quỹ của cấp quyết định',
    stage: 'decide',
    facts: on('2026-08-19', { ofDecision: 1_520_000 }),
    results: [{ rule: 'R24', verdict: 'unknown', because: 'noFund', says: '1.520.000 đồng' }],
    mended: { rule: 'R24', facts: on('2026-08-19', { ofDecision: 1_520_000, fund }) },
  },
];

export const moneyCases: readonly GoldenCase[] = [
  ...moneyTableCases,
  ...amountCases,
  ...togetherCases,
  ...fundCases,
];
