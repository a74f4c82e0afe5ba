import type { SeasonEvent } from '../../season-event.ts';
import { decision, letter, session } from '../paper.ts';
import { december } from './rounds.ts';

/** The district council, the chairman's decision with two annexes, the sealed one, and the way to the city. */

/** As the annexes have them. */
export const collectives = [
  'haly-dan-phong',
  'haly-lien-gia-5',
  'hvthu-bao-ve-dan-pho',
  'hvthu-pho-di-bo',
  'hungvuong-bao-ve-dan-pho',
  'minhkhai-doan',
  'minhkhai-tru-so',
  'pbchau-luu-tru',
  'quantoan-co-khi',
  'quantoan-to-8',
  'sodau-cho-long-son',
  'sodau-truong-hoc',
  'thuongly-dan-phong',
  'traichuoi-to-14',
];

export const individuals = [
  'quantoan-binh',
  'thuongly-cuc',
  'hungvuong-dung',
  'thuongly-hanh',
  'haly-hung',
  'traichuoi-hung',
  'quantoan-huong',
  'hvthu-khoa',
  'haly-lien',
  'minhkhai-loan',
  'sodau-my',
  'minhkhai-quy',
  'pbchau-son',
  'sodau-thanh',
  'hungvuong-thu',
  'hvthu-tuyet',
];

const awarded = [...collectives, ...individuals];
const sealed = ['sodau-bao-mat', 'haly-bao-mat'];
const city = 'hungvuong-nhan-dan';

const council = {
  organisation: 'quan',
  council: 'quan',
  round: december,
  secretary: 'quan.thuky',
  chair: 'quan.chutich',
  members: 13,
  agendaOn: '2020-12-04',
  heldOn: '2020-12-08',
  absent: [
    { person: 'quan.uyvien5', reason: 'Họp Sở Tài chính về quyết toán năm' },
    { person: 'quan.uyvien7', reason: 'Điều trị tại bệnh viện, có ý kiến bằng văn bản sau' },
  ],
};
const paper = {
  organisation: 'quan',
  round: december,
  officer: 'quan.canbo',
  signer: 'quan.chutich',
  clerk: 'quan.vanthu',
};

export const districtDecision: readonly SeasonEvent[] = [
  ...session({
    ...council,
    list: 'hop-quan',
    title: 'Hội đồng TĐKT quận họp xét khen thưởng phong trào năm 2020',
    cases: [...awarded, city, 'traichuoi-gia-dinh-vinh', 'haly-tien', 'traichuoi-nam'],
    findings: [
      {
        case: 'traichuoi-gia-dinh-vinh',
        outcome: 'notAgreed',
        agreed: 4,
        note: 'Việc hiến đất đã được xét khen trong phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”.',
      },
      {
        case: 'haly-tien',
        outcome: 'notAgreed',
        agreed: 2,
        note: 'Thống nhất với ý kiến không đề nghị của Công an quận.',
      },
      {
        case: 'traichuoi-nam',
        outcome: 'agreed',
        agreed: 7,
        note: 'Có ý kiến đề nghị xác minh thêm nghĩa vụ thuế.',
      },
    ],
  }),
  ...session({
    ...council,
    list: 'hop-quan-bm',
    title: 'Hội đồng TĐKT quận họp xét trường hợp bảo mật',
    sealed: true,
    cases: sealed,
  }),
  {
    on: '2020-12-14',
    at: '09:00',
    by: 'quan.chutich',
    do: 'refuse',
    cases: ['traichuoi-nam'],
    says: { reason: 'Chi cục Thuế xác nhận doanh nghiệp còn nợ thuế; chưa đủ điều kiện tặng Giấy khen.' },
  },
  ...decision({
    ...paper,
    list: 'qd-gk',
    title:
      'Tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
    cases: awarded,
    order: awarded,
    gatheredOn: '2020-12-14',
    signedOn: '2020-12-16',
    issuedOn: '2020-12-17',
    number: '4517/QĐ-UBND',
  }),
  ...decision({
    ...paper,
    list: 'qd-gk-bm',
    title: 'Tặng Giấy khen (trường hợp bảo mật)',
    sealed: true,
    cases: sealed,
    gatheredOn: '2020-12-14',
    signedOn: '2020-12-16',
    issuedOn: '2020-12-17',
    number: '4518/QĐ-UBND',
  }),
];

export const cityDecision: readonly SeasonEvent[] = [
  ...letter({
    ...paper,
    list: 'ttr-quan',
    title: 'Đề nghị Chủ tịch UBND thành phố tặng Bằng khen',
    cases: [city],
    gatheredOn: '2020-12-09',
    signedOn: '2020-12-10',
    issuedOn: '2020-12-11',
    number: '318/TTr-UBND',
  }),
  {
    on: '2020-12-16',
    by: 'pv05.thamdinh',
    do: 'recommend',
    cases: [city],
    says: { remark: 'Phường dẫn đầu toàn thành phố về kết quả vận động giao nộp vũ khí, vật liệu nổ.' },
  },
  ...letter({
    list: 'ttr-pv05-bk',
    organisation: 'pv05',
    round: december,
    title: 'Đề nghị Chủ tịch UBND thành phố tặng Bằng khen trong phong trào năm 2020',
    cases: [city],
    officer: 'pv05.thamdinh',
    signer: 'pv05.giamdoc',
    clerk: 'pv05.vanthu',
    gatheredOn: '2020-12-17',
    signedOn: '2020-12-18',
    issuedOn: '2020-12-18',
    number: '1902/TTr-CATP-PV05',
  }),
  { on: '2020-12-21', by: 'bantdkt.canbo', do: 'receive', cases: [city] },
  {
    on: '2020-12-25',
    by: 'bantdkt.canbo',
    do: 'recommend',
    cases: [city],
    says: { remark: 'Đủ tiêu chuẩn Bằng khen của Chủ tịch UBND thành phố đối với tập thể.' },
  },
  ...decision({
    list: 'qd-bk',
    organisation: 'thanhpho',
    round: december,
    title: 'Tặng Bằng khen của Chủ tịch UBND thành phố',
    cases: [city],
    officer: 'thanhpho.canbo',
    signer: 'thanhpho.chutich',
    clerk: 'thanhpho.vanthu',
    gatheredOn: '2020-12-28',
    signedOn: '2020-12-30',
    issuedOn: '2020-12-30',
    number: '3920/QĐ-UBND',
  }),
];
