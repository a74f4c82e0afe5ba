import * as city from './city-steps.ts';
import {
  wardAlone,
  wardAppraise,
  wardConfirms,
  wardCouncil,
  wardDecide,
  wardLetter,
  wardOpinion,
  wardPoliceLetter,
  wardReceive,
} from './ward-steps.ts';

const era = { validFrom: '2025-07-01' };
const nomination = { case: 'nomination', enteredAt: ['commune'] };
const inferred = {
  sources: [{ of: 'LUAT-TDKT-2022' }, { of: 'ND-152-2025' }, { of: 'CA-QUANG-BINH' }],
  confidence: 'inferred',
};

/** Ways of wards and provinces alone. */
export const twoLevel: readonly unknown[] = [
  {
    ...nomination,
    ...era,
    code: 'gk-xa-2025',
    title: {
      vi: 'Giấy khen của Chủ tịch UBND phường (hai cấp)',
      en: 'Ward chairman’s certificate (two levels)',
    },
    forms: ['GK_XA'],
    lane: 'peoplesCommittee',
    sources: [
      { of: 'QD-638-2025-BNV', at: 'mục B-II' },
      { of: 'ND-129-2025', at: 'Điều 59' },
    ],
    confidence: 'confirmed',
    steps: wardAlone,
  },
  {
    ...nomination,
    ...era,
    code: 'bk-tinh-2025',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố (hai cấp)',
      en: 'City chairman’s certificate of merit (two levels)',
    },
    forms: ['BK_TINH'],
    lane: 'peoplesCommittee',
    sources: [
      { of: 'LUAT-TDKT-2022', at: 'Điều 74' },
      { of: 'ND-152-2025' },
      { of: 'BAC-NINH-86-2025', at: 'Điều 5' },
    ],
    confidence: 'secondary',
    steps: [
      wardCouncil,
      wardLetter,
      city.cityReceive,
      city.cityOpinion,
      city.cityAppraise,
      city.cityStandingCouncil,
      city.cityDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    ...inferred,
    code: 'bk-tinh-police-2025',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố, qua lực lượng Công an (hai cấp)',
      en: 'City chairman’s certificate of merit by way of the police (two levels)',
    },
    forms: ['BK_TINH'],
    lane: 'police',
    steps: [
      wardConfirms,
      wardPoliceLetter,
      city.cityPoliceAppraise,
      city.cityPoliceCouncil,
      city.cityPoliceLetter,
      city.cityReceive,
      city.cityAppraise,
      city.cityStandingCouncil,
      city.cityDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    ...inferred,
    code: 'gk-cat-2025',
    title: {
      vi: 'Giấy khen của Giám đốc Công an tỉnh, thành phố (hai cấp)',
      en: 'Certificate of the director of the city police (two levels)',
    },
    forms: ['GK_CAT'],
    lane: 'police',
    steps: [wardConfirms, wardPoliceLetter, ...city.cityPoliceAlone],
  },
  {
    ...nomination,
    ...era,
    ...inferred,
    code: 'bk-bca-2025',
    title: {
      vi: 'Bằng khen của Bộ trưởng Bộ Công an (hai cấp)',
      en: 'Minister’s certificate of merit (two levels)',
    },
    forms: ['BK_BCA'],
    lane: 'police',
    steps: [wardConfirms, wardPoliceLetter, ...city.ministerAbove],
  },
  {
    ...nomination,
    ...era,
    code: 'knc-antq-2025',
    title: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” (hai cấp)',
      en: 'Commemorative medal (two levels)',
    },
    forms: ['KNC_ANTQ'],
    sources: [{ of: 'TT-20-2025-BCA' }],
    confidence: 'confirmed',
    steps: [wardPoliceLetter, ...city.medalAbove],
  },
  {
    ...era,
    code: 'model-commune-2025',
    title: { vi: 'Đề xuất mô hình của phường (hai cấp)', en: 'Model proposal of a ward (two levels)' },
    case: 'modelProposal',
    forms: [],
    enteredAt: ['commune'],
    sources: [{ of: 'HD-22-2022-V05' }, { of: 'THONG-LE' }],
    confidence: 'inferred',
    steps: [
      wardReceive,
      { ...wardAppraise, due: { workingDays: 10 } },
      wardOpinion,
      {
        ...wardDecide,
        code: 'ward-approve',
        title: { vi: 'UBND phường phê duyệt mô hình', en: 'Ward approves the model' },
        due: { workingDays: 10 },
      },
    ],
  },
];
