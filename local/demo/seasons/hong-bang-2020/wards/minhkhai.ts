import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'minhkhai';
const setting = commendation(ward);
const unit = 'Phường Minh Khai';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'minhkhai-tru-so',
    name: 'Tổ liên kết bảo vệ trụ sở cơ quan Đảng, chính quyền phường Minh Khai',
    representative: 'Phạm Thị Thoa',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Minh Khai',
    report:
      'Liên kết 14 cơ quan đóng trên địa bàn, thống nhất quy chế trực và đường dây nóng; bảo đảm an toàn tuyệt đối trụ sở trong dịp đại hội đảng các cấp.',
  }),
  collective(setting, {
    case: 'minhkhai-doan',
    name: 'Ban Chấp hành Đoàn phường Minh Khai',
    representative: 'Trần Bảo Long',
    legalPerson: false,
    unit,
    proposer: 'Quận đoàn Hồng Bàng',
    report:
      'Duy trì đội thanh niên xung kích 30 người; tham gia 58 buổi tuần tra, tuyên truyền phòng, chống ma túy trong học sinh.',
  }),
  individual(setting, {
    case: 'minhkhai-quy',
    name: 'Trần Đức Quý',
    born: 1963,
    gender: 'male',
    title: 'Tổ trưởng tổ dân phố số 2',
    group: 'Tổ dân phố số 2',
    unit,
    proposer: 'Chi bộ tổ dân phố số 2',
    report:
      'Vận động nhân dân giao nộp 1 hộp tiếp đạn và 3 kíp nổ; hòa giải thành 7 vụ tranh chấp ngõ đi chung.',
    serial: '000241',
  }),
  individual(setting, {
    case: 'minhkhai-loan',
    name: 'Nguyễn Thị Phương Loan',
    born: 1982,
    gender: 'female',
    title: 'Cán bộ dân số, cộng tác viên tổ dân phố số 5',
    group: 'Tổ dân phố số 5',
    unit,
    proposer: 'Hội LHPN phường Minh Khai',
    report:
      'Thống kê, cập nhật biến động nhân khẩu phục vụ quản lý cư trú và phòng, chống dịch; phát hiện 2 trường hợp nhập cảnh trái phép.',
    serial: '000242',
  }),
  individual(setting, {
    case: 'minhkhai-phuc',
    name: 'Hồ Sỹ Phúc',
    born: 1995,
    gender: 'male',
    title: 'Đoàn viên, đội thanh niên xung kích',
    group: 'Tổ dân phố số 1',
    unit,
    proposer: 'Đoàn TNCS Hồ Chí Minh phường Minh Khai',
    report: 'Tham gia đội thanh niên xung kích từ tháng 8 năm 2020.',
    serial: '000243',
  }),
];

const listed = nominations.map((nomination) => nomination.case);
const letterOf = {
  organisation: ward,
  round: december,
  officer: 'minhkhai.canbo',
  signer: 'minhkhai.chutich',
  clerk: 'minhkhai.vanthu',
};

export const minhKhai: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-10-12', by: 'minhkhai.canbo' }, nominations),
  ...session({
    list: 'hop-minhkhai',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Minh Khai họp xét khen thưởng',
    secretary: 'minhkhai.canbo',
    chair: 'minhkhai.chutich',
    members: 7,
    cases: listed,
    heldOn: '2020-10-20',
    absent: [{ person: 'minhkhai.mattran', reason: 'Dự tập huấn ở thành phố' }],
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-minhkhai',
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Minh Khai)',
    cases: listed,
    gatheredOn: '2020-10-26',
    signedOn: '2020-10-28',
    issuedOn: '2020-10-29',
    number: '82/TTr-UBND',
  }),
  // The others of the letter go on; hers waits at its step until the officer takes it into a second letter.
  {
    on: '2020-10-27',
    by: 'minhkhai.chutich',
    do: 'strike',
    list: 'ttr-minhkhai',
    case: 'minhkhai-loan',
    reason:
      'Chưa có xác nhận của Công an phường về hai trường hợp nhập cảnh trái phép; bổ sung rồi trình sau.',
  },
  ...letter({
    ...letterOf,
    list: 'ttr-minhkhai-2',
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Minh Khai, bổ sung)',
    cases: ['minhkhai-loan'],
    gatheredOn: '2020-11-04',
    signedOn: '2020-11-05',
    issuedOn: '2020-11-06',
    number: '85/TTr-UBND',
  }),
];
