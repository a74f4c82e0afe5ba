import { ward } from '../offices.ts';

/** Steps in a ward, of ways of every era. Their codes are for ever. */

const wardCommittee = { kind: 'peoplesCommittee', level: 'commune' };

export const wardCouncil = {
  code: 'ward-council',
  kind: 'council',
  council: 'full',
  title: { vi: 'Hội đồng TĐKT phường họp xét', en: 'Ward council considers' },
  at: wardCommittee,
  due: { workingDays: 7 },
};
export const wardLetter = {
  code: 'ward-letter',
  kind: 'letter',
  title: { vi: 'UBND phường ký tờ trình', en: 'Ward signs its submission letter' },
  at: wardCommittee,
  due: { roundDay: 'closingDay' },
};
/** Before the ward police submit: whoever confirms writes to them. */
export const wardConfirms = {
  code: 'ward-confirm',
  kind: 'letter',
  title: {
    vi: 'UBND phường xác nhận, gửi Công an phường',
    en: 'Ward confirms the achievement to the ward police',
  },
  at: wardCommittee,
  due: { workingDays: 5 },
};
export const wardPoliceLetter = {
  code: 'ward-police-letter',
  kind: 'letter',
  title: { vi: 'Công an phường ký tờ trình', en: 'Ward police sign their submission letter' },
  at: { kind: 'police', level: 'commune' },
  due: { roundDay: 'closingDay' },
};
export const wardReceive = {
  code: 'ward-receive',
  kind: 'receive',
  title: { vi: 'UBND phường tiếp nhận hồ sơ', en: 'Ward receives the file' },
  at: wardCommittee,
  due: { workingDays: 1 },
  freezes: true,
};
export const wardAppraise = {
  code: 'ward-appraise',
  kind: 'appraise',
  title: { vi: 'Cán bộ TĐKT phường thẩm định', en: 'Ward award officer appraises' },
  at: wardCommittee,
  due: { limit: 'limit.appraise' },
};
/** Of models: the ward police keep what runs on the ground. */
export const wardOpinion = {
  code: 'ward-opinion',
  kind: 'opinion',
  title: { vi: 'UBND phường lấy ý kiến Công an phường', en: 'Ward asks the ward police for their opinion' },
  at: wardCommittee,
  asks: [{ kind: 'police', level: 'commune' }],
  due: { limit: 'limit.opinion' },
};
export const wardDecide = {
  code: 'ward-decide',
  kind: 'decide',
  title: { vi: 'Chủ tịch UBND phường ký quyết định', en: 'Ward chairman signs the decision' },
  at: wardCommittee,
  due: { workingDays: 5 },
  authority: ward.authority,
};
/** The same in each era. */
export const wardAlone = [
  wardReceive,
  wardAppraise,
  { ...wardCouncil, due: { roundDay: 'councilDay' } },
  wardDecide,
];
