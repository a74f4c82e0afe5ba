import { catalogue, formNamed } from './catalogue.ts';
import { chosenFrom, figure, row, underDecree152, underDecree98, underLaw2003 } from './rows.ts';

const art54 = ['ND-152-2025', 'Điều 54'] as const;
const art50 = ['ND-152-2025', 'Điều 50'] as const;

interface Coefficient {
  /** How sure we are of it under Decree 91/2017. */
  readonly before?: 'confirmed' | 'memory';
  /** Under Decrees 91/2017 and, as far as we know, 98/2023. */
  readonly lowerBefore?: number;
  readonly article?: readonly [of: string, at: string];
  /** Its form ended with the district era. */
  readonly ended?: true;
}

const kindNames = { individual: 'cá nhân', collective: 'tập thể', household: 'hộ gia đình' } as const;

function coefficient(
  form: string,
  kind: keyof typeof kindNames,
  value: number,
  confidence: 'confirmed' | 'inferred',
  { before = 'memory', lowerBefore = value, article = art54, ended }: Coefficient = {},
) {
  return figure(
    `coefficient.${form}.${kind}`,
    'factor',
    {
      vi: `Hệ số mức lương cơ sở: ${formNamed(form).vi}, ${kindNames[kind]}`,
      en: `Coefficient of the base salary: ${formNamed(form).en}, ${kind}`,
    },
    row(
      underLaw2003,
      lowerBefore,
      before,
      before === 'confirmed' ? 'ND-91-2017' : 'THONG-LE',
      'LUAT-TDKT-2003',
    ),
    row(underDecree98, lowerBefore, 'memory', 'ND-98-2023'),
    ...(ended ? [] : [row(underDecree152, value, confidence, article)]),
  );
}

