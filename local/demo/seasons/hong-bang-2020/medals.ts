import type { NominateDeed, SeasonEvent } from '../../season-event.ts';
import { individual, letter, submitted } from '../paper.ts';
import { may } from './rounds.ts';

/** Kỷ niệm chương: list and letter of the district police, PV05, the Minister's decision recorded from outside. */

interface Holder {
  readonly case: string;
  readonly name: string;
  readonly born: number;
  readonly gender: 'female' | 'male';
  readonly title: string;
  readonly ward: string;
  readonly service: string;
  readonly serial: string;
}

const setting = {
  organisation: 'congan',
  round: may,
  form: 'KNC_ANTQ',
  citation: 'Có quá trình cống hiến, đóng góp vào sự nghiệp bảo vệ an ninh Tổ quốc',
  from: '2005-01-01',
  to: '2020-03-31',
};

const medal = ({ ward, service, ...person }: Holder): NominateDeed =>
  individual(setting, {
    ...person,
    unit: `Phường ${ward}, quận Hồng Bàng`,
    proposer: `Công an phường ${ward}`,
    report: `${service} Chưa được tặng Kỷ niệm chương; địa bàn phụ trách không có điểm nóng.`,
  });

const holders: readonly Holder[] = [
  {
    case: 'knc-hoa',
    name: 'Phạm Thị Hòa',
    born: 1962,
    gender: 'female',
    title: 'Bí thư Chi bộ tổ dân phố số 4',
    ward: 'Sở Dầu',
    service:
      'Mười hai năm làm Bí thư chi bộ, trực tiếp xây dựng mô hình liên kết an ninh trật tự giữa tổ dân phố với trường học.',
    serial: '000101',
  },
  {
    case: 'knc-anh',
    name: 'Đoàn Thị Ánh',
    born: 1971,
    gender: 'female',
    title: 'Bảo vệ dân phố',
    ward: 'Minh Khai',
    service:
      'Mười năm một tháng tham gia bảo vệ dân phố, thường trực bảo vệ trụ sở cơ quan Đảng, chính quyền trên địa bàn.',
    serial: '000102',
  },
  {
    case: 'knc-khai',
    name: 'Vũ Đình Khải',
    born: 1965,
    gender: 'male',
    title: 'Bảo vệ dân phố',
    ward: 'Minh Khai',
    service: 'Mười bốn năm tám tháng tham gia bảo vệ dân phố, thường trực bảo vệ trụ sở cơ quan.',
    serial: '000103',
  },
  {
    case: 'knc-tho',
    name: 'Trần Xuân Thọ',
    born: 1955,
    gender: 'male',
    title: 'Trưởng ban Bảo vệ dân phố',
    ward: 'Hạ Lý',
    service:
      'Mười bảy năm tham gia, tám năm làm Trưởng ban Bảo vệ dân phố; tổ chức trên một nghìn ca tuần tra đêm.',
    serial: '000104',
  },
  {
    case: 'knc-loi',
    name: 'Nguyễn Tiến Lợi',
    born: 1960,
    gender: 'male',
    title: 'Phó Chủ tịch Hội Cựu chiến binh',
    ward: 'Thượng Lý',
    service: 'Mười một năm công tác Hội, vận động hội viên tham gia tự quản về an ninh trật tự.',
    serial: '000105',
  },
  {
    case: 'knc-mai',
    name: 'Lê Thị Tuyết Mai',
    born: 1966,
    gender: 'female',
    title: 'Phó Chủ tịch Ủy ban MTTQ',
    ward: 'Hoàng Văn Thụ',
    service: 'Mười năm làm công tác Mặt trận, chủ trì hòa giải nhiều vụ mâu thuẫn trong nhân dân.',
    serial: '000106',
  },
  {
    case: 'knc-cuong',
    name: 'Bùi Mạnh Cương',
    born: 1963,
    gender: 'male',
    title: 'Phó Bí thư Đảng ủy',
    ward: 'Quán Toan',
    service: 'Mười ba năm giữ chức vụ lãnh đạo phường, chỉ đạo xây dựng thế trận an ninh nhân dân ở cơ sở.',
    serial: '000107',
  },
  {
    case: 'knc-ngoc',
    name: 'Đỗ Thị Ngọc',
    born: 1964,
    gender: 'female',
    title: 'Phó Chủ tịch Ủy ban MTTQ',
    ward: 'Trại Chuối',
    service: 'Mười một năm công tác Mặt trận, duy trì mười hai nhóm liên gia tự quản.',
    serial: '000108',
  },
  {
    case: 'knc-tinh',
    name: 'Phan Văn Tính',
    born: 1958,
    gender: 'male',
    title: 'Tổ trưởng tổ bảo vệ dân phố số 2',
    ward: 'Hùng Vương',
    service: 'Mười sáu năm tham gia bảo vệ dân phố, cùng Công an phường bắt giữ nhiều vụ trộm cắp tài sản.',
    serial: '000109',
  },
  {
    case: 'knc-yen',
    name: 'Hoàng Thị Yên',
    born: 1967,
    gender: 'female',
    title: 'Trưởng ban Công tác Mặt trận tổ dân phố số 9',
    ward: 'Hoàng Văn Thụ',
    service: 'Mười hai năm liên tục vận động nhân dân giao nộp vũ khí, vật liệu nổ.',
    serial: '000110',
  },
  {
    case: 'knc-duong',
    name: 'Ngô Văn Dưỡng',
    born: 1957,
    gender: 'male',
    title: 'Bí thư Chi bộ tổ dân phố số 6',
    ward: 'Phan Bội Châu',
    service:
      'Mười bốn năm làm Bí thư chi bộ, tổ dân phố nhiều năm đạt tiêu chuẩn “An toàn về an ninh, trật tự”.',
    serial: '000111',
  },
  {
    case: 'knc-thinh',
    name: 'Lương Văn Thỉnh',
    born: 1961,
    gender: 'male',
    title: 'Bảo vệ dân phố',
    ward: 'Trại Chuối',
    service: 'Mười lăm năm sáu tháng tham gia bảo vệ dân phố, hoàn thành tốt nhiệm vụ.',
    serial: '000112',
  },
  {
    case: 'knc-huyen',
    name: 'Trần Thị Huyền',
    born: 1970,
    gender: 'female',
    title: 'Bảo vệ dân phố',
    ward: 'Sở Dầu',
    service: 'Mười một năm tham gia bảo vệ dân phố, phụ trách khu vực chợ và trường học.',
    serial: '000113',
  },
  {
    case: 'knc-phuc',
    name: 'Cao Văn Phúc',
    born: 1956,
    gender: 'male',
    title: 'Trưởng ban Bảo vệ dân phố',
    ward: 'Quán Toan',
    service: 'Mười tám năm tham gia, mười năm làm Trưởng ban; xây dựng tám tổ tự quản quanh khu công nghiệp.',
    serial: '000114',
  },
  {
    case: 'knc-van',
    name: 'Nguyễn Hồng Vân',
    born: 1965,
    gender: 'female',
    title: 'Hiệu trưởng trường công lập',
    ward: 'Sở Dầu',
    service: 'Mười năm làm Hiệu trưởng, nhà trường không có học sinh vi phạm pháp luật.',
    serial: '000115',
  },
  {
    case: 'knc-quang',
    name: 'Đặng Minh Quảng',
    born: 1962,
    gender: 'male',
    title: 'Phó Chủ tịch HĐND phường',
    ward: 'Hạ Lý',
    service:
      'Mười một năm giữ chức vụ lãnh đạo phường, giám sát việc thực hiện nghị quyết về an ninh trật tự.',
    serial: '000116',
  },
  {
    case: 'knc-rang',
    name: 'Mai Văn Rạng',
    born: 1969,
    gender: 'male',
    title: 'Phó Chủ tịch UBND phường (nguyên)',
    ward: 'Hùng Vương',
    service: 'Mười năm giữ chức vụ lãnh đạo phường.',
    serial: '000117',
  },
];

