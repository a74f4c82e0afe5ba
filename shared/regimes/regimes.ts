import { z } from 'zod';
import { regimeSchema, type Regime } from '../domain/law/law.ts';

/** By the law on emulation and commendation: the day on which a complete file was received says which one counts. */
export const regimes: readonly Regime[] = z.array(regimeSchema).parse([
  {
    code: 'LAW2003',
    name: { vi: 'Luật Thi đua, khen thưởng 2003', en: 'Law on Emulation and Commendation of 2003' },
    validFrom: '2003-11-26',
    validTo: '2017-09-30',
    sources: [{ of: 'LUAT-TDKT-2003' }],
    confidence: 'confirmed',
  },
  {
    code: 'LAW2003_D91',
    name: {
      vi: 'Luật Thi đua, khen thưởng 2003 và Nghị định 91/2017/NĐ-CP',
      en: 'Law on Emulation and Commendation of 2003, Decree 91/2017',
    },
    validFrom: '2017-10-01',
    validTo: '2023-12-31',
    sources: [{ of: 'LUAT-TDKT-2003' }, { of: 'ND-91-2017' }],
    confidence: 'confirmed',
  },
  {
    code: 'LAW2022_D98',
    name: {
      vi: 'Luật Thi đua, khen thưởng 2022 và Nghị định 98/2023/NĐ-CP',
      en: 'Law on Emulation and Commendation of 2022, Decree 98/2023',
    },
    validFrom: '2024-01-01',
    validTo: '2025-06-30',
    sources: [{ of: 'LUAT-TDKT-2022' }, { of: 'ND-98-2023' }],
    confidence: 'confirmed',
  },
  {
    code: 'LAW2022_D152',
    name: {
      vi: 'Luật Thi đua, khen thưởng 2022, Nghị định 152/2025/NĐ-CP và Nghị định 129/2025/NĐ-CP (hai cấp)',
      en: 'Law on Emulation and Commendation of 2022, Decrees 152/2025 and 129/2025 (two levels)',
    },
    validFrom: '2025-07-01',
    validTo: '2026-09-30',
    sources: [{ of: 'LUAT-TDKT-2022' }, { of: 'ND-152-2025' }, { of: 'ND-129-2025', at: 'Điều 59' }],
    confidence: 'confirmed',
  },
  {
    code: 'LAW2026',
    name: {
      vi: 'Luật Thi đua, khen thưởng 2022 được sửa đổi bởi Luật số 06/2026/QH16',
      en: 'Law on Emulation and Commendation of 2022 as amended by Law 06/2026',
    },
    validFrom: '2026-10-01',
    sources: [{ of: 'LUAT-TDKT-2022' }, { of: 'LUAT-06-2026' }, { of: 'ND-152-2025' }],
    confidence: 'secondary',
  },
]);

/** By which levels of offices there are: district police ended on 01/03/2025, district People's Committees on 01/07/2025. */
export const eras: readonly Regime[] = z.array(regimeSchema).parse([
  {
    code: 'DISTRICT',
    name: { vi: 'Ba cấp: xã, huyện, tỉnh', en: 'Three levels: commune, district, province' },
    validFrom: '2003-11-26',
    validTo: '2025-02-28',
    sources: [{ of: 'LUAT-TDKT-2003' }, { of: 'LUAT-TDKT-2022' }],
    confidence: 'confirmed',
  },
  {
    code: 'INTERIM',
    name: {
      vi: 'Còn UBND cấp huyện, không còn Công an cấp huyện',
      en: 'District People’s Committees without district police',
    },
    validFrom: '2025-03-01',
    validTo: '2025-06-30',
    sources: [{ of: 'LUAT-TDKT-2022' }],
    confidence: 'confirmed',
  },
  {
    code: 'TWO_LEVEL',
    name: { vi: 'Hai cấp: xã, tỉnh', en: 'Two levels: commune, province' },
    validFrom: '2025-07-01',
    sources: [{ of: 'ND-129-2025', at: 'Điều 59' }],
    confidence: 'confirmed',
  },
]);
