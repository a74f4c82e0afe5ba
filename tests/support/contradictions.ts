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
