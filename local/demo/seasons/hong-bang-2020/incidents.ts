import type { SeasonEvent } from '../../season-event.ts';
import { individual } from '../paper.ts';
import { commendation } from './rounds.ts';

/** What did not go as it usually goes. */

const principle =
  'Luật Thi đua, khen thưởng, nguyên tắc khen thưởng: không khen nhiều lần, nhiều hình thức cho một thành tích';

const sameAchievementTwice: readonly SeasonEvent[] = [
  {
    on: '2020-10-02',
    at: '14:00',
    by: 'sodau.canbo',
    ...individual(commendation('sodau'), {
      case: 'sodau-thanh-lan-2',
      name: 'Lê Văn Thanh',
      born: 1964,
      gender: 'male',
      title: 'Hội viên Hội Cựu chiến binh',
      group: 'Tổ dân phố số 3',
      unit: 'Phường Sở Dầu',
      proposer: 'Hội Cựu chiến binh phường Sở Dầu',
      report: 'Tích cực tham gia hòa giải và cung cấp tin cho Công an phường.',
      serial: '000201',
    }),
    answers: [{ subjectOf: 'sodau-thanh', answer: 'same' }],
  },
  {
    on: '2020-10-02',
    at: '14:05',
    by: 'sodau.canbo',
    do: 'submit',
    cases: ['sodau-thanh-lan-2'],
    says: { noSecrets: true },
    refusedWith: 'AchievementAlreadyNominated',
  },
  { on: '2020-10-02', at: '14:10', by: 'sodau.canbo', do: 'discard', cases: ['sodau-thanh-lan-2'] },
];

const outsideTheYear: readonly SeasonEvent[] = [
  {
    on: '2020-10-12',
    at: '09:40',
    by: 'congan.thamdinh',
    do: 'returnIneligible',
    cases: ['sodau-toan'],
    says: {
      reason:
        'Thành tích chữa cháy tháng 12 năm 2019 đã được Chủ tịch UBND quận tặng Giấy khen đột xuất tháng 01 năm 2020.',
      article: principle,
    },
  },
];

const supplement: readonly SeasonEvent[] = [
  {
    on: '2020-10-16',
    at: '15:00',
    by: 'congan.thamdinh',
    do: 'askSupplement',
    cases: ['hvthu-pho-di-bo'],
    says: {
      fields: ['report', 'attachments'],
      note: 'Báo cáo chưa nêu kết quả cụ thể; thiếu biên bản họp bình xét của tổ tự quản.',
      workingDays: 5,
    },
  },
  {
    on: '2020-10-20',
    at: '14:00',
    by: 'hvthu.canbo',
    do: 'attachToCase',
    case: 'hvthu-pho-di-bo',
    kind: 'minutes',
    name: 'Biên bản bình xét.pdf',
  },
  {
    on: '2020-10-20',
    at: '14:20',
    by: 'hvthu.canbo',
    do: 'answerSupplement',
    cases: ['hvthu-pho-di-bo'],
    says: {
      content: {
        report:
          'Tổ tự quản 15 thành viên trực hằng tối thứ Sáu, thứ Bảy, Chủ nhật; vận động 64 hộ kinh doanh ký cam kết; không để xảy ra trộm cắp, chèo kéo khách; phát hiện 5 vụ gây rối, báo Công an phường xử lý trong 10 phút.',
      },
      note: 'Đã bổ sung báo cáo và biên bản họp ngày 18/9/2020.',
    },
  },
  {
    on: '2020-10-22',
    at: '11:00',
    by: 'congan.thamdinh',
    do: 'recommend',
    cases: ['hvthu-pho-di-bo'],
    says: { remark: 'Đã bổ sung đủ.' },
  },
];

const toTheCity: readonly SeasonEvent[] = [
  {
    on: '2020-10-22',
    at: '09:00',
    by: 'congan.thamdinh',
    do: 'changeForm',
    cases: ['hungvuong-nhan-dan'],
    says: {
      form: 'BK_TINH',
      reason:
        'Thành tích có phạm vi ảnh hưởng trong toàn thành phố, đủ tiêu chuẩn Bằng khen của Chủ tịch UBND thành phố.',
    },
  },
  {
    on: '2020-10-22',
    at: '11:10',
    by: 'congan.thamdinh',
    do: 'recommend',
    cases: ['hungvuong-nhan-dan'],
    says: { remark: 'Đề nghị trình Chủ tịch UBND thành phố.' },
  },
];

const oneWomanInTwoWards: readonly SeasonEvent[] = [
  {
    on: '2020-11-09',
    at: '10:00',
    by: 'congan.thamdinh',
    do: 'judgeIdentity',
    case: 'thuongly-lien',
    subjectOf: 'haly-lien',
    answer: 'same',
    reason:
      'Cùng ngày sinh và số giấy tờ; bà Liên chuyển từ phường Thượng Lý sang phường Hạ Lý tháng 3 năm 2020.',
  },
  {
    on: '2020-11-09',
    at: '10:10',
    by: 'congan.thamdinh',
    do: 'returnIneligible',
    cases: ['thuongly-lien'],
    says: {
      reason: 'Thành tích này đã được UBND phường Hạ Lý trình và đang được xét cho cùng một người.',
      article: principle,
    },
  },
];

const ineligibleAfterReceipt: readonly SeasonEvent[] = [
  {
    on: '2020-11-12',
    by: 'congan.thamdinh',
    do: 'returnIneligible',
    cases: ['minhkhai-phuc'],
    says: {
      reason: 'Mới tham gia từ tháng 8 năm 2020, chưa có thành tích trong thời gian xét.',
      article: 'Tiêu chuẩn tặng Giấy khen của Chủ tịch UBND quận đối với cá nhân',
    },
  },
];

const complaint: readonly SeasonEvent[] = [
  {
    on: '2020-11-09',
    by: 'congan.thamdinh',
    do: 'hold',
    cases: ['quantoan-binh'],
    says: {
      reason: 'Đang có đơn phản ánh về quỹ của tổ dân phố, chờ kết luận của UBND phường.',
      document: 'Giấy báo tin số 18/UBND-TD ngày 06/11/2020 của UBND phường Quán Toan',
    },
  },
  {
    on: '2020-11-23',
    by: 'congan.thamdinh',
    do: 'release',
    cases: ['quantoan-binh'],
    says: {
      reason: 'Đơn phản ánh không có cơ sở.',
      document: 'Thông báo kết luận số 20/TB-UBND ngày 20/11/2020 của UBND phường Quán Toan',
    },
  },
];

/** With the second man on record, the first one's row tells him apart as well. */
const namesakes: readonly SeasonEvent[] = [
  {
    on: '2020-12-03',
    by: 'quan.thuky',
    do: 'judgeIdentity',
    case: 'haly-hung',
    subjectOf: 'traichuoi-hung',
    answer: 'namesake',
    reason: 'Hai người cùng tên, cùng năm sinh ở hai phường; khác ngày sinh và nơi cư trú.',
  },
];

export const incidents: readonly SeasonEvent[] = [
  ...sameAchievementTwice,
  ...outsideTheYear,
  ...supplement,
  ...toTheCity,
  ...oneWomanInTwoWards,
  ...ineligibleAfterReceipt,
  ...complaint,
  ...namesakes,
];
