import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, letter, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'thuongly';
const setting = commendation(ward);
const unit = 'Phường Thượng Lý';

const chairman: NominateDeed = {
  ...individual(setting, {
    case: 'thuongly-hanh',
    name: 'Vũ Đức Hạnh',
    born: 1969,
    gender: 'male',
    title: 'Chủ tịch UBND phường Thượng Lý',
    unit,
    proposer: 'Đảng ủy phường Thượng Lý',
    report:
      'Trực tiếp chỉ đạo giải tỏa điểm phức tạp về trật tự đô thị ven sông; phường không có vụ việc đông người, tỷ lệ điều tra khám phá án đạt 92%.',
    serial: '000251',
  }),
  accounts: ['thuongly.chutich'],
};

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'thuongly-dan-phong',
    name: 'Đội dân phòng khu vực bờ sông Thượng Lý',
    representative: 'Đặng Đình Thi',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Thượng Lý',
    report: 'Cứu 2 người đuối nước; tham gia chữa cháy 1 sà lan; tự trang bị 20 áo phao, 2 máy bơm.',
  }),
  individual(setting, {
    case: 'thuongly-cuc',
    name: 'Lê Thị Cúc',
    born: 1958,
    gender: 'female',
    title: 'Chi hội trưởng Hội Người cao tuổi',
    group: 'Tổ dân phố số 10',
    unit,
    proposer: 'Hội Người cao tuổi phường Thượng Lý',
    report: 'Vận động người cao tuổi làm nòng cốt hòa giải; giúp 4 gia đình giải quyết mâu thuẫn kéo dài.',
    serial: '000252',
  }),
  individual(setting, {
    case: 'thuongly-dat',
    name: 'Hoàng Tiến Đạt',
    born: 1993,
    gender: 'male',
    title: 'Nhân viên giao nhận',
    group: 'Tổ dân phố số 3',
    unit,
    proposer: 'Tổ dân phố số 3',
    report: 'Có tin báo về một vụ trộm cắp.',
    serial: '000253',
  }),
];

/** The officer takes her for a namesake of the one in Hạ Lý; the district's appraiser will know better. */
const twice: NominateDeed = {
  ...individual(setting, {
    case: 'thuongly-lien',
    name: 'Ngô Thị Bích Liên',
    born: 1974,
    gender: 'female',
    title: 'Tuyên truyền viên pháp luật',
    group: 'Tổ dân phố số 1, phường Thượng Lý',
    unit,
    proposer: 'Ban Công tác Mặt trận tổ dân phố số 1',
    report:
      'Vận động các gia đình có người nghiện đưa đi cai nghiện; tuyên truyền phòng, chống mua bán người.',
    serial: '000212',
  }),
  answers: [{ subjectOf: 'haly-lien', answer: 'namesake' }],
};

const others = ['thuongly-dan-phong', 'thuongly-cuc', 'thuongly-lien'];

export const thuongLy: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-10-13', by: 'thuongly.canbo' }, [chairman, ...nominations, twice]),
  ...session({
    list: 'hop-thuongly',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Thượng Lý họp xét khen thưởng',
    secretary: 'thuongly.canbo',
    chair: 'thuongly.chutich',
    members: 7,
    cases: ['thuongly-hanh', 'thuongly-dan-phong', 'thuongly-cuc', 'thuongly-dat', 'thuongly-lien'],
    heldOn: '2020-10-21',
    findings: [
      {
        case: 'thuongly-hanh',
        outcome: 'agreed',
        agreed: 6,
        recused: ['thuongly.chutich'],
        note: 'Ông Vũ Đức Hạnh không tham gia biểu quyết; Phó Chủ tịch Hội đồng điều hành nội dung này.',
      },
      {
        case: 'thuongly-dat',
        outcome: 'notAgreed',
        agreed: 2,
        note: 'Một tin báo chưa đủ để xét thành tích của cả năm.',
      },
    ],
  }),
  {
    on: '2020-10-26',
    at: '14:00',
    by: 'thuongly.canbo',
    do: 'startLetter',
    list: 'ttr-thuongly',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Thượng Lý)',
  },
  {
    on: '2020-10-26',
    at: '14:10',
    by: 'thuongly.canbo',
    do: 'gather',
    list: 'ttr-thuongly',
    cases: ['thuongly-hanh', ...others],
  },
  {
    on: '2020-10-26',
    at: '14:20',
    by: 'thuongly.canbo',
    do: 'close',
    list: 'ttr-thuongly',
    signer: 'thuongly.chutich',
    refusedWith: 'RowBarsSigner',
  },
  {
    on: '2020-10-26',
    at: '14:30',
    by: 'thuongly.canbo',
    do: 'ungather',
    list: 'ttr-thuongly',
    case: 'thuongly-hanh',
  },
  {
    on: '2020-10-26',
    at: '14:40',
    by: 'thuongly.canbo',
    do: 'close',
    list: 'ttr-thuongly',
    signer: 'thuongly.chutich',
  },
  { on: '2020-10-27', at: '15:40', by: 'thuongly.chutich', do: 'sign', list: 'ttr-thuongly' },
  {
    on: '2020-10-28',
    at: '16:00',
    by: 'thuongly.canbo',
    do: 'issue',
    list: 'ttr-thuongly',
    number: '77/TTr-UBND',
    date: '2020-10-28',
  },
  ...letter({
    list: 'ttr-thuongly-kt',
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 cho Chủ tịch UBND phường Thượng Lý',
    cases: ['thuongly-hanh'],
    officer: 'thuongly.canbo',
    signer: 'thuongly.phochutich',
    clerk: 'thuongly.canbo',
    gatheredOn: '2020-10-27',
    signedOn: '2020-10-27',
    issuedOn: '2020-10-28',
    number: '78/TTr-UBND',
  }),
];
