import type { SeasonEvent } from '../../season-event.ts';
import { letter } from '../paper.ts';
import { december } from './rounds.ts';

/** The district police take in, appraise, and write three letters and a sealed one to the district. */

const sodau = ['sodau-cho-long-son', 'sodau-truong-hoc', 'sodau-thanh', 'sodau-my'];
const haly = ['haly-lien-gia-5', 'haly-dan-phong', 'haly-hung', 'haly-lien'];
const hvthu = ['hvthu-bao-ve-dan-pho', 'hvthu-tuyet', 'hvthu-khoa'];
const hungvuong = ['hungvuong-bao-ve-dan-pho', 'hungvuong-thu', 'hungvuong-dung'];
const minhkhai = ['minhkhai-tru-so', 'minhkhai-doan', 'minhkhai-quy'];
const thuongly = ['thuongly-hanh', 'thuongly-dan-phong', 'thuongly-cuc'];
const traichuoi = ['traichuoi-hung', 'traichuoi-gia-dinh-vinh', 'traichuoi-nam'];
const quantoan = ['quantoan-co-khi', 'quantoan-to-8', 'quantoan-huong'];
const pbchau = ['pbchau-luu-tru', 'pbchau-son'];
const sealed = ['sodau-bao-mat', 'haly-bao-mat'];

const receive = (on: string, ...cases: readonly string[]): SeasonEvent => ({
  on,
  at: '09:30',
  by: 'congan.thamdinh',
  do: 'receive',
  cases,
});

const recommend = (on: string, ...cases: readonly string[]): SeasonEvent => ({
  on,
  at: '10:30',
  by: 'congan.thamdinh',
  do: 'recommend',
  cases,
  says: { remark: 'Hồ sơ đủ, thành tích được Công an phường và tổ dân phố xác nhận.' },
});

const letterOf = {
  organisation: 'congan',
  round: december,
  officer: 'congan.canbo',
  signer: 'congan.truong',
  clerk: 'congan.vanthu',
};

export const police: readonly SeasonEvent[] = [
  receive('2020-10-12', ...sodau, 'sodau-bao-mat'),
  receive('2020-10-13', ...haly, 'haly-tien', 'haly-bao-mat'),
  receive('2020-10-16', ...hvthu, 'hvthu-pho-di-bo', ...hungvuong, 'hungvuong-nhan-dan'),
  recommend('2020-10-20', ...sodau, ...haly, ...sealed),
  {
    on: '2020-10-20',
    at: '11:00',
    by: 'congan.thamdinh',
    do: 'notRecommend',
    cases: ['haly-tien'],
    says: {
      reason: 'Hoàn thành nhiệm vụ thường xuyên, chưa có thành tích nổi bật so với các cá nhân cùng đơn vị.',
    },
  },
  recommend('2020-10-22', ...hvthu, ...hungvuong),
  ...letter({
    ...letterOf,
    list: 'ttr-ca-1',
    title: 'Đề nghị xét khen thưởng phong trào năm 2020 (đợt 1)',
    cases: [
      ...sodau,
      ...haly,
      {
        case: 'haly-tien',
        recommended: false,
        remark: 'Công an quận không đề nghị: chưa có thành tích nổi bật.',
      },
      ...hvthu,
      'hvthu-pho-di-bo',
      ...hungvuong,
      'hungvuong-nhan-dan',
    ],
    gatheredOn: '2020-10-22',
    signedOn: '2020-10-23',
    issuedOn: '2020-10-23',
    number: '402/TTr-CAQ',
  }),
  ...letter({
    ...letterOf,
    list: 'ttr-ca-bm',
    officer: 'congan.thamdinh',
    title: 'Đề nghị xét khen thưởng (trường hợp bảo mật)',
    sealed: true,
    cases: sealed,
    gatheredOn: '2020-10-22',
    signedOn: '2020-10-23',
    issuedOn: '2020-10-23',
    number: '403/TTr-CAQ',
  }),
  receive('2020-10-30', ...minhkhai, 'minhkhai-phuc', ...thuongly, 'thuongly-lien'),
  receive('2020-11-02', ...traichuoi, 'traichuoi-to-14'),
  receive('2020-11-06', ...quantoan, 'quantoan-binh'),
  receive('2020-11-09', 'minhkhai-loan'),
  recommend('2020-11-13', ...minhkhai, 'minhkhai-loan', ...thuongly, ...traichuoi, ...quantoan),
  // Due on the 16th and overlooked: the flow tells the head of the district police on the 17th.
  recommend('2020-11-17', 'traichuoi-to-14'),
  ...letter({
    ...letterOf,
    list: 'ttr-ca-2',
    title: 'Đề nghị xét khen thưởng phong trào năm 2020 (đợt 2)',
    cases: [...minhkhai, 'minhkhai-loan', ...thuongly, ...traichuoi, 'traichuoi-to-14', ...quantoan],
    gatheredOn: '2020-11-17',
    signedOn: '2020-11-18',
    issuedOn: '2020-11-18',
    number: '437/TTr-CAQ',
  }),
  receive('2020-11-18', ...pbchau),
  recommend('2020-11-24', ...pbchau, 'quantoan-binh'),
  ...letter({
    ...letterOf,
    list: 'ttr-ca-3',
    title: 'Đề nghị xét khen thưởng phong trào năm 2020 (bổ sung)',
    cases: [...pbchau, 'quantoan-binh'],
    gatheredOn: '2020-11-25',
    signedOn: '2020-11-26',
    issuedOn: '2020-11-26',
    number: '451/TTr-CAQ',
  }),
];
