import type { NominateDeed, SeasonEvent } from '../../../season-event.ts';
import { collective, individual, session, submitted } from '../../paper.ts';
import { commendation, december } from '../rounds.ts';

const ward = 'pbchau';
const setting = commendation(ward);
const unit = 'Phường Phan Bội Châu';

const nominations: readonly NominateDeed[] = [
  collective(setting, {
    case: 'pbchau-luu-tru',
    name: 'Tổ tự quản cơ sở lưu trú phường Phan Bội Châu',
    representative: 'Đinh Văn Khuê',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Phan Bội Châu',
    report:
      'Ba mươi mốt cơ sở lưu trú cam kết khai báo đầy đủ; giúp phát hiện 1 đối tượng truy nã; thực hiện nghiêm cách ly y tế.',
  }),
  individual(setting, {
    case: 'pbchau-son',
    name: 'Nguyễn Bá Sơn',
    born: 1959,
    gender: 'male',
    title: 'Tổ trưởng tổ hòa giải tổ dân phố số 7',
    group: 'Tổ dân phố số 7',
    unit,
    proposer: 'Hội Cựu chiến binh phường Phan Bội Châu',
    report:
      'Hòa giải thành 15 vụ; vận động giao nộp 7 kg thuốc nổ tồn dư sau chiến tranh do gia đình đào móng phát hiện.',
    serial: '000281',
  }),
  individual(setting, {
    case: 'pbchau-lan',
    name: 'Đỗ Thị Ngọc Lan',
    born: 1987,
    gender: 'female',
    title: 'Lễ tân khách sạn',
    group: 'Tổ dân phố số 5',
    unit,
    proposer: 'Tổ tự quản cơ sở lưu trú',
    report: 'Thực hiện khai báo tạm trú qua mạng đúng hạn.',
    serial: '000282',
  }),
];

const sent = ['pbchau-luu-tru', 'pbchau-son'];
const paper = 'ttr-pbchau';

export const phanBoiChau: readonly SeasonEvent[] = [
  ...submitted({ on: '2020-11-02', by: 'pbchau.canbo' }, nominations),
  ...session({
    list: 'hop-pbchau',
    organisation: ward,
    council: ward,
    round: december,
    title: 'Hội đồng TĐKT phường Phan Bội Châu họp xét khen thưởng',
    secretary: 'pbchau.canbo',
    chair: 'pbchau.chutich',
    members: 7,
    cases: nominations.map((nomination) => nomination.case),
    heldOn: '2020-11-10',
    findings: [
      {
        case: 'pbchau-lan',
        outcome: 'notAgreed',
        agreed: 3,
        note: 'Là nhiệm vụ thường xuyên, chưa vượt trội.',
      },
    ],
  }),
  {
    on: '2020-11-12',
    at: '14:00',
    by: 'pbchau.canbo',
    do: 'startLetter',
    list: paper,
    organisation: ward,
    round: december,
    title: 'Đề nghị tặng Giấy khen năm 2020 (phường Phan Bội Châu)',
  },
  { on: '2020-11-12', at: '14:10', by: 'pbchau.canbo', do: 'gather', list: paper, cases: sent },
  { on: '2020-11-12', at: '14:20', by: 'pbchau.canbo', do: 'close', list: paper, signer: 'pbchau.chutich' },
  // Signed on the evening of the closing day; numbered after the weekend, and so too late.
  { on: '2020-11-13', at: '17:50', by: 'pbchau.chutich', do: 'sign', list: paper },
  {
    on: '2020-11-16',
    by: 'pbchau.canbo',
    do: 'issue',
    list: paper,
    number: '53/TTr-UBND',
    date: '2020-11-16',
    refusedWith: 'ClosingDayPassed',
  },
  {
    on: '2020-11-17',
    by: 'quan.canbo',
    do: 'admitLate',
    round: december,
    organisation: ward,
    reason:
      'UBND phường Phan Bội Châu đang dồn lực cho khu cách ly y tế trên địa bàn; tờ trình đã ký ngày 13/11/2020.',
  },
  {
    on: '2020-11-17',
    at: '16:00',
    by: 'pbchau.canbo',
    do: 'issue',
    list: paper,
    number: '53/TTr-UBND',
    date: '2020-11-17',
  },
];
