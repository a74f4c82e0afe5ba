import { worldOf } from '../world.ts';
import { districtCouncil, upperOrganisations } from './hong-bang/upper-organisations.ts';
import { upperPeople } from './hong-bang/upper-people.ts';
import { wardCouncil, wardOrganisation, wardPeople } from './hong-bang/ward-offices.ts';
import { wards } from './hong-bang/wards.ts';

/** Quận Hồng Bàng, Hải Phòng, as it was in 2020. Offices are real, every person in them is invented. */
export const hongBangWorld = worldOf({
  areas: [
    { key: 'haiphong', kind: 'province', name: 'Thành phố Hải Phòng', validFrom: '1955-05-13' },
    {
      key: 'hongbang',
      kind: 'district',
      name: 'Quận Hồng Bàng',
      parent: 'haiphong',
      successors: ['hongbang-2025', 'hongan-2025'],
      validFrom: '1961-07-05',
      validTo: '2025-06-30',
    },
    {
      key: 'hongbang-2025',
      kind: 'commune',
      name: 'Phường Hồng Bàng',
      parent: 'haiphong',
      validFrom: '2025-07-01',
    },
    {
      key: 'hongan-2025',
      kind: 'commune',
      name: 'Phường Hồng An',
      parent: 'haiphong',
      validFrom: '2025-07-01',
    },
    ...wards.map(({ key, name }) => ({
      key,
      kind: 'commune' as const,
      name: `Phường ${name}`,
      parent: 'hongbang',
      validFrom: '1994-01-01',
      validTo: '2025-06-30',
    })),
  ],
  organisations: [...wards.map(wardOrganisation), ...upperOrganisations],
  people: [...wards.flatMap(wardPeople), ...upperPeople],
  councils: [...wards.map(wardCouncil), districtCouncil],
});
