import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'sodau';
const setting = commendation(ward);
const unit = 'Phường Sở Dầu';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'sodau-cho-long-son',
    name: 'Tổ liên kết an ninh trật tự chợ Long Sơn',
    representative: 'Bùi Thị Sen',
    legalPerson: false,
    unit,
    proposer: 'Ban Quản lý chợ Long Sơn',
    report:
      'Bảy tổ dân phố liền kề cùng ban quản lý chợ tự quản về an ninh trật tự, phòng cháy, chữa cháy và cứu nạn, cứu hộ. Trong năm đã tự tổ chức 4 buổi thực tập chữa cháy, cung cấp 31 tin, phát hiện và dập tắt kịp thời 2 vụ chập điện tại ki ốt.',
  }),
  collective(setting, {
    case: 'sodau-truong-hoc',
    name: 'Tổ liên kết an ninh trật tự trường học phường Sở Dầu',
    representative: 'Nguyễn Thị Kim Thư',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Sở Dầu',
    report:
      'Công an phường, nhà trường và hội phụ huynh phân công người trực cổng trường giờ đến và giờ tan học. Không có vụ gây rối, không ùn tắc kéo dài; phối hợp giáo dục 9 học sinh có biểu hiện vi phạm nội quy.',
  }),
  individual(setting, {
    case: 'sodau-thanh',
    name: 'Lê Văn Thanh',
    born: 1964,
    gender: 'male',
    title: 'Tổ trưởng tổ dân phố số 3',
    group: 'Tổ dân phố số 3',
    unit,
    proposer: 'Chi bộ tổ dân phố số 3',
    report:
      'Vận động 100% số hộ ký cam kết bảo đảm an ninh trật tự; trực tiếp hòa giải thành 11 vụ mâu thuẫn; cung cấp 8 tin có giá trị cho Công an phường.',
    serial: '000201',
  }),
  individual(setting, {
    case: 'sodau-my',
    name: 'Đinh Thị Mỹ',
    born: 1980,
    gender: 'female',
    title: 'Chi hội trưởng Phụ nữ tổ dân phố số 9',
    group: 'Tổ dân phố số 9',
    unit,
    proposer: 'Hội LHPN phường Sở Dầu',
    report:
      'Duy trì nhóm phụ nữ tự quản 24 thành viên; tuyên truyền phòng, chống dịch COVID-19 tới từng hộ; phát hiện, báo kịp thời 3 trường hợp tạm trú chưa khai báo.',
    serial: '000202',
  }),
  individual(setting, {
    case: 'sodau-toan',
    name: 'Chu Đức Toàn',
    born: 1988,
    gender: 'male',
    title: 'Đội viên Đội dân phòng',
    group: 'Tổ dân phố số 1',
    unit,
    proposer: 'Đội dân phòng phường Sở Dầu',
    report: 'Tham gia chữa cháy kho hàng ngày 14/12/2019, cứu được tài sản trị giá khoảng 200 triệu đồng.',
    serial: '000203',
  }),
];

/** Helped the police with a valuable tip: known to named posts only. */
const informant: NominateDeed = {
  ...individual(setting, {
    case: 'sodau-bao-mat',
    name: 'Lê Quang Đức',
    born: 1979,
    gender: 'male',
    title: 'Lao động tự do',
    group: 'Tổ dân phố số 5',
    unit,
    proposer: 'Công an phường Sở Dầu',
    report:
      'Đã cung cấp tin có giá trị, giúp lực lượng Công an triệt phá một đường dây mua bán trái phép chất ma túy.',
    serial: '000204',
  }),
  sealed: {
    basis: 'Người giúp đỡ lực lượng Công an; Luật Công an nhân dân 2018, Điều 14',
    placeholder: false,
  },
};

const listed = ['sodau-cho-long-son', 'sodau-truong-hoc', 'sodau-thanh', 'sodau-my', 'sodau-toan'];
const council = {
  organisation: ward,
  council: ward,
  round: december,
  secretary: 'sodau.canbo',
  chair: 'sodau.chutich',
  members: 7,
};
const letterOf = {
  organisation: ward,
  round: december,
  officer: 'sodau.canbo',
  signer: 'sodau.chutich',
  clerk: 'sodau.vanthu',
};

export const soDau: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-09-21', by: 'sodau.canbo' }, [...nominations, informant]),
  ...session({
    ...council,
    list: 'hop-sodau',
    title: 'Hội đồng TĐKT phường Sở Dầu họp xét khen thưởng',
    cases: listed,
    heldOn: '2020-09-30',
  }),
  ...session({
    ...council,
    list: 'hop-sodau-bm',
    title: 'Hội đồng TĐKT phường Sở Dầu họp xét trường hợp bảo mật',
    sealed: true,
    cases: ['sodau-bao-mat'],
    heldOn: '2020-09-30',
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-sodau',
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Sở Dầu)',
    cases: listed,
    gatheredOn: '2020-10-05',
    signedOn: '2020-10-07',
    issuedOn: '2020-10-08',
    number: '71/TTr-UBND',
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-sodau-bm',
    title: 'Đề nghị tặng Giấy khen (trường hợp bảo mật)',
    sealed: true,
    cases: ['sodau-bao-mat'],
    gatheredOn: '2020-10-05',
    signedOn: '2020-10-07',
    issuedOn: '2020-10-08',
    number: '72/TTr-UBND',
  }),
];
