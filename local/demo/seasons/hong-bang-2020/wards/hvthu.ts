import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'hvthu';
const setting = commendation(ward);
const unit = 'Phường Hoàng Văn Thụ';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'hvthu-pho-di-bo',
    name: 'Tổ tự quản Tuyến phố đi bộ kiểu mẫu',
    representative: 'Trịnh Thị Thanh Vân',
    legalPerson: false,
    unit,
    proposer: 'Đoàn TNCS Hồ Chí Minh phường Hoàng Văn Thụ',
    report: 'Tổ tự quản hoạt động tốt, tuyến phố bảo đảm an ninh trật tự.',
  }),
  collective(setting, {
    case: 'hvthu-bao-ve-dan-pho',
    name: 'Ban Bảo vệ dân phố phường Hoàng Văn Thụ',
    representative: 'Đỗ Đình Lâm',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Hoàng Văn Thụ',
    report:
      'Thực hiện 340 ca tuần tra; phối hợp bắt 6 đối tượng trộm cắp; giữ trật tự tại các chốt phòng, chống dịch COVID-19.',
  }),
  individual(setting, {
    case: 'hvthu-tuyet',
    name: 'Phạm Thị Ánh Tuyết',
    born: 1970,
    gender: 'female',
    title: 'Bí thư Chi bộ tổ dân phố số 8',
    group: 'Tổ dân phố số 8',
    unit,
    proposer: 'Đảng ủy phường Hoàng Văn Thụ',
    report:
      'Chỉ đạo xây dựng nghị quyết chuyên đề về an ninh trật tự của chi bộ; tổ dân phố không có đơn thư vượt cấp.',
    serial: '000221',
  }),
  individual(setting, {
    case: 'hvthu-khoa',
    name: 'Đỗ Đăng Khoa',
    born: 1985,
    gender: 'male',
    title: 'Chủ hộ kinh doanh, thành viên tổ tự quản',
    group: 'Tổ dân phố số 4',
    unit,
    proposer: 'Ban Công tác Mặt trận tổ dân phố số 4',
    report:
      'Hỗ trợ lắp đặt 12 camera trên tuyến phố; đuổi bắt đối tượng cướp giật ngày 06/6/2020, giao Công an phường.',
    serial: '000222',
  }),
  individual(setting, {
    case: 'hvthu-luan',
    name: 'Trương Công Luận',
    born: 1990,
    gender: 'male',
    title: 'Nhân viên bảo vệ',
    group: 'Tổ dân phố số 6',
    unit,
    proposer: 'Tổ dân phố số 6',
    report: 'Tích cực tham gia các buổi ra quân của phường.',
    serial: '000223',
  }),
];

const listed = nominations.map((nomination) => nomination.case);

/** Two of seven members are away: five vote. */
export const hoangVanThu: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-09-28', by: 'hvthu.canbo' }, nominations),
  ...session({
    list: 'hop-hvthu',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Hoàng Văn Thụ họp xét khen thưởng',
    secretary: 'hvthu.canbo',
    chair: 'hvthu.chutich',
    members: 7,
    cases: listed,
    heldOn: '2020-10-06',
    absent: [
      { person: 'hvthu.phunu', reason: 'Đi công tác, có giấy xin phép' },
      { person: 'hvthu.ccb', reason: 'Ốm, có giấy xin phép' },
    ],
    reasons: { R12: 'Hai ủy viên vắng có giấy xin phép, đã nhất trí bằng văn bản gửi kèm biên bản.' },
    findings: [
      {
        case: 'hvthu-luan',
        outcome: 'notAgreed',
        agreed: 1,
        note: 'Thành tích chung chung, chưa có việc làm cụ thể; đề nghị theo dõi, xem xét năm sau.',
      },
    ],
  }),
  ...letter({
    list: 'ttr-hvthu',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Hoàng Văn Thụ)',
    cases: listed.filter((name) => name !== 'hvthu-luan'),
    officer: 'hvthu.canbo',
    signer: 'hvthu.chutich',
    clerk: 'hvthu.vanthu',
    gatheredOn: '2020-10-08',
    signedOn: '2020-10-13',
    issuedOn: '2020-10-14',
    number: '58/TTr-UBND',
  }),
];
