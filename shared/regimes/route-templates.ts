/** Routes of the first seasons as plain data (docs/routes.md); checked when loaded. */

const wardCouncil = {
  code: 'ward-council',
  kind: 'council',
  council: 'full',
  title: { vi: 'Hội đồng TĐKT phường họp xét', en: 'Ward council considers' },
  at: { kind: 'peoplesCommittee', level: 'commune' },
  due: { workingDays: 7 },
};
const wardLetter = {
  code: 'ward-letter',
  kind: 'letter',
  title: { vi: 'UBND phường ký tờ trình', en: 'Ward signs its submission letter' },
  at: { kind: 'peoplesCommittee', level: 'commune' },
  due: { roundDay: 'closingDay' },
};
const districtPolice = { kind: 'police', level: 'district' };
const districtReceive = {
  code: 'district-receive',
  kind: 'receive',
  title: { vi: 'Công an quận tiếp nhận hồ sơ', en: 'District police receive the file' },
  at: districtPolice,
  due: { workingDays: 3 },
};
const districtAppraise = {
  code: 'district-appraise',
  kind: 'appraise',
  title: { vi: 'Công an quận thẩm định', en: 'District police appraise' },
  at: districtPolice,
  due: { workingDays: 10 },
};
const districtPoliceLetter = {
  code: 'district-police-letter',
  kind: 'letter',
  title: { vi: 'Công an quận ký tờ trình', en: 'District police sign their submission letter' },
  at: districtPolice,
  due: { workingDays: 3 },
};
const districtCommittee = { kind: 'peoplesCommittee', level: 'district' };
const districtCouncil = {
  code: 'district-council',
  kind: 'council',
  council: 'full',
  title: { vi: 'Hội đồng TĐKT quận họp xét', en: 'District council considers' },
  at: districtCommittee,
  due: { roundDay: 'councilDay' },
};
const districtChairman = { vi: 'Chủ tịch UBND quận', en: 'Chairman of the district People’s Committee' };
const cityMovementBuilding = { kind: 'police', level: 'province', function: 'movementBuilding' };
const cityAwardOffice = { kind: 'department', level: 'province', function: 'awardOffice' };
const cityPoliceAppraise = {
  code: 'city-police-appraise',
  kind: 'appraise',
  title: {
    vi: 'Phòng Xây dựng phong trào (PV05) thẩm định',
    en: 'Movement-building department (PV05) appraises',
  },
  at: cityMovementBuilding,
  due: { workingDays: 15 },
};
const cityPoliceLetter = {
  code: 'city-police-letter',
  kind: 'letter',
  title: { vi: 'Công an thành phố ký tờ trình', en: 'City police sign their submission letter' },
  at: cityMovementBuilding,
  due: { workingDays: 5 },
};
const cityReceive = {
  code: 'city-receive',
  kind: 'receive',
  title: {
    vi: 'Cơ quan thi đua, khen thưởng thành phố tiếp nhận',
    en: 'City award office receives the file',
  },
  at: cityAwardOffice,
  due: { workingDays: 3 },
  freezes: true,
};
const cityAppraise = {
  code: 'city-appraise',
  kind: 'appraise',
  title: { vi: 'Cơ quan thi đua, khen thưởng thành phố thẩm định', en: 'City award office appraises' },
  at: cityAwardOffice,
  due: { workingDays: 20 },
};
const cityDecide = {
  code: 'city-decide',
  kind: 'decide',
  title: { vi: 'Chủ tịch UBND thành phố ký quyết định', en: 'City chairman signs the decision' },
  at: { kind: 'peoplesCommittee', level: 'province' },
  due: { workingDays: 10 },
  authority: { vi: 'Chủ tịch UBND thành phố', en: 'Chairman of the city People’s Committee' },
};

