import type { SeasonEvent } from '../../season-event.ts';
import { decision, letter } from '../paper.ts';

/** Models: three of wards, two of the district, all approved by the district; a sixth was not. */

const content = (spec: {
  name: string;
  unit: string;
  place: string;
  partners: string;
  sites: number;
  teams: number;
  plannedLaunch: string;
  report: string;
}) => ({
  printedName: spec.name,
  unit: spec.unit,
  report: spec.report,
  citation: '',
  publication: 'public' as const,
  publicationBasis: 'Mô hình phục vụ phong trào, công bố rộng rãi',
  model: {
    place: spec.place,
    partners: spec.partners,
    sites: spec.sites,
    teams: spec.teams,
    plannedLaunch: spec.plannedLaunch,
  },
});

const receive = (on: string, ...cases: readonly string[]): SeasonEvent => ({
  on,
  at: '10:00',
  by: 'congan.thamdinh',
  do: 'receive',
  cases,
});

const recommend = (on: string, ...cases: readonly string[]): SeasonEvent => ({
  on,
  at: '10:00',
  by: 'congan.thamdinh',
  do: 'recommend',
  cases,
  says: { remark: 'Mô hình phù hợp tình hình địa bàn, có lực lượng nòng cốt và quy chế phối hợp.' },
});

const submit = (on: string, by: string, ...cases: readonly string[]): SeasonEvent => ({
  on,
  at: '09:20',
  by,
  do: 'submit',
  cases,
});

const covid: readonly SeasonEvent[] = [
  {
    on: '2020-04-13',
    by: 'bcd.thuongtruc',
    do: 'proposeModel',
    case: 'mh-covid',
    organisation: 'bcd799',
    proposer: { name: 'Thường trực Ban Chỉ đạo 799 quận Hồng Bàng' },
    content: content({
      name: 'Quận Hồng Bàng đoàn kết, quyết liệt phòng chống dịch COVID-19',
      unit: 'Ban Chỉ đạo 799 quận Hồng Bàng',
      place: 'Toàn quận, tại 9 phường',
      partners: 'Công an quận, Trung tâm Y tế, Ủy ban MTTQ và các đoàn thể quận',
      sites: 9,
      teams: 118,
      plannedLaunch: '2020-04-27',
      report:
        'Mỗi tổ dân phố lập một tổ giám sát dịch tễ cộng đồng; thống nhất quy trình rà soát người về từ vùng dịch, đường dây nóng và phân công chốt trực.',
    }),
  },
  submit('2020-04-13', 'bcd.thuongtruc', 'mh-covid'),
  receive('2020-04-14', 'mh-covid'),
  recommend('2020-04-17', 'mh-covid'),
  ...decision({
    list: 'qd-mh-covid',
    organisation: 'quan',
    caseKind: 'modelProposal',
    title: 'Phê duyệt mô hình phòng, chống dịch COVID-19',
    cases: ['mh-covid'],
    officer: 'quan.canbo',
    signer: 'quan.chutich',
    clerk: 'quan.vanthu',
    gatheredOn: '2020-04-20',
    signedOn: '2020-04-22',
    issuedOn: '2020-04-23',
    number: '1120/QĐ-UBND',
  }),
];

const promenade: readonly SeasonEvent[] = [
  {
    on: '2020-05-11',
    by: 'quandoan.canbo',
    do: 'proposeModel',
    case: 'mh-pho-di-bo',
    organisation: 'quandoan',
    proposer: { name: 'Ban Thường vụ Quận đoàn Hồng Bàng' },
    content: content({
      name: 'Tuyến phố đi bộ kiểu mẫu bảo đảm an toàn về an ninh trật tự',
      unit: 'Quận đoàn Hồng Bàng',
      place: 'Tuyến phố đi bộ, phường Hoàng Văn Thụ',
      partners: 'Công an quận, UBND phường Hoàng Văn Thụ, các hộ kinh doanh trên tuyến',
      sites: 1,
      teams: 3,
      plannedLaunch: '2020-06-20',
      report:
        'Thanh niên xung kích cùng hộ kinh doanh tự quản các tối cuối tuần; lắp camera, bố trí điểm tiếp nhận tin báo.',
    }),
  },
  submit('2020-05-11', 'quandoan.canbo', 'mh-pho-di-bo'),
  receive('2020-05-12', 'mh-pho-di-bo'),
];

