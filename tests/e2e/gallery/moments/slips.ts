import type { Moment } from '../moment.ts';
import { nobody, seenBy } from '../stop.ts';

const slip = {
  name: 'Nguyễn Thị Lụa',
  birthYear: '1961',
  unit: 'Tổ dân phố số 5',
  deed: 'Phát hiện hai người lạ phá khóa xe máy ở ngõ 12, gọi bà con giữ lại và báo công an phường. Xe được trả lại cho chủ ngay trong đêm.',
  when: 'Tối 12/08/2020',
  where: 'Ngõ 12 đường Hùng Vương, phường Sở Dầu',
  witness: 'Ông Đỗ Văn Chứng, tổ trưởng tổ dân phố số 5',
  witnessReach: '0912 000 001',
  proposer: 'Bùi Thị Xóm',
  proposerPhone: '0912 000 002',
};
const office = 'sodau.canbo';

/** Proposal slips: the link, the form of a stranger, and how they are settled. */
export const slipMoments: readonly Moment[] = [
  {
    before: { do: 'nominate', of: 'sodau-bao-mat' },
    stops: [
      ...seenBy(
        office,
        { page: 'slips-none', go: '/slips' },
        { page: 'slips-notice', send: { form: '/open' } },
        { page: 'slips-notice-printed', printed: true },
      ),
      ...seenBy(
        nobody,
        { page: 'slip-form', invitedBy: office },
        {
          page: 'slip-form-refused',
          send: { form: '/propose/*', typed: { ...slip, deed: '', proposerPhone: 'gọi tôi' } },
          answers: 422,
        },
        { page: 'slip-sent', send: { form: '/propose/*', typed: slip } },
        { page: 'slip-gone', go: '/propose/0000000000000000', answers: 404 },
        {
          page: 'slip-sent-again',
          invitedBy: office,
          send: { form: '/propose/*', typed: { ...slip, birthYear: '', proposer: '', proposerPhone: '' } },
        },
      ),
      { as: nobody, page: 'slip-form', invitedBy: office, language: 'en' },
      ...seenBy(
        office,
        { page: 'home-with-slips', go: '/' },
        { page: 'slips', go: '/slips', open: true },
        { page: 'slip', find: { to: '/slips/', says: /Lụa/ }, open: true },
        { page: 'slip-unanswered', send: { form: '/refuse' }, answers: 422 },
        {
          page: 'slip-refused',
          send: { form: '/refuse', typed: { reason: 'notConfirmed', note: 'Tổ trưởng không xác nhận.' } },
        },
        { page: 'slip-other', go: '/slips', find: { to: '/slips/', says: /Lụa/ } },
        { page: 'slip-accepted', send: { form: '/accept', typed: { form: 'GK_HUYEN' } } },
        { page: 'slips-settled', go: '/slips' },
      ),
      { as: office, page: 'slips', go: '/slips', language: 'en', open: true },
    ],
  },
];
