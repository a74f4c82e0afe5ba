import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'quantoan';
const setting = commendation(ward);
const unit = 'Phường Quán Toan';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'quantoan-co-khi',
    name: 'Công ty Cổ phần Cơ khí Bến Kiền Xanh',
    representative: 'Nguyễn Tất Đạt',
    legalPerson: true,
    unit,
    proposer: 'Công an phường Quán Toan',
    report:
      'Lực lượng bảo vệ 18 người được huấn luyện đủ; phối hợp với tổ dân phố giữ trật tự cổng nhà máy giờ tan ca; không để xảy ra cháy, nổ.',
  }),
  collective(setting, {
    case: 'quantoan-to-8',
    name: 'Tổ dân phố số 8, phường Quán Toan',
    representative: 'Trần Thị Luyến',
    legalPerson: false,
    unit,
    proposer: 'Ủy ban MTTQ Việt Nam phường Quán Toan',
    report:
      'Xây dựng 5 ngõ tự quản; không có tội phạm và tệ nạn; 98% số hộ đăng ký “An toàn về an ninh, trật tự”.',
  }),
  individual(setting, {
    case: 'quantoan-binh',
    name: 'Hoàng Văn Bình',
    born: 1961,
    gender: 'male',
    title: 'Bí thư Chi bộ tổ dân phố số 13',
    group: 'Tổ dân phố số 13',
    unit,
    proposer: 'Đảng ủy phường Quán Toan',
    report: 'Chỉ đạo xây dựng tổ tự quản khu nhà trọ công nhân; vận động 2 đối tượng truy nã ra đầu thú.',
    serial: '000271',
  }),
  individual(setting, {
    case: 'quantoan-huong',
    name: 'Phạm Thị Hường',
    born: 1977,
    gender: 'female',
    title: 'Chủ nhà trọ, thành viên tổ tự quản khu nhà trọ',
    group: 'Tổ dân phố số 13',
    unit,
    proposer: 'Hội LHPN phường Quán Toan',
    report: 'Thực hiện tốt khai báo tạm trú cho trên 60 công nhân; cung cấp tin giúp làm rõ 2 vụ đánh bạc.',
    serial: '000272',
  }),
  collective(setting, {
    case: 'quantoan-nhom-ngo-42',
    name: 'Nhóm tình nguyện Ngõ 42',
    representative: 'Vương Thị Hậu',
    legalPerson: false,
    unit,
    proposer: 'Tổ dân phố số 2',
    report: 'Nhóm 9 người tự lập từ tháng 6 năm 2020, thay nhau nhắc nhở giữ trật tự trong ngõ.',
  }),
];

const listed = nominations.map((nomination) => nomination.case);

export const quanToan: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-10-19', by: 'quantoan.canbo' }, nominations),
  ...session({
    list: 'hop-quantoan',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Quán Toan họp xét khen thưởng',
    secretary: 'quantoan.canbo',
    chair: 'quantoan.chutich',
    members: 7,
    cases: listed,
    heldOn: '2020-10-27',
    findings: [
      {
        case: 'quantoan-nhom-ngo-42',
        outcome: 'notAgreed',
        agreed: 2,
        note: 'Nhóm không có tư cách pháp nhân, chưa có quy chế hoạt động và mới thành lập ba tháng.',
      },
    ],
  }),
  ...letter({
    list: 'ttr-quantoan',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Quán Toan)',
    cases: listed.filter((name) => name !== 'quantoan-nhom-ngo-42'),
    officer: 'quantoan.canbo',
    signer: 'quantoan.chutich',
    clerk: 'quantoan.vanthu',
    gatheredOn: '2020-10-30',
    signedOn: '2020-11-03',
    issuedOn: '2020-11-04',
    number: '91/TTr-UBND',
  }),
];
