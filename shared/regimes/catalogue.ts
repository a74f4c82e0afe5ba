import { z } from 'zod';
import { awardFormSchema, type AwardForm } from '../domain/law/award-form.ts';
import { cityPolice, districtOffice, ministry, province, ward } from './offices.ts';

/** Every award form of the movement, with its terms in each era. Money stands in money.ts. */

const giayKhen = { vi: 'Giấy khen', en: 'Certificate of commendation' };
const bangKhen = { vi: 'Bằng khen', en: 'Certificate of merit' };
const kyNiemChuong = { vi: 'Kỷ niệm chương', en: 'Commemorative medal' };
const co = { vi: 'Cờ thi đua', en: 'Emulation flag' };
const danhHieu = { vi: 'Giấy chứng nhận danh hiệu', en: 'Certificate of a title' };
const congNhan = { vi: 'Giấy công nhận', en: 'Certificate of recognition' };
const chungNhan = { vi: 'Giấy chứng nhận', en: 'Certificate' };

const everyKind = ['individual', 'collective', 'household'] as const;
const laws = [{ of: 'LUAT-TDKT-2003' }, { of: 'LUAT-TDKT-2022' }];
const upTo2025 = { validFrom: '2003-11-26', validTo: '2025-06-30', sources: laws, confidence: 'confirmed' };
const since2025 = {
  validFrom: '2025-07-01',
  sources: [{ of: 'ND-129-2025', at: 'Điều 59' }],
  confidence: 'confirmed',
};
const always = { validFrom: '2003-11-26', sources: laws, confidence: 'confirmed' };

/** Decided by the district chairman to 30/06/2025, by the ward chairman since: NĐ 129/2025/NĐ-CP, Art. 59. */
const movedDown = (subjectKinds: readonly string[]) => [
  { ...upTo2025, ...districtOffice, subjectKinds },
  { ...since2025, ...ward, subjectKinds },
];
const byManagement = {
  authority: {
    vi: 'Ủy ban nhân dân có thẩm quyền theo phân cấp quản lý',
    en: 'The People’s Committee that manages the organisation',
  },
};
const since124 = {
  validFrom: '2022-02-10',
  sources: [{ of: 'TT-124-2021-BCA' }],
  confidence: 'confirmed',
};

