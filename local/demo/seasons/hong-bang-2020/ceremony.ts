import type { SeasonEvent } from '../../season-event.ts';
import { collectives, individuals } from './decision.ts';
import { decided as medals } from './medals.ts';

/** The conference of 29/12/2020: medals and Giấy khen handed out; who could not come receives afterwards. */

const ceremony = 'hoi-nghi-2020';
const by = 'quan.tochuc';
const away = ['knc-van', 'pbchau-son', 'quantoan-co-khi'];
const here = [...medals, ...collectives, ...individuals].filter((name) => !away.includes(name));

export const ceremonyDay: readonly SeasonEvent[] = [
  {
    on: '2020-12-18',
    by,
    do: 'holdCeremony',
    ceremony,
    host: 'quan',
    title: 'Hội nghị tổng kết công tác xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
    day: '2020-12-29',
    place: 'Hội trường UBND quận Hồng Bàng',
    freezeOn: '2020-12-25',
  },
  { on: '2020-12-18', at: '09:10', by, do: 'draw', ceremony, decision: 'qd-knc' },
  { on: '2020-12-18', at: '09:20', by, do: 'draw', ceremony, decision: 'qd-gk' },
  {
    on: '2020-12-22',
    by,
    do: 'arrange',
    ceremony,
    groups: [
      {
        form: 'KNC_ANTQ',
        authority: 'Bộ trưởng Bộ Công an',
        presenters: [
          {
            name: 'Nguyễn Đức Thiện',
            title: 'Giám đốc Công an thành phố, thừa ủy quyền của Bộ trưởng Bộ Công an',
          },
        ],
        cases: medals,
      },
      {
        form: 'GK_HUYEN',
        authority: 'Chủ tịch UBND quận',
        presenters: [{ name: 'Phạm Quang Lâm', title: 'Chủ tịch UBND quận Hồng Bàng' }],
        cases: collectives,
      },
      {
        form: 'GK_HUYEN',
        authority: 'Chủ tịch UBND quận',
        presenters: [
          { name: 'Đỗ Thị Hồng Minh', title: 'Phó Chủ tịch UBND quận, Trưởng Ban Chỉ đạo 799' },
          { name: 'Lê Đình Phong', title: 'Trưởng Công an quận Hồng Bàng' },
        ],
        cases: individuals,
      },
    ],
  },
  { on: '2020-12-29', at: '10:40', by, do: 'handOver', ceremony, cases: here, state: 'PRESENTED' },
  { on: '2020-12-29', at: '10:50', by, do: 'handOver', ceremony, cases: away, state: 'TO_DELIVER' },
  {
    on: '2020-12-30',
    at: '14:00',
    by,
    do: 'handOver',
    ceremony,
    cases: ['quantoan-co-khi'],
    state: 'DELIVERED',
    receivedBy: 'Nguyễn Tất Đạt, đại diện công ty, ký nhận',
  },
  {
    on: '2020-12-31',
    at: '08:30',
    by,
    do: 'handOver',
    ceremony,
    cases: ['knc-van'],
    state: 'DELIVERED',
    receivedBy: 'Nguyễn Hồng Vân, ký nhận tại trường',
  },
  {
    on: '2020-12-31',
    at: '09:30',
    by,
    do: 'handOver',
    ceremony,
    cases: ['pbchau-son'],
    state: 'DELIVERED',
    receivedBy: 'Nguyễn Thị Tố Nga, Chủ tịch Ủy ban MTTQ phường, nhận thay và ký',
  },
];
