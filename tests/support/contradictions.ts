/** Who decides at the step of appraisal, and what they send. */
interface Contradiction {
  readonly who: string;
  readonly act: string;
  readonly body: object;
}

/** What one official can decide at the step of appraisal: whichever comes first, the others come too late. */
export const contradictions: readonly (readonly [act: string, body: object])[] = [
  ['recommend', { remark: 'Đủ điều kiện' }],
  ['not-recommend', { reason: 'Thành tích chưa rõ' }],
  ['return-ineligible', { reason: 'Không đúng đối tượng', article: 'Luật Thi đua, khen thưởng, Điều 5' }],
  ['ask-supplement', { fields: ['report'], note: 'Ghi rõ số hộ' }],
  ['recommend', { remark: 'Đề nghị khen' }],
  ['not-recommend', { reason: 'Trùng thành tích' }],
  ['return-ineligible', { reason: 'Hồ sơ của đơn vị khác', article: 'Điều 4' }],
  ['ask-supplement', { fields: ['citation'], note: 'Viết lại nội dung khen' }],
];

/** The same moment as both officers of that office see it. */
export const contradictionsOfSeveral: readonly Contradiction[] = contradictions.map(([act, body], n) => ({
  who: ['pol-officer', 'pol-sealed'][(n + Math.floor(n / 4)) % 2] ?? '',
  act,
  body,
}));

/** What history says of each act. */
export const enteredAs: Readonly<Record<string, string>> = {
  recommend: 'Recommended',
  'not-recommend': 'NotRecommended',
  'return-ineligible': 'ReturnedIneligible',
  'ask-supplement': 'SupplementAsked',
};
