import * as city from './city-steps.ts';
import { districtApprove, districtCouncil, districtDecide, districtLetter } from './district-steps.ts';
import { wardConfirms, wardCouncil, wardLetter, wardPoliceLetter } from './ward-steps.ts';

/** All of these are inferred from the ways before and after them: no text was found that says them. */
const era = { validFrom: '2025-03-01', validTo: '2025-06-30', confidence: 'inferred' };
const nomination = { case: 'nomination', enteredAt: ['commune'] };
const sources = [{ of: 'LUAT-TDKT-2022' }, { of: 'CA-QUANG-BINH' }, { of: 'ND-98-2023' }];
const name = (vi: string, en: string) => ({
  vi: `${vi} (01/03–30/06/2025, không còn Công an cấp huyện)`,
  en: `${en} (01/03–30/06/2025, without district police)`,
});

/**
 * Ways of four months: district People's Committees still signed, the police of the district were gone, and what they did
 * the police of the city do, or those of the ward. The ward's own certificate goes as before (`gk-xa-2020`).
 */
export const interim: readonly unknown[] = [
  {
    ...nomination,
    ...era,
    sources,
    code: 'gk-huyen-interim',
    title: name('Giấy khen của Chủ tịch UBND quận', 'District chairman’s certificate'),
    forms: ['GK_HUYEN'],
    lane: 'peoplesCommittee',
    steps: [
      wardCouncil,
      wardLetter,
      city.cityPoliceReceive,
      city.cityPoliceAppraise,
      city.cityPoliceLetter,
      districtCouncil,
      districtDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    sources,
    code: 'bk-tinh-interim',
    title: name('Bằng khen của Chủ tịch UBND thành phố', 'City chairman’s certificate of merit'),
    forms: ['BK_TINH'],
    lane: 'peoplesCommittee',
    steps: [
      wardCouncil,
      wardLetter,
      districtCouncil,
      districtLetter,
      city.cityPoliceAppraise,
      city.cityPoliceLetter,
      city.cityReceive,
      city.cityAppraise,
      city.cityDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    sources,
    code: 'bk-tinh-police-interim',
    title: name(
      'Bằng khen của Chủ tịch UBND thành phố, qua lực lượng Công an',
      'City chairman’s certificate of merit by way of the police',
    ),
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
      city.cityDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    sources,
    code: 'gk-cat-interim',
    title: name('Giấy khen của Giám đốc Công an thành phố', 'Certificate of the director of the city police'),
    forms: ['GK_CAT'],
    lane: 'police',
    steps: [wardConfirms, wardPoliceLetter, ...city.cityPoliceAlone],
  },
  {
    ...nomination,
    ...era,
    sources,
    code: 'bk-bca-interim',
    title: name('Bằng khen của Bộ trưởng Bộ Công an', 'Minister’s certificate of merit'),
    forms: ['BK_BCA'],
    lane: 'police',
    steps: [wardConfirms, wardPoliceLetter, ...city.ministerAbove],
  },
  {
    ...nomination,
    ...era,
    code: 'knc-antq-interim',
    title: name('Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”', 'Commemorative medal'),
    forms: ['KNC_ANTQ'],
    sources: [{ of: 'TT-11-2021-BCA' }, { of: 'TT-20-2025-BCA' }],
    steps: [wardPoliceLetter, ...city.medalAbove],
  },
  ...(['commune', 'district'] as const).map((level) => ({
    ...era,
    code: `model-${level}-interim`,
    title:
      level === 'commune'
        ? name('Đề xuất mô hình của phường', 'Model proposal of a ward')
        : name('Đề xuất mô hình của quận', 'Model proposal of the district'),
    case: 'modelProposal',
    forms: [],
    enteredAt: [level],
    sources: [{ of: 'HD-22-2022-V05' }, { of: 'THONG-LE' }],
    steps: [
      ...(level === 'commune' ? [{ ...wardLetter, due: { workingDays: 5 } }] : []),
      city.cityPoliceReceive,
      city.cityPoliceAppraise,
      districtApprove,
    ],
  })),
];
