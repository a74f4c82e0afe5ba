import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'traichuoi';
const setting = commendation(ward);
const unit = 'Phường Trại Chuối';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'traichuoi-to-14',
    name: 'Tổ dân phố số 14, phường Trại Chuối',
    representative: 'Lê Quang Thiều',
    legalPerson: false,
    unit,
    proposer: 'Ủy ban MTTQ Việt Nam phường Trại Chuối',
    report:
      'Bốn năm liền đạt tiêu chuẩn “An toàn về an ninh, trật tự”; 100% số hộ có bình chữa cháy xách tay.',
  }),
  collective(setting, {
    case: 'traichuoi-gia-dinh-vinh',
    kind: 'household',
    name: 'Gia đình ông Bùi Thế Vinh',
    representative: 'Bùi Thế Vinh',
    legalPerson: false,
    group: 'Tổ dân phố số 3, phường Trại Chuối',
    unit,
    proposer: 'Chi bộ tổ dân phố số 3',
    report: 'Hiến 6 m² đất mở lối thoát nạn cho ngõ; cho mượn nhà làm điểm họp tổ dân phố.',
  }),
  individual(setting, {
    case: 'traichuoi-nam',
    name: 'Phan Thành Nam',
    born: 1983,
    gender: 'male',
    title: 'Chủ doanh nghiệp, thành viên tổ tự quản',
    group: 'Tổ dân phố số 9, phường Trại Chuối',
    unit,
    proposer: 'Tổ dân phố số 9',
    report: 'Ủng hộ kinh phí lắp camera và mua trang bị cho Ban Bảo vệ dân phố.',
    serial: '000262',
  }),
];

/** A man of this name and birth year was nominated in Hạ Lý three weeks ago: somebody must say whether they are one. */
const namesake: NominateDeed = individual(setting, {
  case: 'traichuoi-hung',
  name: 'Nguyễn Văn Hùng',
  born: 1966,
  gender: 'male',
  title: 'Trưởng ban Bảo vệ dân phố',
  group: 'Tổ dân phố số 6, phường Trại Chuối',
  unit,
  proposer: 'Công an phường Trại Chuối',
  report:
    'Chỉ huy Ban Bảo vệ dân phố 24 người; cung cấp 12 tin có giá trị; bắt 1 đối tượng truy nã ngày 11/5/2020.',
  serial: '000261',
});

const listed = [...nominations, namesake].map((nomination) => nomination.case);

export const traiChuoi: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-10-15', by: 'traichuoi.canbo' }, nominations),
  { on: '2020-10-15', at: '09:30', by: 'traichuoi.canbo', ...namesake },
  {
    on: '2020-10-15',
    at: '09:40',
    by: 'traichuoi.canbo',
    do: 'submit',
    cases: [namesake.case],
    says: { noSecrets: true },
    refusedWith: 'IdentityQuestionOpen',
  },
  {
    on: '2020-10-15',
    at: '10:20',
    by: 'traichuoi.canbo',
    do: 'judgeIdentity',
    case: namesake.case,
    subjectOf: 'haly-hung',
    answer: 'namesake',
    reason: 'Hỏi lại Công an phường Hạ Lý: hai người khác ngày sinh, khác nơi cư trú.',
  },
  {
    on: '2020-10-15',
    at: '10:30',
    by: 'traichuoi.canbo',
    do: 'submit',
    cases: [namesake.case],
    says: { noSecrets: true },
  },
  ...session({
    list: 'hop-traichuoi',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Trại Chuối họp xét khen thưởng',
    secretary: 'traichuoi.canbo',
    chair: 'traichuoi.chutich',
    members: 7,
    cases: listed,
    heldOn: '2020-10-23',
  }),
  ...letter({
    list: 'ttr-traichuoi',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Trại Chuối)',
    cases: listed,
    officer: 'traichuoi.canbo',
    signer: 'traichuoi.chutich',
    clerk: 'traichuoi.vanthu',
    gatheredOn: '2020-10-27',
    signedOn: '2020-10-29',
    issuedOn: '2020-10-30',
    number: '66/TTr-UBND',
  }),
];
