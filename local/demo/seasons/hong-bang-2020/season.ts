import { inOrder, type Season } from '../../season-event.ts';
import { hongBangWorld as world } from '../../worlds/hong-bang-2020.ts';
import { ceremonyDay } from './ceremony.ts';
import { cityDecision, districtDecision } from './decision.ts';
import { incidents } from './incidents.ts';
import { medals } from './medals.ts';
import { models } from './models.ts';
import { police } from './police.ts';
import { rounds } from './rounds.ts';
import { haLy } from './wards/haly.ts';
import { hungVuong } from './wards/hungvuong.ts';
import { hoangVanThu } from './wards/hvthu.ts';
import { minhKhai } from './wards/minhkhai.ts';
import { phanBoiChau } from './wards/pbchau.ts';
import { quanToan } from './wards/quantoan.ts';
import { soDau } from './wards/sodau.ts';
import { thuongLy } from './wards/thuongly.ts';
import { traiChuoi } from './wards/traichuoi.ts';

const wards = [
  ...soDau,
  ...haLy,
  ...hoangVanThu,
  ...hungVuong,
  ...minhKhai,
  ...thuongLy,
  ...traiChuoi,
  ...quanToan,
  ...phanBoiChau,
];

export const hongBangSeason: Season = {
  key: 'hong-bang-2020',
  title: 'Quận Hồng Bàng, năm 2020',
  world,
  events: inOrder([
    ...rounds,
    ...medals,
    ...models,
    ...wards,
    ...incidents,
    ...police,
    ...districtDecision,
    ...cityDecision,
    ...ceremonyDay,
  ]),
};
