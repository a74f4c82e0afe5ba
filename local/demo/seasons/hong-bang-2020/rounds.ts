import type { SeasonEvent } from '../../season-event.ts';

export const may = 'dot-5-2020';
export const december = 'dot-12-2020';
/** Still open when the demo begins: whoever tries the system enters a nomination here. */
const adHoc = 'dot-xuat-2021';

const movement = 'Phong trào toàn dân bảo vệ an ninh Tổ quốc';

/** What a nomination of the December round shares with all others of its ward. */
export const commendation = (organisation: string) => ({
  organisation,
  round: december,
  form: 'GK_HUYEN',
  citation: 'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
  from: '2019-12-01',
  to: '2020-09-15',
});

export const rounds: readonly SeasonEvent[] = [
  {
    on: '2020-04-06',
    by: 'congan.canbo',
    do: 'openRound',
    round: may,
    owner: 'congan',
    name: 'Đợt xét tặng Kỷ niệm chương “Bảo vệ an ninh Tổ quốc” tháng 5 năm 2020',
    year: 2020,
    lane: 'police',
    themes: [movement],
    opensOn: '2020-04-06',
    forms: [{ form: 'KNC_ANTQ', closingDay: '2020-04-29', councilDay: '2020-05-08', quotas: [] }],
  },
  {
    on: '2020-09-07',
    by: 'quan.canbo',
    do: 'openRound',
    round: december,
    owner: 'quan',
    name: 'Đợt xét khen thưởng tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
    year: 2020,
    lane: 'peoplesCommittee',
    themes: [movement, 'Phòng cháy, chữa cháy', 'Phòng, chống dịch COVID-19'],
    opensOn: '2020-09-14',
    forms: [
      {
        form: 'GK_HUYEN',
        closingDay: '2020-11-13',
        councilDay: '2020-12-08',
        quotas: [
          { organisation: 'sodau', kind: 'individual', count: 3 },
          { organisation: 'quantoan', kind: 'collective', count: 3 },
        ],
      },
      { form: 'BK_TINH', closingDay: '2020-11-13', councilDay: '2020-12-08', quotas: [] },
    ],
  },
  {
    on: '2020-12-07',
    by: 'quan.canbo',
    do: 'openRound',
    round: adHoc,
    owner: 'quan',
    name: 'Khen thưởng đột xuất, bảo đảm an ninh trật tự dịp Tết Nguyên đán Tân Sửu 2021',
    year: 2021,
    lane: 'peoplesCommittee',
    themes: [movement],
    opensOn: '2020-12-07',
    forms: [{ form: 'GK_HUYEN', closingDay: '2021-01-29', councilDay: '2021-02-05', quotas: [] }],
  },
];
