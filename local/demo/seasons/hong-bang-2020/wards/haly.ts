import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'haly';
const setting = commendation(ward);
const unit = 'Phường Hạ Lý';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'haly-lien-gia-5',
    name: 'Tổ liên gia tự quản số 5, phường Hạ Lý',
    representative: 'Vũ Văn Chấn',
    legalPerson: false,
    unit,
    proposer: 'Ban Công tác Mặt trận tổ dân phố số 5',
    report:
      'Tổ gồm 22 hộ, duy trì lịch trực đêm và hệ thống kẻng báo động; ba năm liền không để xảy ra trộm cắp, không phát sinh tệ nạn xã hội.',
  }),
  collective(setting, {
    case: 'haly-dan-phong',
    name: 'Đội dân phòng phường Hạ Lý',
    representative: 'Nguyễn Đắc Thuyết',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Hạ Lý',
    report:
      'Kiểm tra an toàn phòng cháy tại 142 hộ kinh doanh; tham gia chữa 3 vụ cháy, hướng dẫn thoát nạn an toàn cho 17 người.',
  }),
  individual(setting, {
    case: 'haly-hung',
    name: 'Nguyễn Văn Hùng',
    born: 1966,
    gender: 'male',
    title: 'Tổ trưởng tổ dân phố số 12',
    group: 'Tổ dân phố số 12, phường Hạ Lý',
    unit,
    proposer: 'Chi bộ tổ dân phố số 12',
    report:
      'Tổ chức camera an ninh do nhân dân đóng góp trên 6 ngõ; cung cấp hình ảnh giúp làm rõ 4 vụ trộm cắp tài sản.',
    serial: '000211',
  }),
  individual(setting, {
    case: 'haly-lien',
    name: 'Ngô Thị Bích Liên',
    born: 1974,
    gender: 'female',
    title: 'Chi hội trưởng Phụ nữ tổ dân phố số 7',
    group: 'Tổ dân phố số 7, phường Hạ Lý',
    unit,
    proposer: 'Hội LHPN phường Hạ Lý',
    report:
      'Vận động 5 gia đình có người nghiện đưa đi cai nghiện; xây dựng nhóm nòng cốt tuyên truyền phòng, chống mua bán người.',
    serial: '000212',
  }),
  individual(setting, {
    case: 'haly-tien',
    name: 'Lâm Quốc Tiến',
    born: 1981,
    gender: 'male',
    title: 'Ủy viên Ban Bảo vệ dân phố',
    group: 'Tổ dân phố số 2, phường Hạ Lý',
    unit,
    proposer: 'Ban Bảo vệ dân phố phường Hạ Lý',
    report: 'Tham gia tuần tra theo lịch phân công, hoàn thành nhiệm vụ được giao.',
    serial: '000213',
  }),
];

/** The system knows that there is a case and on what ground, and nothing of the person. */
const placeholder: NominateDeed = {
  do: 'nominate',
  case: 'haly-bao-mat',
  organisation: ward,
  round: december,
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  proposer: { name: 'Công an phường Hạ Lý' },
  content: { printedName: 'Trường hợp bảo mật', unit: 'Hồ sơ giữ ngoài hệ thống' },
  sealed: {
    basis: 'Hồ sơ giấy do Công an quận quản lý; Luật Công an nhân dân 2018, Điều 14',
    placeholder: true,
  },
};

const listed = ['haly-lien-gia-5', 'haly-dan-phong', 'haly-hung', 'haly-lien', 'haly-tien'];
const council = {
  organisation: ward,
  council: ward,
  round: december,
  secretary: 'haly.canbo',
  chair: 'haly.chutich',
  members: 7,
};
const letterOf = {
  organisation: ward,
  round: december,
  officer: 'haly.canbo',
  signer: 'haly.chutich',
  clerk: 'haly.canbo',
};

export const haLy: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-09-24', by: 'haly.canbo' }, [...nominations, placeholder]),
  ...session({
    ...council,
    list: 'hop-haly',
    title: 'Hội đồng TĐKT phường Hạ Lý họp xét khen thưởng',
    cases: listed,
    heldOn: '2020-10-02',
  }),
  ...session({
    ...council,
    list: 'hop-haly-bm',
    title: 'Hội đồng TĐKT phường Hạ Lý họp xét trường hợp bảo mật',
    sealed: true,
    cases: ['haly-bao-mat'],
    heldOn: '2020-10-02',
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-haly',
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Hạ Lý)',
    cases: listed,
    gatheredOn: '2020-10-06',
    signedOn: '2020-10-08',
    issuedOn: '2020-10-09',
    number: '64/TTr-UBND',
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-haly-bm',
    title: 'Đề nghị tặng Giấy khen (trường hợp bảo mật)',
    sealed: true,
    cases: ['haly-bao-mat'],
    gatheredOn: '2020-10-06',
    signedOn: '2020-10-08',
    issuedOn: '2020-10-09',
    number: '65/TTr-UBND',
  }),
];
