import type { NominationFacts } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const kinds = { individual: 'cá nhân', household: 'hộ gia đình', collective: 'tập thể' } as const;
type Kind = keyof typeof kinds;

export const honoured = (form: string, subjectKind: Kind): NominationFacts => ({
  form,
  type: 'thematic',
  subjectKind,
  name: 'Tổ bảo vệ an ninh, trật tự khu phố 6',
  unit: 'Phường Đức Nhuận',
  citation: 'Đã có thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc',
  report: 'Tuần tra, nhắc nhở, giữ bình yên khu phố.',
});

/** What goes with each form at a base salary of 2,340,000 and of 2,530,000 đồng. */
const table: readonly (readonly [form: string, kind: Kind, dong2025: number, dong2026: number])[] = [
  ['GK_XA', 'individual', 710_000, 760_000],
  ['GK_XA', 'household', 1_060_000, 1_140_000],
  ['GK_XA', 'collective', 1_410_000, 1_520_000],
  ['GK_CAT', 'individual', 710_000, 760_000],
  ['GK_CAT', 'collective', 1_410_000, 1_520_000],
  ['BK_TINH', 'individual', 3_510_000, 3_800_000],
  ['BK_TINH', 'household', 5_270_000, 5_700_000],
  ['BK_TINH', 'collective', 7_020_000, 7_590_000],
  ['BK_BCA', 'individual', 3_510_000, 3_800_000],
  ['BK_BCA', 'collective', 7_020_000, 7_590_000],
  ['BK_TTG', 'individual', 8_190_000, 8_860_000],
  ['BK_TTG', 'collective', 16_380_000, 17_710_000],
  ['CO_BCA', 'collective', 18_720_000, 20_240_000],
  ['CO_TINH', 'collective', 18_720_000, 20_240_000],
  ['LDTT', 'individual', 710_000, 760_000],
  ['TT_LDTT', 'collective', 1_880_000, 2_030_000],
  ['CSTDCS', 'individual', 2_340_000, 2_530_000],
  ['TDP_VH', 'collective', 3_510_000, 3_800_000],
  ['XP_TB', 'collective', 4_680_000, 5_060_000],
];

const spoken = (dong: number): string => dong.toLocaleString('vi-VN');

/** Each sum of the table entered as it is, and ten thousand less: then the right sum is named, and entering it mends it. */
export const moneyTableCases: readonly GoldenCase[] = table.flatMap(([form, kind, dong2025, dong2026]) =>
  (
    [
      ['2025-08-19', dong2025],
      ['2026-08-19', dong2026],
    ] as const
  ).flatMap(([decided, dong]): GoldenCase[] => {
    const facts = { today: day(decided), nomination: honoured(form, kind) };
    const right = { ...facts, money: { entered: dong } };
    const year = decided.slice(0, 4);
    return [
      {
        title: `${form} tặng ${kinds[kind]} năm ${year} ghi ${spoken(dong)} đồng là đúng`,
        stage: 'decide',
        facts: right,
        results: [{ rule: 'R22', verdict: 'passes', computes: `= ${dong}` }],
      },
      {
        title: `${form} tặng ${kinds[kind]} năm ${year} ghi thiếu 10.000 đồng`,
        stage: 'decide',
        facts: { ...facts, money: { entered: dong - 10_000 } },
        results: [
          {
            rule: 'R22',
            verdict: 'fails',
            severity: 'inform',
            because: 'differs',
            mend: `thành ${spoken(dong)} đồng`,
          },
        ],
        mended: { rule: 'R22', facts: right },
      },
    ];
  }),
);
