import * as city from './city-steps.ts';
import * as district from './district-steps.ts';
import { wardAlone, wardCouncil, wardLetter } from './ward-steps.ts';

const era = { validFrom: '2017-10-01', validTo: '2025-02-28' };
const nomination = { case: 'nomination', enteredAt: ['commune'] };
const police = [{ of: 'CA-QUANG-BINH' }, { of: 'CA-BAC-KAN' }];

/** As far as the district police, on every way but the medal's. */
const upToTheDistrict = [
  wardCouncil,
  wardLetter,
  district.districtReceive,
  district.districtAppraise,
  district.districtPoliceLetter,
];

/** Ways while there were districts with police of their own. */
export const districtEra: readonly unknown[] = [
  {
    ...nomination,
    ...era,
    code: 'gk-huyen-2020',
    title: {
      vi: 'Giấy khen của Chủ tịch UBND quận (thời kỳ có cấp huyện)',
      en: 'District chairman’s certificate (district era)',
    },
    forms: ['GK_HUYEN'],
    lane: 'peoplesCommittee',
    sources: [{ of: 'CA-QUANG-BINH' }, { of: 'ND-91-2017' }],
    confidence: 'confirmed',
    steps: [
      wardCouncil,
      wardLetter,
      { ...district.districtReceive, freezes: true },
      district.districtAppraise,
      district.districtPoliceLetter,
      district.districtCouncil,
      district.districtDecide,
    ],
  },
  {
    ...nomination,
    ...era,
    code: 'bk-tinh-2020',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND thành phố (thời kỳ có cấp huyện)',
      en: 'City chairman’s certificate of merit (district era)',
    },
    forms: ['BK_TINH'],
    lane: 'peoplesCommittee',
    sources: [...police, { of: 'ND-91-2017' }],
    confidence: 'confirmed',
    steps: [
      ...upToTheDistrict,
      district.districtCouncil,
      district.districtLetter,
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
    code: 'bk-tinh-police-2020',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND thành phố, qua lực lượng Công an (thời kỳ có cấp huyện)',
      en: 'City chairman’s certificate of merit by way of the police (district era)',
    },
    forms: ['BK_TINH'],
    lane: 'police',
    sources: police,
    confidence: 'inferred',
    steps: [
      ...upToTheDistrict,
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
    code: 'gk-cat-2020',
    title: {
      vi: 'Giấy khen của Giám đốc Công an thành phố (thời kỳ có cấp huyện)',
      en: 'Certificate of the director of the city police (district era)',
    },
    forms: ['GK_CAT'],
    lane: 'police',
    sources: police,
    confidence: 'confirmed',
    steps: [...upToTheDistrict, ...city.cityPoliceAsking],
  },
  {
    ...nomination,
    ...era,
    code: 'bk-bca-2020',
    title: {
      vi: 'Bằng khen của Bộ trưởng Bộ Công an (thời kỳ có cấp huyện)',
      en: 'Minister’s certificate of merit (district era)',
    },
    forms: ['BK_BCA'],
    lane: 'police',
    sources: [{ of: 'CA-BAC-KAN' }],
    confidence: 'confirmed',
    steps: [...upToTheDistrict, ...city.ministerAbove],
  },
  {
    ...era,
    code: 'knc-antq-2020',
    title: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” (thời kỳ có cấp huyện)',
      en: 'Commemorative medal (district era)',
    },
    case: 'nomination',
    forms: ['KNC_ANTQ'],
    enteredAt: ['district'],
    sources: [{ of: 'THONG-LE' }, { of: 'TT-11-2021-BCA' }],
    confidence: 'secondary',
    steps: [{ ...district.districtPoliceLetter, due: { roundDay: 'closingDay' } }, ...city.medalAbove],
  },
  {
    ...nomination,
    // Through the months without district police, too: a ward needs no district for it.
    validFrom: era.validFrom,
    validTo: '2025-06-30',
    code: 'gk-xa-2020',
    title: {
      vi: 'Giấy khen của Chủ tịch UBND phường (thời kỳ có cấp huyện)',
      en: 'Ward chairman’s certificate (district era)',
    },
    forms: ['GK_XA'],
    lane: 'peoplesCommittee',
    sources: [{ of: 'THU-TUC-HUE' }],
    confidence: 'confirmed',
    steps: wardAlone,
  },
  ...(['commune', 'district'] as const).map((level) => ({
    ...era,
    code: `model-${level}-2020`,
    title:
      level === 'commune'
        ? {
            vi: 'Đề xuất mô hình của phường (thời kỳ có cấp huyện)',
            en: 'Model proposal of a ward (district era)',
          }
        : {
            vi: 'Đề xuất mô hình của quận (thời kỳ có cấp huyện)',
            en: 'Model proposal of the district (district era)',
          },
    case: 'modelProposal',
    forms: [],
    enteredAt: [level],
    sources: [{ of: 'HD-22-2022-V05' }, { of: 'THONG-LE' }],
    confidence: 'inferred',
    steps: [
      ...(level === 'commune' ? [{ ...wardLetter, due: { workingDays: 5 } }] : []),
      { ...district.districtReceive, freezes: true },
      district.districtAppraise,
      district.districtApprove,
    ],
  })),
];