const ministerDecides = {
  code: 'minister-decides',
  kind: 'outside',
  title: {
    vi: 'Bộ trưởng Bộ Công an quyết định (ghi nhận ngoài hệ thống)',
    en: 'Minister decides (recorded from outside)',
  },
  at: cityMovementBuilding,
  due: { workingDays: 120 },
  authority: { vi: 'Bộ trưởng Bộ Công an', en: 'Minister of Public Security' },
};

export const routeTemplates: readonly unknown[] = [
  {
    code: 'gk-huyen-2020',
    title: {
      vi: 'Giấy khen của Chủ tịch UBND quận (thời kỳ có cấp huyện)',
      en: 'District chairman’s certificate (district era)',
    },
    case: 'nomination',
    forms: ['GK_HUYEN'],
    lane: 'peoplesCommittee',
    enteredAt: ['commune'],
    validFrom: '2017-10-01',
    validTo: '2025-02-28',
    source:
      'Hướng dẫn của Công an tỉnh Quảng Bình về thủ tục khen thưởng phong trào toàn dân bảo vệ an ninh Tổ quốc; NĐ 91/2017/NĐ-CP',
    confidence: 'confirmed',
    steps: [
      wardCouncil,
      wardLetter,
      { ...districtReceive, freezes: true },
      districtAppraise,
      districtPoliceLetter,
      districtCouncil,
      {
        code: 'district-decide',
        kind: 'decide',
        title: { vi: 'Chủ tịch UBND quận ký quyết định', en: 'District chairman signs the decision' },
        at: districtCommittee,
        due: { workingDays: 7 },
        authority: districtChairman,
      },
    ],
  },
  {
    code: 'bk-tinh-2020',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND thành phố (thời kỳ có cấp huyện)',
      en: 'City chairman’s certificate of merit (district era)',
    },
    case: 'nomination',
    forms: ['BK_TINH'],
    lane: 'peoplesCommittee',
    enteredAt: ['commune'],
    validFrom: '2017-10-01',
    validTo: '2025-02-28',
    source:
      'Hướng dẫn của Công an tỉnh Quảng Bình và Công an tỉnh Bắc Kạn về thủ tục khen thưởng (Công an cấp huyện – UBND cấp huyện – Công an tỉnh); NĐ 91/2017/NĐ-CP',
    confidence: 'confirmed',
    steps: [
      wardCouncil,
      wardLetter,
      districtReceive,
      districtAppraise,
      districtPoliceLetter,
      districtCouncil,
      {
        code: 'district-letter',
        kind: 'letter',
        title: { vi: 'UBND quận ký tờ trình', en: 'District signs its submission letter' },
        at: districtCommittee,
        due: { workingDays: 5 },
      },
      cityPoliceAppraise,
      cityPoliceLetter,
      cityReceive,
      cityAppraise,
      cityDecide,
    ],
  },
  {
    code: 'knc-antq-2020',
    title: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” (thời kỳ có cấp huyện)',
      en: 'Commemorative medal (district era)',
    },
    case: 'nomination',
    forms: ['KNC_ANTQ'],
    enteredAt: ['district'],
    validFrom: '2017-10-01',
    validTo: '2025-02-28',
    source: 'TT 20/2025/TT-BCA (tuyến trình và hạn trước 30/5; thông tư áp dụng năm 2020 chưa đọc được)',
    confidence: 'secondary',
    steps: [
      { ...districtPoliceLetter, due: { roundDay: 'closingDay' } },
      cityPoliceAppraise,
      { ...cityPoliceLetter, due: { monthDay: '05-30' }, freezes: true },
      ministerDecides,
    ],
  },
  {
    code: 'gk-xa-2025',
    title: {
      vi: 'Giấy khen của Chủ tịch UBND phường (hai cấp)',
      en: 'Ward chairman’s certificate (two levels)',
    },
    case: 'nomination',
    forms: ['GK_XA'],
    lane: 'peoplesCommittee',
    enteredAt: ['commune'],
    validFrom: '2025-07-01',
    source: 'QĐ 638/QĐ-BNV 2025 mục B-II; NĐ 129/2025/NĐ-CP Điều 59',
    confidence: 'confirmed',
    steps: [
      {
        code: 'ward-receive',
        kind: 'receive',
        title: { vi: 'UBND phường tiếp nhận hồ sơ', en: 'Ward receives the file' },
        at: { kind: 'peoplesCommittee', level: 'commune' },
        due: { workingDays: 1 },
        freezes: true,
      },
      {
        code: 'ward-appraise',
        kind: 'appraise',
        title: { vi: 'Cán bộ TĐKT phường thẩm định', en: 'Ward award officer appraises' },
        at: { kind: 'peoplesCommittee', level: 'commune' },
        due: { workingDays: 10 },
      },
      { ...wardCouncil, due: { roundDay: 'councilDay' } },
      {
        code: 'ward-decide',
        kind: 'decide',
        title: { vi: 'Chủ tịch UBND phường ký quyết định', en: 'Ward chairman signs the decision' },
        at: { kind: 'peoplesCommittee', level: 'commune' },
        due: { workingDays: 5 },
        authority: { vi: 'Chủ tịch UBND phường', en: 'Chairman of the ward People’s Committee' },
      },
    ],
  },
  {
    // The opinion of the city police comes between receiving and appraising once that kind of step is carried out.
    code: 'bk-tinh-2025',
    title: {
      vi: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố (hai cấp)',
      en: 'City chairman’s certificate of merit (two levels)',
    },
    case: 'nomination',
    forms: ['BK_TINH'],
    lane: 'peoplesCommittee',
    enteredAt: ['commune'],
    validFrom: '2025-07-01',
    source:
      'Luật TĐKT 06/2022/QH15 Điều 74; NĐ 152/2025/NĐ-CP; quy chế thi đua, khen thưởng tỉnh Bắc Ninh Điều 5 (Thường trực Hội đồng xét)',
    confidence: 'secondary',
    steps: [
      wardCouncil,
      wardLetter,
      cityReceive,
      cityAppraise,
      {
        code: 'city-standing-council',
        kind: 'council',
        council: 'standing',
        title: {
          vi: 'Thường trực Hội đồng TĐKT thành phố họp xét',
          en: 'Standing body of the city council considers',
        },
        at: { kind: 'peoplesCommittee', level: 'province' },
        due: { workingDays: 10 },
      },
      cityDecide,
    ],
  },
  {
    code: 'knc-antq-2025',
    title: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” (hai cấp)',
      en: 'Commemorative medal (two levels)',
    },
    case: 'nomination',
    forms: ['KNC_ANTQ'],
    enteredAt: ['commune'],
    validFrom: '2025-07-01',
    source: 'TT 20/2025/TT-BCA',
    confidence: 'confirmed',
    steps: [
      {
        code: 'ward-police-letter',
        kind: 'letter',
        title: { vi: 'Công an phường ký tờ trình', en: 'Ward police sign their submission letter' },
        at: { kind: 'police', level: 'commune' },
        due: { roundDay: 'closingDay' },
      },
      cityPoliceAppraise,
      { ...cityPoliceLetter, due: { monthDay: '05-30' }, freezes: true },
      ministerDecides,
    ],
  },
  ...(['commune', 'district'] as const).map((level) => ({
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
    validFrom: '2017-10-01',
    validTo: '2025-02-28',
    source: 'HD 22/HD-BCA-V05; thông lệ của các quận',
    confidence: 'inferred',
    steps: [
      ...(level === 'commune' ? [{ ...wardLetter, due: { workingDays: 5 } }] : []),
      { ...districtReceive, freezes: true },
      districtAppraise,
      {
        code: 'district-approve',
        kind: 'decide',
        title: { vi: 'UBND quận phê duyệt mô hình', en: 'District approves the model' },
        at: districtCommittee,
        due: { workingDays: 10 },
        authority: districtChairman,
      },
    ],
  })),
];