export const catalogue: readonly AwardForm[] = z.array(awardFormSchema).parse([
  {
    code: 'GK_XA',
    group: 'commendation',
    name: {
      vi: 'Giấy khen của Chủ tịch UBND xã, phường, đặc khu',
      en: 'Certificate of commendation of the ward chairman',
    },
    formerNames: [
      {
        name: {
          vi: 'Giấy khen của Chủ tịch UBND xã, phường, thị trấn',
          en: 'Certificate of commendation of the ward chairman',
        },
        validTo: '2025-06-30',
      },
    ],
    artefact: giayKhen,
    aliases: ['Giấy khen của Chủ tịch UBND xã, phường, thị trấn'],
    rank: 20,
    terms: [
      { ...upTo2025, ...ward, subjectKinds: everyKind },
      {
        ...since2025,
        ...ward,
        subjectKinds: everyKind,
        sources: [{ of: 'LUAT-TDKT-2022' }, { of: 'ND-129-2025', at: 'Điều 59' }],
      },
    ],
  },
  {
    code: 'GK_HUYEN',
    group: 'commendation',
    name: {
      vi: 'Giấy khen của Chủ tịch UBND quận, huyện',
      en: 'Certificate of commendation of the district chairman',
    },
    artefact: giayKhen,
    aliases: ['Giấy khen của Chủ tịch UBND thị xã, thành phố thuộc tỉnh'],
    rank: 30,
    terms: [{ ...upTo2025, ...districtOffice, subjectKinds: everyKind }],
  },
  {
    code: 'GK_CAT',
    group: 'commendation',
    name: {
      vi: 'Giấy khen của Giám đốc Công an tỉnh, thành phố',
      en: 'Certificate of commendation of the director of the provincial police',
    },
    artefact: giayKhen,
    aliases: [],
    rank: 40,
    terms: [
      {
        ...always,
        subjectKinds: ['individual', 'collective'],
        ...cityPolice,
        sources: [
          { of: 'LUAT-TDKT-2003' },
          { of: 'LUAT-TDKT-2022', at: 'Điều 75 khoản 1 điểm a, Điều 80 khoản 1' },
          { of: 'CA-QUANG-BINH' },
        ],
      },
    ],
  },
  {
    code: 'BK_TINH',
    group: 'commendation',
    name: {
      vi: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố',
      en: 'Certificate of merit of the city chairman',
    },
    artefact: bangKhen,
    aliases: [],
    rank: 60,
    terms: [
      {
        ...always,
        ...province,
        subjectKinds: everyKind,
        sources: [{ of: 'LUAT-TDKT-2003' }, { of: 'LUAT-TDKT-2022', at: 'Điều 74' }],
      },
    ],
  },
  {
    code: 'BK_BCA',
    group: 'commendation',
    name: {
      vi: 'Bằng khen của Bộ trưởng Bộ Công an',
      en: 'Certificate of merit of the Minister of Public Security',
    },
    artefact: bangKhen,
    aliases: [],
    rank: 65,
    terms: [{ ...always, ...ministry, subjectKinds: ['individual', 'collective'] }],
  },
  {
    code: 'KNC_ANTQ',
    group: 'commendation',
    name: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
      en: 'Commemorative medal “For the protection of national security”',
    },
    artefact: kyNiemChuong,
    aliases: ['Huy chương “Vì an ninh Tổ quốc” (tên báo chí gọi nhầm)'],
    rank: 80,
    terms: [
      {
        ...ministry,
        validFrom: '2003-11-26',
        validTo: '2025-04-27',
        subjectKinds: ['individual'],
        sources: [{ of: 'THONG-LE' }, { of: 'TT-11-2021-BCA' }],
        confidence: 'secondary',
      },
      {
        ...ministry,
        validFrom: '2025-04-28',
        subjectKinds: ['individual'],
        sources: [{ of: 'TT-20-2025-BCA' }],
        confidence: 'confirmed',
      },
    ],
  },
  {
    code: 'BK_TTG',
    group: 'commendation',
    name: {
      vi: 'Bằng khen của Thủ tướng Chính phủ',
      en: 'Certificate of merit of the Prime Minister',
    },
    artefact: bangKhen,
    aliases: [],
    rank: 90,
    terms: [
      {
        ...always,
        subjectKinds: ['individual', 'collective'],
        authority: { vi: 'Thủ tướng Chính phủ', en: 'Prime Minister' },
        sources: [{ of: 'LUAT-TDKT-2003' }, { of: 'LUAT-TDKT-2022', at: 'Điều 73' }],
      },
    ],
  },
  {
    code: 'CO_BCA',
    group: 'flag',
    name: { vi: 'Cờ thi đua của Bộ Công an', en: 'Emulation flag of the Ministry of Public Security' },
    artefact: co,
    aliases: [],
    rank: 75,
    terms: [{ ...always, ...ministry, subjectKinds: ['collective'] }],
  },
  {
    code: 'CO_TINH',
    group: 'flag',
    name: { vi: 'Cờ thi đua của UBND tỉnh, thành phố', en: 'Emulation flag of the province' },
    artefact: co,
    aliases: [],
    rank: 70,
    terms: [{ ...always, ...province, subjectKinds: ['collective'] }],
  },
  {
    code: 'LDTT',
    group: 'title',
    name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
    artefact: danhHieu,
    aliases: [],
    rank: 10,
    terms: [{ ...always, ...ward, subjectKinds: ['individual'] }],
  },
  {
    code: 'TT_LDTT',
    group: 'title',
    name: { vi: 'Tập thể lao động tiên tiến', en: 'Advanced workers’ collective' },
    artefact: danhHieu,
    aliases: [],
    rank: 12,
    terms: movedDown(['collective']),
  },
  {
    code: 'CSTDCS',
    group: 'title',
    name: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Emulation fighter at the grassroots' },
    artefact: danhHieu,
    aliases: [],
    rank: 35,
    terms: movedDown(['individual']),
  },
  {
    code: 'TDP_VH',
    group: 'title',
    name: { vi: 'Thôn, tổ dân phố văn hóa', en: 'Cultured hamlet or residential group' },
    artefact: danhHieu,
    aliases: ['Tổ dân phố văn hóa', 'Thôn văn hóa'],
    rank: 25,
    terms: movedDown(['collective']),
  },
  {
    code: 'XP_TB',
    group: 'title',
    name: {
      vi: 'Xã, phường, đặc khu tiêu biểu',
      en: 'Exemplary ward, commune or special zone',
    },
    formerNames: [
      {
        name: { vi: 'Xã, phường, thị trấn tiêu biểu', en: 'Exemplary ward, commune or township' },
        validTo: '2025-06-30',
      },
    ],
    artefact: danhHieu,
    aliases: ['Xã, phường, thị trấn tiêu biểu'],
    rank: 50,
    terms: [
      {
        ...province,
        validFrom: '2024-01-01',
        subjectKinds: ['collective'],
        sources: [{ of: 'LUAT-TDKT-2022' }],
        confidence: 'confirmed',
      },
    ],
  },
  {
    code: 'ANTT_KDC',
    group: 'recognition',
    name: {
      vi: 'Khu dân cư đạt tiêu chuẩn “An toàn về an ninh, trật tự”',
      en: 'Residential area meeting the security and order standard',
    },
    artefact: congNhan,
    aliases: [],
    rank: 15,
    terms: [{ ...since124, ...ward, subjectKinds: ['collective'] }],
  },
  {
    code: 'ANTT_XP',
    group: 'recognition',
    name: {
      vi: 'Xã, phường đạt tiêu chuẩn “An toàn về an ninh, trật tự”',
      en: 'Ward or commune meeting the security and order standard',
    },
    artefact: congNhan,
    aliases: [],
    rank: 28,
    terms: [
      { ...since124, ...districtOffice, validTo: '2025-06-30', subjectKinds: ['collective'] },
      {
        ...since124,
        ...province,
        validFrom: '2025-07-01',
        subjectKinds: ['collective'],
        confidence: 'inferred',
      },
    ],
  },
  ...[
    ['ANTT_CQ', 'Cơ quan', 'Agency'],
    ['ANTT_DN', 'Doanh nghiệp', 'Enterprise'],
    ['ANTT_GD', 'Cơ sở giáo dục', 'School'],
  ].map(([code, vi, en]) => ({
    code,
    group: 'recognition',
    name: {
      vi: `${vi ?? ''} đạt tiêu chuẩn “An toàn về an ninh, trật tự”`,
      en: `${en ?? ''} meeting the security and order standard`,
    },
    artefact: congNhan,
    aliases: [],
    rank: 16,
    terms: [{ ...since124, ...byManagement, subjectKinds: ['collective'] }],
  })),
  {
    code: 'DHTT_PCCC',
    group: 'recognition',
    name: {
      vi: 'Điển hình tiên tiến trong phong trào toàn dân tham gia phòng cháy, chữa cháy',
      en: 'Exemplary unit of the fire prevention movement',
    },
    artefact: chungNhan,
    aliases: [],
    rank: 38,
    terms: [
      {
        ...always,
        subjectKinds: ['collective'],
        authority: {
          vi: 'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (PC07), Công an tỉnh',
          en: 'Fire police department (PC07) of the provincial police',
        },
        decidedAt: { kind: 'police', level: 'province', function: 'fireSafety' },
        sources: [{ of: 'THONG-LE' }],
        confidence: 'secondary',
      },
    ],
  },
  ...[
    ['MH_CN', 'Công nhận mô hình toàn dân bảo vệ an ninh Tổ quốc', 'Recognition of a community model'],
    [
      'DH_CN',
      'Công nhận điển hình tiên tiến toàn dân bảo vệ an ninh Tổ quốc',
      'Recognition of an exemplary model',
    ],
  ].map(([code, vi, en]) => ({
    code,
    group: 'recognition',
    name: { vi, en },
    artefact: congNhan,
    aliases: [],
    rank: 18,
    terms: [
      {
        ...always,
        ...byManagement,
        subjectKinds: ['collective'],
        sources: [{ of: 'THONG-LE' }, { of: 'HD-22-2022-V05' }],
        confidence: 'memory',
      },
    ],
  })),
  {
    code: 'NTVT',
    group: 'commendation',
    name: { vi: '“Người tốt, việc tốt” (Hà Nội)', en: '“Good people, good deeds” (Hanoi)' },
    artefact: danhHieu,
    aliases: [],
    rank: 22,
    terms: [
      {
        validFrom: '2024-01-01',
        subjectKinds: ['individual'],
        authority: {
          vi: 'Chủ tịch UBND thành phố hoặc Chủ tịch UBND phường',
          en: 'City chairman or ward chairman',
        },
        sources: [{ of: 'HA-NOI-77' }],
        confidence: 'confirmed',
      },
    ],
  },
  {
    code: 'GIFT',
    group: 'gift',
    name: { vi: 'Tặng quà (không phải hình thức khen thưởng)', en: 'Gift (no award)' },
    artefact: { vi: 'Quà', en: 'Gift' },
    aliases: [],
    rank: 0,
    terms: [
      {
        ...always,
        subjectKinds: everyKind,
        authority: { vi: 'Ủy ban nhân dân', en: 'People’s Committee' },
        sources: [{ of: 'THONG-LE' }],
        confidence: 'secondary',
      },
    ],
  },
]);

/** What a form is called, in the titles of figures that are its own. */
export function formNamed(code: string): AwardForm['name'] {
  return catalogue.find((form) => form.code === code)?.name ?? { vi: code, en: code };
}
