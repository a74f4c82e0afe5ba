import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'hungvuong';
const setting = commendation(ward);
const unit = 'Phường Hùng Vương';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'hungvuong-bao-ve-dan-pho',
    name: 'Ban Bảo vệ dân phố phường Hùng Vương',
    representative: 'Phan Văn Tính',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Hùng Vương',
    report: 'Phối hợp tuần tra 365 đêm; phát hiện, ngăn chặn 7 vụ trộm cắp; vận động giao nộp 1 súng săn.',
  }),
  collective(setting, {
    case: 'hungvuong-nhan-dan',
    name: 'Nhân dân và cán bộ phường Hùng Vương',
    representative: 'Tạ Thị Hồng Vân',
    legalPerson: false,
    unit,
    proposer: 'Ủy ban MTTQ Việt Nam phường Hùng Vương',
    report:
      'Toàn phường có 21/21 tổ dân phố đăng ký và 20 tổ đạt tiêu chuẩn “An toàn về an ninh, trật tự”; cung cấp trên 160 tin, trong đó 97 tin có giá trị; là điểm sáng của thành phố về vận động nhân dân giao nộp vũ khí, vật liệu nổ.',
  }),
  individual(setting, {
    case: 'hungvuong-thu',
    name: 'Vũ Thị Minh Thu',
    born: 1968,
    gender: 'female',
    title: 'Trưởng ban Công tác Mặt trận tổ dân phố số 11',
    group: 'Tổ dân phố số 11',
    unit,
    proposer: 'Ủy ban MTTQ Việt Nam phường Hùng Vương',
    report:
      'Chủ trì 26 buổi họp dân về an ninh trật tự; cảm hóa, giúp đỡ 3 người chấp hành xong án phạt tù tái hòa nhập.',
    serial: '000231',
  }),
  individual(setting, {
    case: 'hungvuong-dung',
    name: 'Lê Tiến Dụng',
    born: 1972,
    gender: 'male',
    title: 'Tổ trưởng tổ bảo vệ dân phố số 4',
    group: 'Tổ dân phố số 4',
    unit,
    proposer: 'Ban Bảo vệ dân phố phường Hùng Vương',
    report: 'Trực tiếp bắt quả tang 2 đối tượng trộm cắp xe máy đêm 17/3/2020 và 02/8/2020.',
    serial: '000232',
  }),
  individual(setting, {
    case: 'hungvuong-hanh',
    name: 'Bùi Thị Hạnh',
    born: 1979,
    gender: 'female',
    title: 'Cộng tác viên phòng, chống tệ nạn xã hội',
    group: 'Tổ dân phố số 15',
    unit,
    proposer: 'Tổ dân phố số 15',
    report: 'Tham gia quản lý, giúp đỡ người sau cai nghiện tại cộng đồng.',
    serial: '000233',
  }),
];

const listed = nominations.map((nomination) => nomination.case);

export const hungVuong: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-09-29', by: 'hungvuong.canbo' }, nominations),
  ...session({
    list: 'hop-hungvuong',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Hùng Vương họp xét khen thưởng',
    secretary: 'hungvuong.canbo',
    chair: 'hungvuong.chutich',
    members: 7,
    cases: listed,
    heldOn: '2020-10-07',
  }),
  {
    on: '2020-10-08',
    by: 'hungvuong.canbo',
    do: 'withdraw',
    cases: ['hungvuong-hanh'],
    says: {
      reason: 'Bà Bùi Thị Hạnh chuyển nơi cư trú khỏi quận và có đơn xin rút; UBND phường rút đề nghị.',
    },
  },
  ...letter({
    list: 'ttr-hungvuong',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Hùng Vương)',
    cases: listed.filter((name) => name !== 'hungvuong-hanh'),
    officer: 'hungvuong.canbo',
    signer: 'hungvuong.chutich',
    clerk: 'hungvuong.vanthu',
    gatheredOn: '2020-10-12',
    signedOn: '2020-10-14',
    issuedOn: '2020-10-15',
    number: '49/TTr-UBND',
  }),
];
