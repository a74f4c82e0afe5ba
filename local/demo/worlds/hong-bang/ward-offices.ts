import type { CouncilData, OrganisationData, PersonData, PostData } from '../../world.ts';
import { sealed, term } from './term.ts';
import type { Ward } from './wards.ts';

export const wardOrganisation = ({ key, name }: Ward): OrganisationData => ({
  key,
  kind: 'peoplesCommittee',
  level: 'commune',
  area: key,
  superior: 'quan',
  name: `Ủy ban nhân dân phường ${name}`,
  shortName: `UBND phường ${name}`,
  numberSuffix: 'UBND',
  headTitle: `Chủ tịch UBND phường ${name}`,
  validFrom: '1994-01-01',
  validTo: '2025-06-30',
});

export function wardPeople(ward: Ward): PersonData[] {
  const { key, name } = ward;
  const at = key;
  const holds = (suffix: string, person: string, ...posts: readonly PostData[]): PersonData => ({
    username: `${key}.${suffix}`,
    name: person,
    posts,
  });
  const sits = (suffix: string, person: string, title: string) =>
    holds(suffix, person, { ...term, at, role: 'member', title });
  const clerk: PostData = {
    ...sealed,
    at,
    role: 'clerk',
    title: 'Công chức Văn phòng – Thống kê, làm văn thư',
  };
  return [
    holds('chutich', ward.chairman, {
      ...sealed,
      at,
      role: 'leader',
      capacity: 'head',
      title: `Chủ tịch UBND phường ${name}`,
    }),
    holds('phochutich', ward.deputy, {
      ...sealed,
      at,
      role: 'leader',
      capacity: 'deputy',
      title: `Phó Chủ tịch UBND phường ${name}`,
    }),
    holds(
      'canbo',
      ward.officer,
      { ...sealed, at, role: 'officer', title: 'Cán bộ làm công tác TĐKT' },
      { ...sealed, at, role: 'secretary', title: 'Thư ký Hội đồng TĐKT phường' },
      ...(ward.clerk === undefined ? [clerk] : []),
    ),
    ...(ward.clerk === undefined ? [] : [holds('vanthu', ward.clerk, clerk)]),
    sits('congan', ward.police, `Trưởng Công an phường ${name}`),
    sits('mattran', ward.front, `Chủ tịch Ủy ban MTTQ Việt Nam phường ${name}`),
    sits('phunu', ward.women, `Chủ tịch Hội LHPN phường ${name}`),
    sits('ccb', ward.veterans, `Chủ tịch Hội Cựu chiến binh phường ${name}`),
  ];
}

export const wardCouncil = ({ key, name }: Ward): CouncilData => ({
  key,
  organisation: key,
  name: `Hội đồng TĐKT phường ${name}`,
  from: term.from,
  foundingDecision: 'Quyết định thành lập Hội đồng TĐKT phường nhiệm kỳ 2016–2021',
  members: [
    { person: `${key}.chutich`, seat: 'chair' },
    { person: `${key}.phochutich`, seat: 'vice' },
    { person: `${key}.canbo`, seat: 'secretary' },
    ...['congan', 'mattran', 'phunu', 'ccb'].map((suffix) => ({
      person: `${key}.${suffix}`,
      seat: 'member' as const,
    })),
  ],
});