const soDau: readonly SeasonEvent[] = [
  {
    on: '2020-05-12',
    by: 'sodau.canbo',
    do: 'proposeModel',
    case: 'mh-truong-hoc',
    organisation: 'sodau',
    proposer: { name: 'Công an phường Sở Dầu', account: 'sodau.congan' },
    content: content({
      name: 'Liên kết bảo đảm an ninh trật tự giữa phường Sở Dầu với các trường học trên địa bàn',
      unit: 'UBND phường Sở Dầu',
      place: 'Phường Sở Dầu và các trường học trên địa bàn',
      partners: 'Công an phường, Ban Giám hiệu các trường, hội phụ huynh, Đoàn Thanh niên',
      sites: 4,
      teams: 4,
      plannedLaunch: '2020-06-15',
      report:
        'Trực cổng trường hai khung giờ cao điểm; họp giao ban mỗi tháng một lần; chuyển tin hai chiều trong ngày.',
    }),
  },
  {
    on: '2020-05-12',
    by: 'sodau.canbo',
    do: 'proposeModel',
    case: 'mh-cho-long-son',
    organisation: 'sodau',
    proposer: { name: 'Ban Quản lý chợ Long Sơn' },
    content: content({
      name: 'Liên kết giữa các tổ dân phố bảo đảm an ninh trật tự, tự quản về phòng cháy, chữa cháy và cứu nạn, cứu hộ với chợ Long Sơn',
      unit: 'UBND phường Sở Dầu',
      place: 'Chợ Long Sơn và các tổ dân phố liền kề',
      partners: 'Ban Quản lý chợ, đội dân phòng, các hộ tiểu thương',
      sites: 1,
      teams: 7,
      plannedLaunch: '2020-06-18',
      report:
        'Mỗi dãy hàng một tổ tự quản, mỗi tổ hai bình chữa cháy và một kẻng báo động; thực tập hằng quý.',
    }),
  },
  submit('2020-05-12', 'sodau.canbo', 'mh-truong-hoc', 'mh-cho-long-son'),
  ...letter({
    list: 'ttr-sodau-mh',
    organisation: 'sodau',
    caseKind: 'modelProposal',
    title: 'Đề xuất phê duyệt hai mô hình của phường Sở Dầu',
    cases: ['mh-truong-hoc', 'mh-cho-long-son'],
    officer: 'sodau.canbo',
    signer: 'sodau.chutich',
    clerk: 'sodau.vanthu',
    gatheredOn: '2020-05-13',
    signedOn: '2020-05-14',
    issuedOn: '2020-05-15',
    number: '24/TTr-UBND',
  }),
  receive('2020-05-18', 'mh-truong-hoc', 'mh-cho-long-son'),
];

