import { cityPolice, ministry, province } from '../offices.ts';

/** Steps with the offices of a province or city, and the record of what is decided above it. Of every era. */

const movementBuilding = { kind: 'police', level: 'province', function: 'movementBuilding' };
const awardOffice = { kind: 'department', level: 'province', function: 'awardOffice' };
const cityCommittee = { kind: 'peoplesCommittee', level: 'province' };

export const cityPoliceReceive = {
  code: 'city-police-receive',
  kind: 'receive',
  title: {
    vi: 'Phòng Xây dựng phong trào (PV05) tiếp nhận hồ sơ',
    en: 'Movement-building department (PV05) receives the file',
  },
  at: movementBuilding,
  due: { workingDays: 3 },
  freezes: true,
};
export const cityPoliceAppraise = {
  code: 'city-police-appraise',
  kind: 'appraise',
  title: {
    vi: 'Phòng Xây dựng phong trào (PV05) thẩm định',
    en: 'Movement-building department (PV05) appraises',
  },
  at: movementBuilding,
  due: { workingDays: 15 },
};
export const cityPoliceCouncil = {
  code: 'city-police-council',
  kind: 'council',
  council: 'full',
  title: { vi: 'Hội đồng TĐKT Công an thành phố họp xét', en: 'Council of the city police considers' },
  at: movementBuilding,
  due: { workingDays: 10 },
};
export const cityPoliceLetter = {
  code: 'city-police-letter',
  kind: 'letter',
  title: { vi: 'Công an thành phố ký tờ trình', en: 'City police sign their submission letter' },
  at: movementBuilding,
  due: { workingDays: 5 },
};
const cityPoliceDecide = {
  code: 'city-police-decide',
  kind: 'decide',
  title: {
    vi: 'Giám đốc Công an thành phố ký quyết định',
    en: 'Director of the city police signs the decision',
  },
  at: movementBuilding,
  due: { workingDays: 7 },
  authority: cityPolice.authority,
};
export const cityReceive = {
  code: 'city-receive',
  kind: 'receive',
  title: {
    vi: 'Cơ quan thi đua, khen thưởng thành phố tiếp nhận',
    en: 'City award office receives the file',
  },
  at: awardOffice,
  due: { workingDays: 3 },
  freezes: true,
};
export const cityAppraise = {
  code: 'city-appraise',
  kind: 'appraise',
  title: { vi: 'Cơ quan thi đua, khen thưởng thành phố thẩm định', en: 'City award office appraises' },
  at: awardOffice,
  due: { limit: 'limit.appraise' },
};
/** Between receiving and appraising: what the police know of whoever is proposed. */
export const cityOpinion = {
  code: 'city-opinion',
  kind: 'opinion',
  title: {
    vi: 'Cơ quan thi đua, khen thưởng thành phố lấy ý kiến Công an thành phố',
    en: 'City award office asks the city police for their opinion',
  },
  at: awardOffice,
  asks: [movementBuilding],
  due: { limit: 'limit.opinion' },
};
/** Of the units concerned: which those are, whoever appraised knows. */
const cityPoliceOpinion = {
  code: 'city-police-opinion',
  kind: 'opinion',
  title: {
    vi: 'Phòng Xây dựng phong trào (PV05) lấy ý kiến các đơn vị liên quan',
    en: 'Movement-building department (PV05) asks the units concerned',
  },
  at: movementBuilding,
  asks: [],
  due: { limit: 'limit.opinion' },
};
export const cityStandingCouncil = {
  code: 'city-standing-council',
  kind: 'council',
  council: 'standing',
  title: {
    vi: 'Thường trực Hội đồng TĐKT thành phố họp xét',
    en: 'Standing body of the city council considers',
  },
  at: cityCommittee,
  due: { workingDays: 10 },
};
export const cityDecide = {
  code: 'city-decide',
  kind: 'decide',
  title: { vi: 'Chủ tịch UBND thành phố ký quyết định', en: 'City chairman signs the decision' },
  at: cityCommittee,
  due: { workingDays: 10 },
  authority: province.authority,
};
const ministerDecides = {
  code: 'minister-decides',
  kind: 'outside',
  title: {
    vi: 'Bộ trưởng Bộ Công an quyết định (ghi nhận ngoài hệ thống)',
    en: 'Minister decides (recorded from outside)',
  },
  at: movementBuilding,
  due: { workingDays: 120 },
  authority: ministry.authority,
};

/** From the city police up: the medal by the day of the year that the Ministry sets. */
export const medalAbove = [
  cityPoliceAppraise,
  { ...cityPoliceLetter, due: { limit: 'deadline.knc' }, freezes: true },
  ministerDecides,
];
/** Other awards of the Minister, once the council of the city police has considered them. */
export const ministerAbove = [
  cityPoliceAppraise,
  cityPoliceCouncil,
  { ...cityPoliceLetter, freezes: true },
  ministerDecides,
];
/** Awards of the director of the city police, while there were districts: the units concerned were asked. */
export const cityPoliceAsking = [
  cityPoliceReceive,
  cityPoliceAppraise,
  cityPoliceOpinion,
  { ...cityPoliceCouncil, due: { roundDay: 'councilDay' } },
  cityPoliceDecide,
];
/** Awards of the director of the city police. */
export const cityPoliceAlone = [
  cityPoliceReceive,
  cityPoliceAppraise,
  { ...cityPoliceCouncil, due: { roundDay: 'councilDay' } },
  cityPoliceDecide,
];