/** What money goes with an award is computed from: the base salary on the day of the decision, times a coefficient. */
export const money: readonly unknown[] = [
  figure(
    'money.baseSalary',
    'dong',
    { vi: 'Mức lương cơ sở (đồng/tháng)', en: 'Base salary (đồng a month)' },
    row(['2016-05-01', '2017-06-30'], 1_210_000, 'memory', 'ND-47-2016'),
    row(['2017-07-01', '2018-06-30'], 1_300_000, 'memory', 'ND-47-2017'),
    row(['2018-07-01', '2019-06-30'], 1_390_000, 'memory', 'ND-72-2018'),
    row(['2019-07-01', '2023-06-30'], 1_490_000, 'memory', 'ND-38-2019'),
    row(['2023-07-01', '2024-06-30'], 1_800_000, 'memory', 'ND-24-2023'),
    row(['2024-07-01', '2026-06-30'], 2_340_000, 'confirmed', 'ND-73-2024'),
    row(['2026-07-01'], 2_530_000, 'secondary', ['ND-161-2026', 'Điều 3 khoản 2']),
  ),
  chosenFrom(
    ['up', 'down', 'none'],
    'money.rounding',
    'choice',
    { vi: 'Cách làm tròn tiền thưởng', en: 'How the money is rounded' },
    row(['2003-11-26', '2025-06-30'], 'up', 'memory', 'THONG-LE'),
    row(underDecree152, 'up', 'confirmed', ['ND-152-2025', 'Điều 49 khoản 2']),
  ),
  figure(
    'money.roundingStep',
    'dong',
    { vi: 'Làm tròn tiền thưởng đến hàng (đồng)', en: 'The money is rounded to whole (đồng)' },
    row(['2003-11-26', '2025-06-30'], 10_000, 'memory', 'THONG-LE'),
    row(underDecree152, 10_000, 'confirmed', ['ND-152-2025', 'Điều 49 khoản 2']),
  ),
  chosenFrom(
    catalogue.map(({ code }) => code),
    'money.capped',
    'texts',
    {
      vi: 'Hình thức mà hệ số là mức cao nhất, không phải mức cố định',
      en: 'Forms whose coefficient is the most that may be given, not what is given',
    },
    row(underLaw2003, ['KNC_ANTQ'], 'memory', 'THONG-LE'),
    row(underDecree98, ['KNC_ANTQ'], 'confirmed', ['ND-98-2023', 'Điều 58 khoản 1 điểm d']),
    row(underDecree152, ['KNC_ANTQ'], 'memory', 'ND-152-2025'),
  ),
  figure(
    'money.organisingShare',
    'percent',
    {
      vi: 'Phần của Quỹ thi đua, khen thưởng dành cho tổ chức, tuyên truyền',
      en: 'Share of the fund kept for organising and publicity',
    },
    row(['2003-11-26', '2024-12-31'], 20, 'memory', 'THONG-LE'),
    row(['2025-01-01'], 20, 'confirmed', 'TT-28-2025-BTC', 'HA-NOI-77'),
  ),

  coefficient('GK_XA', 'individual', 0.3, 'confirmed', { before: 'confirmed', lowerBefore: 0.15 }),
  coefficient('GK_XA', 'household', 0.45, 'confirmed', { lowerBefore: 0.225 }),
  coefficient('GK_XA', 'collective', 0.6, 'confirmed', { lowerBefore: 0.3 }),
  coefficient('GK_HUYEN', 'individual', 0.3, 'confirmed', { before: 'confirmed', ended: true }),
  coefficient('GK_HUYEN', 'household', 0.45, 'confirmed', { before: 'confirmed', ended: true }),
  coefficient('GK_HUYEN', 'collective', 0.6, 'confirmed', { before: 'confirmed', ended: true }),
  coefficient('GK_CAT', 'individual', 0.3, 'inferred'),
  coefficient('GK_CAT', 'collective', 0.6, 'inferred'),
  coefficient('BK_TINH', 'individual', 1.5, 'inferred'),
  coefficient('BK_TINH', 'household', 2.25, 'inferred'),
  coefficient('BK_TINH', 'collective', 3, 'confirmed'),
  coefficient('BK_BCA', 'individual', 1.5, 'inferred'),
  coefficient('BK_BCA', 'collective', 3, 'confirmed'),
  figure(
    'coefficient.KNC_ANTQ.individual',
    'factor',
    {
      vi: `Hệ số mức lương cơ sở: ${formNamed('KNC_ANTQ').vi}, cá nhân (mức cao nhất)`,
      en: `Coefficient of the base salary: ${formNamed('KNC_ANTQ').en}, individual (at most)`,
    },
    row(underLaw2003, 0.6, 'memory', 'THONG-LE'),
    row(underDecree98, 0.6, 'confirmed', ['ND-98-2023', 'Điều 58 khoản 1 điểm d']),
    row(underDecree152, 0.6, 'memory', 'ND-152-2025'),
  ),
  coefficient('BK_TTG', 'individual', 3.5, 'inferred'),
  coefficient('BK_TTG', 'collective', 7, 'confirmed'),
  coefficient('CO_BCA', 'collective', 8, 'confirmed', { article: art50 }),
  coefficient('CO_TINH', 'collective', 8, 'confirmed', { article: art50 }),
  coefficient('LDTT', 'individual', 0.3, 'confirmed', { article: art50 }),
  coefficient('TT_LDTT', 'collective', 0.8, 'confirmed', { article: art50 }),
  coefficient('CSTDCS', 'individual', 1, 'confirmed', { article: art50 }),
  coefficient('TDP_VH', 'collective', 1.5, 'confirmed', { article: art50 }),
  figure(
    'coefficient.XP_TB.collective',
    'factor',
    {
      vi: `Hệ số mức lương cơ sở: ${formNamed('XP_TB').vi}, tập thể`,
      en: `Coefficient of the base salary: ${formNamed('XP_TB').en}, collective`,
    },
    row(underDecree98, 2, 'memory', 'ND-98-2023'),
    row(underDecree152, 2, 'confirmed', art50),
  ),
  figure(
    'coefficient.NTVT.individual',
    'factor',
    {
      vi: 'Hệ số mức lương cơ sở: “Người tốt, việc tốt” của phường (của thành phố: 1,5)',
      en: 'Coefficient of the base salary: “Good people, good deeds” of a ward (of the city: 1.5)',
    },
    row(['2024-01-01'], 0.3, 'confirmed', 'HA-NOI-77'),
  ),
  figure(
    'factor.knc.hardship',
    'factor',
    {
      vi: 'Nhân thời gian công tác ở địa bàn đặc biệt khó khăn, biên giới, hải đảo',
      en: 'Times of service in hardship, border and island areas count so many times',
    },
    row(['2003-11-26', '2025-04-27'], 2, 'memory', 'THONG-LE'),
    row(['2025-04-28'], 2, 'confirmed', ['TT-20-2025-BCA', 'Điều 4']),
  ),
];
