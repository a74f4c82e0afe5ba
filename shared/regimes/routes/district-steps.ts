import { districtOffice } from '../offices.ts';

/** Steps in a district: of its police to 28/02/2025, of its People's Committee to 30/06/2025. */

const districtPolice = { kind: 'police', level: 'district' };
const districtCommittee = { kind: 'peoplesCommittee', level: 'district' };

export const districtReceive = {
  code: 'district-receive',
  kind: 'receive',
  title: { vi: 'Công an quận tiếp nhận hồ sơ', en: 'District police receive the file' },
  at: districtPolice,
  due: { workingDays: 3 },
};
export const districtAppraise = {
  code: 'district-appraise',
  kind: 'appraise',
  title: { vi: 'Công an quận thẩm định', en: 'District police appraise' },
  at: districtPolice,
  due: { workingDays: 10 },
};
export const districtPoliceLetter = {
  code: 'district-police-letter',
  kind: 'letter',
  title: { vi: 'Công an quận ký tờ trình', en: 'District police sign their submission letter' },
  at: districtPolice,
  due: { workingDays: 3 },
};
export const districtCouncil = {
  code: 'district-council',
  kind: 'council',
  council: 'full',
  title: { vi: 'Hội đồng TĐKT quận họp xét', en: 'District council considers' },
  at: districtCommittee,
  due: { roundDay: 'councilDay' },
};
export const districtLetter = {
  code: 'district-letter',
  kind: 'letter',
  title: { vi: 'UBND quận ký tờ trình', en: 'District signs its submission letter' },
  at: districtCommittee,
  due: { workingDays: 5 },
};
export const districtDecide = {
  code: 'district-decide',
  kind: 'decide',
  title: { vi: 'Chủ tịch UBND quận ký quyết định', en: 'District chairman signs the decision' },
  at: districtCommittee,
  due: { workingDays: 7 },
  authority: districtOffice.authority,
};
export const districtApprove = {
  code: 'district-approve',
  kind: 'decide',
  title: { vi: 'UBND quận phê duyệt mô hình', en: 'District approves the model' },
  at: districtCommittee,
  due: { workingDays: 10 },
  authority: districtOffice.authority,
};