const minhKhai: readonly SeasonEvent[] = [
  {
    on: '2020-05-13',
    by: 'minhkhai.canbo',
    do: 'proposeModel',
    case: 'mh-tru-so',
    organisation: 'minhkhai',
    proposer: { name: 'Công an phường Minh Khai' },
    content: content({
      name: 'Liên kết bảo đảm an ninh, an toàn trụ sở các cơ quan Đảng, chính quyền trên địa bàn phường Minh Khai',
      unit: 'UBND phường Minh Khai',
      place: 'Phường Minh Khai',
      partners: 'Mười bốn cơ quan đóng trên địa bàn, Ban Bảo vệ dân phố',
      sites: 14,
      teams: 14,
      plannedLaunch: '2020-06-10',
      report:
        'Thống nhất quy chế trực, sơ đồ bố trí lực lượng và đường dây nóng giữa các cơ quan với Công an phường.',
    }),
  },
  submit('2020-05-13', 'minhkhai.canbo', 'mh-tru-so'),
  ...letter({
    list: 'ttr-minhkhai-mh',
    organisation: 'minhkhai',
    caseKind: 'modelProposal',
    title: 'Đề xuất phê duyệt mô hình liên kết bảo vệ trụ sở cơ quan',
    cases: ['mh-tru-so'],
    officer: 'minhkhai.canbo',
    signer: 'minhkhai.chutich',
    clerk: 'minhkhai.vanthu',
    gatheredOn: '2020-05-15',
    signedOn: '2020-05-18',
    issuedOn: '2020-05-18',
    number: '31/TTr-UBND',
  }),
  receive('2020-05-19', 'mh-tru-so'),
];

/** Proposed without a plan for who looks after the pictures. */
const cameras: readonly SeasonEvent[] = [
  {
    on: '2020-05-18',
    by: 'traichuoi.canbo',
    do: 'proposeModel',
    case: 'mh-camera',
    organisation: 'traichuoi',
    proposer: { name: 'Tổ dân phố số 9, phường Trại Chuối' },
    content: content({
      name: 'Camera cộng đồng phường Trại Chuối',
      unit: 'UBND phường Trại Chuối',
      place: 'Sáu ngõ của phường Trại Chuối',
      partners: 'Các hộ dân có camera hướng ra ngõ',
      sites: 6,
      teams: 1,
      plannedLaunch: '2020-07-01',
      report: 'Kết nối camera của các hộ dân về trụ sở Công an phường.',
    }),
  },
  submit('2020-05-18', 'traichuoi.canbo', 'mh-camera'),
  ...letter({
    list: 'ttr-traichuoi-mh',
    organisation: 'traichuoi',
    caseKind: 'modelProposal',
    title: 'Đề xuất phê duyệt mô hình camera cộng đồng',
    cases: ['mh-camera'],
    officer: 'traichuoi.canbo',
    signer: 'traichuoi.chutich',
    clerk: 'traichuoi.vanthu',
    gatheredOn: '2020-05-20',
    signedOn: '2020-05-21',
    issuedOn: '2020-05-21',
    number: '27/TTr-UBND',
  }),
  receive('2020-05-22', 'mh-camera'),
  {
    on: '2020-05-27',
    by: 'congan.thamdinh',
    do: 'notRecommend',
    cases: ['mh-camera'],
    says: { reason: 'Chưa có quy chế quản lý, khai thác hình ảnh và chưa xác định người chịu trách nhiệm.' },
  },
  {
    on: '2020-05-29',
    by: 'quan.chutich',
    do: 'refuse',
    cases: ['mh-camera'],
    says: { reason: 'Không phê duyệt ở thời điểm này; UBND phường hoàn thiện quy chế rồi đề xuất lại.' },
  },
];

export const models: readonly SeasonEvent[] = [
  ...covid,
  ...promenade,
  ...soDau,
  ...minhKhai,
  ...cameras,
  recommend('2020-05-22', 'mh-pho-di-bo'),
  recommend('2020-05-25', 'mh-truong-hoc', 'mh-cho-long-son', 'mh-tru-so'),
  ...decision({
    list: 'qd-mh',
    organisation: 'quan',
    caseKind: 'modelProposal',
    title: 'Phê duyệt các mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
    cases: ['mh-truong-hoc', 'mh-tru-so', 'mh-cho-long-son', 'mh-pho-di-bo'],
    order: ['mh-truong-hoc', 'mh-tru-so', 'mh-cho-long-son', 'mh-pho-di-bo'],
    officer: 'quan.canbo',
    signer: 'quan.chutich',
    clerk: 'quan.vanthu',
    gatheredOn: '2020-05-28',
    signedOn: '2020-05-29',
    issuedOn: '2020-06-01',
    number: '1675/QĐ-UBND',
  }),
];
