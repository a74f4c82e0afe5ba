/** Who decides, as terms of award forms say it. */
export const ward = {
  authority: { vi: 'Chủ tịch UBND phường', en: 'Chairman of the ward People’s Committee' },
  decidedAt: { kind: 'peoplesCommittee', level: 'commune' },
};
export const districtOffice = {
  authority: { vi: 'Chủ tịch UBND quận', en: 'Chairman of the district People’s Committee' },
  decidedAt: { kind: 'peoplesCommittee', level: 'district' },
};
export const province = {
  authority: { vi: 'Chủ tịch UBND thành phố', en: 'Chairman of the city People’s Committee' },
  decidedAt: { kind: 'peoplesCommittee', level: 'province' },
};
export const ministry = {
  authority: { vi: 'Bộ trưởng Bộ Công an', en: 'Minister of Public Security' },
  decidedAt: { kind: 'ministry', level: 'central' },
};
export const cityPolice = {
  authority: { vi: 'Giám đốc Công an thành phố', en: 'Director of the city police' },
  decidedAt: { kind: 'police', level: 'province', function: 'movementBuilding' },
};
