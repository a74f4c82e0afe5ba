import { inOrder, type Season, type SeasonEvent } from '../../season-event.ts';
import { ducNhuanWorld as world } from '../../worlds/duc-nhuan-2026.ts';
import { decision, session } from '../paper.ts';
import {
  awardedCollectives,
  awardedHouseholds,
  awardedIndividuals,
  nominations,
  round,
} from './nominations.ts';

/** Two levels: the ward receives, appraises, considers and decides by itself, for its Ngày hội of 19/8/2026. */

const organisation = 'ducnhuan';
const officer = 'ducnhuan.canbo';
const refusedByCouncil = 'dn-nhom-chay-bo';
const tooEarly = 'dn-loc';
const awarded = [...awardedCollectives, ...awardedHouseholds, ...awardedIndividuals];
const beforeCouncil = [...awarded, refusedByCouncil];

const opening: readonly SeasonEvent[] = [
  {
    on: '2026-06-15',
    by: officer,
    do: 'openRound',
    round,
    owner: organisation,
    name: 'Đợt xét khen thưởng Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2026',
    year: 2026,
    lane: 'peoplesCommittee',
    themes: ['Phong trào toàn dân bảo vệ an ninh Tổ quốc', 'Phòng cháy, chữa cháy'],
    opensOn: '2026-06-22',
    forms: [{ form: 'GK_XA', closingDay: '2026-07-24', councilDay: '2026-07-31', quotas: [] }],
  },
];

const appraisal: readonly SeasonEvent[] = [
  {
    on: '2026-07-08',
    at: '15:00',
    by: officer,
    do: 'receive',
    cases: [...awardedCollectives, ...awardedHouseholds, refusedByCouncil],
  },
  { on: '2026-07-09', at: '08:30', by: officer, do: 'receive', cases: [...awardedIndividuals, tooEarly] },
  {
    on: '2026-07-14',
    by: officer,
    do: 'returnIneligible',
    cases: [tooEarly],
    says: {
      reason: 'Việc làm xảy ra tháng 3 năm 2024, ngoài thời gian xét từ 01/7/2025 đến 30/6/2026.',
      article:
        'Hướng dẫn của UBND phường về đợt xét khen thưởng Ngày hội năm 2026, mục thời gian tính thành tích',
    },
  },
  {
    on: '2026-07-16',
    by: officer,
    do: 'recommend',
    cases: beforeCouncil,
    says: { remark: 'Hồ sơ đủ; thành tích được Công an phường xác nhận.' },
  },
];

const deciding: readonly SeasonEvent[] = [
  ...session({
    list: 'hop-ducnhuan',
    organisation,
    council: organisation,
    round,
    title: 'Hội đồng TĐKT phường Đức Nhuận họp xét khen thưởng Ngày hội 19/8',
    secretary: officer,
    chair: 'ducnhuan.chutich',
    members: 7,
    cases: beforeCouncil,
    agendaOn: '2026-07-29',
    heldOn: '2026-07-31',
    absent: [{ person: 'ducnhuan.doan', reason: 'Dự hội trại huấn luyện của Thành đoàn' }],
    findings: [
      {
        case: refusedByCouncil,
        outcome: 'notAgreed',
        agreed: 1,
        note: 'Chưa có kết quả cụ thể về bảo đảm an ninh trật tự.',
      },
    ],
  }),
  ...decision({
    list: 'qd-gk-xa',
    organisation,
    round,
    title:
      'Tặng Giấy khen cho các tập thể, hộ gia đình, cá nhân nhân Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2026',
    cases: awarded,
    order: awarded,
    officer,
    signer: 'ducnhuan.chutich',
    clerk: 'ducnhuan.vanthu',
    gatheredOn: '2026-08-04',
    signedOn: '2026-08-05',
    issuedOn: '2026-08-06',
    number: '412/QĐ-UBND',
  }),
];

const ceremony = 'ngay-hoi-2026';
const by = 'ducnhuan.tochuc';
const away = ['dn-tam'];

const festival: readonly SeasonEvent[] = [
  {
    on: '2026-08-07',
    by,
    do: 'holdCeremony',
    ceremony,
    host: organisation,
    title: 'Ngày hội toàn dân bảo vệ an ninh Tổ quốc phường Đức Nhuận năm 2026',
    day: '2026-08-19',
    place: 'Công viên khu phố 6, phường Đức Nhuận',
    freezeOn: '2026-08-17',
  },
  { on: '2026-08-07', at: '09:10', by, do: 'draw', ceremony, decision: 'qd-gk-xa' },
  {
    on: '2026-08-12',
    by,
    do: 'arrange',
    ceremony,
    groups: [
      {
        form: 'GK_XA',
        authority: 'Chủ tịch UBND phường',
        presenters: [{ name: 'Lâm Thị Ngọc Bích', title: 'Chủ tịch UBND phường Đức Nhuận' }],
        cases: [...awardedCollectives, ...awardedHouseholds],
      },
      {
        form: 'GK_XA',
        authority: 'Chủ tịch UBND phường',
        presenters: [{ name: 'Huỳnh Quốc Thái', title: 'Phó Chủ tịch UBND phường Đức Nhuận' }],
        cases: awardedIndividuals,
      },
    ],
  },
  {
    on: '2026-08-19',
    at: '10:00',
    by,
    do: 'handOver',
    ceremony,
    cases: awarded.filter((name) => !away.includes(name)),
    state: 'PRESENTED',
  },
  { on: '2026-08-19', at: '10:10', by, do: 'handOver', ceremony, cases: away, state: 'TO_DELIVER' },
  {
    on: '2026-08-21',
    by,
    do: 'handOver',
    ceremony,
    cases: away,
    state: 'DELIVERED',
    receivedBy: 'Lương Tuệ Tâm, ký nhận tại UBND phường',
  },
];

export const ducNhuanSeason: Season = {
  key: 'duc-nhuan-2026',
  title: 'Phường Đức Nhuận, Ngày hội 19/8/2026',
  world,
  events: inOrder([...opening, ...nominations, ...appraisal, ...deciding, ...festival]),
};