const named = (...cases: readonly string[]) => cases.map((name) => `knc-${name}`);

/** As the district police list them. */
const inTheLetter = named(
  ...['hoa', 'anh', 'khai', 'tho', 'loi', 'mai', 'cuong', 'ngoc', 'tinh', 'yen', 'duong', 'thinh', 'huyen'],
  ...['phuc', 'van', 'quang'],
);

/** As the Minister's decision has them: by given name. */
export const decided = named(
  ...[
    'anh',
    'cuong',
    'duong',
    'hoa',
    'huyen',
    'mai',
    'ngoc',
    'phuc',
    'quang',
    'thinh',
    'tho',
    'tinh',
    'van',
    'yen',
  ],
);

export const medals: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-04-09', by: 'congan.canbo' }, holders.map(medal)),
  {
    on: '2020-04-20',
    by: 'congan.canbo',
    do: 'withdraw',
    cases: named('rang'),
    says: { reason: 'Ông Mai Văn Rạng có đơn xin không đề nghị vì đã được tặng Kỷ niệm chương năm 2015.' },
  },
  ...letter({
    list: 'ttr-ca-knc',
    organisation: 'congan',
    title: 'Đề nghị tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” năm 2020',
    round: may,
    cases: inTheLetter,
    officer: 'congan.canbo',
    signer: 'congan.truong',
    clerk: 'congan.vanthu',
    gatheredOn: '2020-04-24',
    signedOn: '2020-04-27',
    issuedOn: '2020-04-28',
    number: '186/TTr-CAQ',
  }),
  {
    on: '2020-05-13',
    by: 'pv05.thamdinh',
    do: 'returnIneligible',
    cases: named('khai'),
    says: {
      reason:
        'Thời gian tham gia bảo vệ dân phố mới đủ 14 năm 8 tháng, còn thiếu 4 tháng so với mức 15 năm đối với nam.',
      article:
        'Quy định của Bộ Công an về tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”, tiêu chuẩn thời gian',
    },
  },
  {
    on: '2020-05-13',
    by: 'pv05.thamdinh',
    do: 'returnIneligible',
    cases: named('loi'),
    says: {
      reason: 'Đã được tặng Huy chương “Vì an ninh Tổ quốc” khi công tác trong lực lượng Công an nhân dân.',
      article:
        'Quy định của Bộ Công an về tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”, đối tượng không xét tặng',
    },
  },
  {
    on: '2020-05-14',
    by: 'pv05.thamdinh',
    do: 'recommend',
    cases: decided,
    says: { remark: 'Hồ sơ đủ, đúng đối tượng và tiêu chuẩn.' },
  },
  ...letter({
    list: 'ttr-pv05-knc',
    organisation: 'pv05',
    title: 'Đề nghị Bộ trưởng Bộ Công an tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
    round: may,
    cases: decided,
    officer: 'pv05.thamdinh',
    signer: 'pv05.phogiamdoc',
    clerk: 'pv05.vanthu',
    gatheredOn: '2020-05-18',
    signedOn: '2020-05-19',
    issuedOn: '2020-05-20',
    number: '731/TTr-CATP-PV05',
  }),
  {
    on: '2020-10-12',
    by: 'pv05.vanthu',
    do: 'startDecision',
    list: 'qd-knc',
    organisation: 'pv05',
    title: 'Quyết định của Bộ trưởng Bộ Công an tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
    round: may,
    origin: 'outside',
  },
  { on: '2020-10-12', at: '09:10', by: 'pv05.vanthu', do: 'gather', list: 'qd-knc', cases: decided },
  { on: '2020-10-12', at: '09:20', by: 'pv05.vanthu', do: 'order', list: 'qd-knc', cases: decided },
  {
    on: '2020-10-12',
    at: '09:30',
    by: 'pv05.vanthu',
    do: 'attachToList',
    list: 'qd-knc',
    kind: 'decision',
    name: 'Quyết định 7236.pdf',
  },
  { on: '2020-10-12', at: '09:40', by: 'pv05.vanthu', do: 'close', list: 'qd-knc' },
  {
    on: '2020-10-12',
    at: '09:50',
    by: 'pv05.vanthu',
    do: 'issueSignedOutside',
    list: 'qd-knc',
    number: '7236/QĐ-BCA',
    date: '2020-10-05',
    signedOn: '2020-10-05',
    signer: { name: 'Bộ trưởng Bộ Công an', capacity: 'head' },
  },
];
