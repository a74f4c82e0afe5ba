import { z } from 'zod';
import type { Confidence } from '../domain/law/dated.ts';
import { ruleGroundSchema, type RuleGround, type Severity } from '../domain/law/rule-ground.ts';
import { always, row, underDecree152, underDecree98, underLaw2003, type Source, type Span } from './rows.ts';

type Row = ReturnType<typeof row>;

const ground = (code: string, severity: Severity, ...rows: readonly Row[]) => ({
  code,
  rows: rows.map(({ value: _, ...dated }) => ({ ...dated, severity })),
});

/** A row of a ground: it has no value of its own. */
const at = (span: Span, confidence: Confidence, ...sources: readonly Source[]): Row =>
  row(span, undefined, confidence, ...sources);

/** Practice before a text that was read; the text since. */
const since = (from: string, before: string, ...sources: readonly Source[]): Row[] => [
  at(['2003-11-26', before], 'memory', 'THONG-LE'),
  at([from], 'confirmed', ...sources),
];
const sinceDecree152 = (article: string) => [
  at(['2003-11-26', '2025-06-30'], 'memory', 'THONG-LE'),
  at(underDecree152, 'confirmed', ['ND-152-2025', article]),
];
const sinceTt20 = (...articles: readonly string[]) =>
  since(
    '2025-04-28',
    '2025-04-27',
    ...articles.map((article) => ['TT-20-2025-BCA', article] as const),
    ...(articles.length === 0 ? ['TT-20-2025-BCA'] : []),
  );

/** Where each of the rules R01 to R35 stands, and since when; what they say is in shared/domain/rules. */
export const grounds: readonly RuleGround[] = z
  .array(ruleGroundSchema)
  .parse([
    ground(
      'R01',
      'block',
      at(underLaw2003, 'memory', 'LUAT-TDKT-2003'),
      at(['2024-01-01'], 'confirmed', ['LUAT-TDKT-2022', 'Điều 5 khoản 2']),
    ),
    ground('R02', 'inform', ...sinceDecree152('Điều 4 khoản 1')),
    ground('R03', 'block', ...sinceDecree152('Điều 4 khoản 3')),
    ground('R04', 'hold', ...sinceDecree152('Điều 4 khoản 4')),
    ground('R05', 'block', ...sinceDecree152('Điều 4 khoản 4')),
    ground('R06', 'inform', ...sinceDecree152('Điều 4 khoản 5')),
    ground('R07', 'inform', ...sinceDecree152('Điều 4 khoản 6')),
    ground(
      'R08',
      'block',
      at(underLaw2003, 'memory', 'LUAT-TDKT-2003'),
      at(underDecree98, 'confirmed', ['LUAT-TDKT-2022', 'Điều 79, Điều 80']),
      at(underDecree152, 'confirmed', ['LUAT-TDKT-2022', 'Điều 79, Điều 80'], ['ND-129-2025', 'Điều 59']),
    ),
    ground('R09', 'block', at(always, 'inferred', 'THU-TUC-HUE')),
    ground(
      'R10',
      'block',
      at(underLaw2003, 'memory', 'THONG-LE'),
      at(underDecree98, 'confirmed', ['ND-98-2023', 'Điều 30 khoản 7']),
      at(underDecree152, 'inferred', 'ND-152-2025'),
    ),
    ground(
      'R11',
      'block',
      at(underLaw2003, 'memory', 'THONG-LE'),
      at(underDecree98, 'confirmed', ['ND-98-2023', 'Điều 30 khoản 7']),
      at(underDecree152, 'inferred', 'ND-152-2025'),
    ),
    ground('R12', 'warn', at(always, 'inferred', 'THONG-LE', ['BAC-NINH-86-2025', 'Điều 8 khoản 4 điểm b'])),
    ground(
      'R13',
      'inform',
      ...since('2025-07-01', '2025-06-30', 'QD-311-BNV', ['QD-638-2025-BNV', 'mục B-II']),
    ),
    ground('R14', 'warn', at(always, 'inferred', 'THONG-LE', ['BAC-NINH-86-2025', 'Điều 6 khoản 1'])),
    ground('R15', 'block', ...sinceTt20()),
    ground('R16', 'block', ...sinceTt20('Điều 4')),
    ground('R17', 'block', ...sinceTt20('Điều 4')),
    ground('R18', 'inform', ...sinceTt20()),
    ground('R19', 'block', at(['2022-02-10'], 'confirmed', ['TT-124-2021-BCA', 'Điều 3 đến Điều 9'])),
    ground('R20', 'block', at(['2022-02-10'], 'confirmed', ['TT-124-2021-BCA', 'Điều 5'])),
    ground('R21', 'block', at(['2026-01-01'], 'confirmed', 'HD-01-2026-V05')),
    ground('R22', 'inform', ...sinceDecree152('Điều 49, Điều 50, Điều 54')),
    ground('R23', 'inform', ...sinceDecree152('Điều 49 khoản 5 đến khoản 7')),
    ground('R24', 'warn', at(always, 'inferred', 'THONG-LE')),
    ground('R25', 'warn', ...since('2023-01-01', '2022-12-31', 'CV-5007-2023-BNV')),
    ground('R26', 'block', ...since('2024-01-01', '2023-12-31', 'QD-311-BNV')),
    ground(
      'R27',
      'block',
      at(['2003-11-26', '2019-06-30'], 'memory', 'THONG-LE'),
      at(['2019-07-01'], 'confirmed', ['LUAT-CAND-2018', 'Điều 14 khoản 2']),
    ),
    ground(
      'R28',
      'inform',
      at(['2003-11-26', '2025-12-31'], 'inferred', 'THONG-LE', 'HA-NOI-71'),
      at(['2026-01-01'], 'confirmed', ['LUAT-DLCN-2025', 'Điều 16']),
    ),
    ground(
      'R29',
      'block',
      at(underLaw2003, 'memory', 'THONG-LE'),
      at(underDecree98, 'confirmed', ['ND-98-2023', 'Điều 104']),
      at(underDecree152, 'inferred', 'ND-152-2025'),
    ),
    ground(
      'R30',
      'block',
      at(underLaw2003, 'memory', 'LUAT-TDKT-2003'),
      at(['2024-01-01'], 'confirmed', ['LUAT-TDKT-2022', 'Điều 93']),
    ),
    ground(
      'R31',
      'warn',
      at(always, 'inferred', 'THONG-LE', 'HA-NOI-71', ['BAC-NINH-86-2025', 'Điều 10 khoản 2']),
    ),
    ground('R32', 'block', at(always, 'secondary', 'THONG-LE')),
    ground('R33', 'block', at(always, 'inferred', 'THONG-LE')),
    ground('R34', 'warn', at(['2026-10-01'], 'secondary', ['LUAT-06-2026', 'Điều 4'])),
    ground('R35', 'warn', at(always, 'inferred', 'THONG-LE')),
  ]);
