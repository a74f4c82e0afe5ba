import {
  organisationSchema,
  personSchema,
  type Organisation,
  type Person,
} from '#shared/domain/directory.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadRound, organisationWrites, personWrites, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import type { Desk } from './case-walk.ts';
import { areas, december, organisations } from './small-directory.ts';
import type { TestHome } from './test-home.ts';

/** The offices of the city, for ways that lead beyond the district. */

const idOf = (name: string): string =>
  `01Z${name.toUpperCase().replaceAll('-', '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')}`.padEnd(
    26,
    '0',
  );

function cityOffice(code: string, change: Partial<Organisation>): Organisation {
  return organisationSchema.parse({
    ...organisations.districtPolice,
    id: idOf(`org-${code}`),
    area: areas.city.id,
    level: 'province',
    ...change,
  });
}

const movement = cityOffice('pv5', { functions: ['movementBuilding'], name: 'Phòng Xây dựng phong trào' });
const awardOffice = cityOffice('tdkt', {
  kind: 'department',
  functions: ['awardOffice'],
  name: 'Ban Thi đua, khen thưởng',
});
const committee = cityOffice('city', { kind: 'peoplesCommittee', name: 'Ủy ban nhân dân thành phố' });

function person(code: string, at: Organisation, duty: object): Person {
  const id = idOf(`person-${code}`);
  const post = {
    sealed: false,
    id: idOf(`post-${code}`),
    person: id,
    organisation: at.id,
    from: '2016-07-01',
    instrument: 'Quyết định',
    title: code,
    ...duty,
  };
  return personSchema.parse({
    id,
    username: code,
    name: code,
    email: `${code}@haiphong.example`,
    language: 'vi',
    posts: [post],
  });
}

const deskOf = (code: string, at: Organisation): Desk => ({
  organisation: at.id,
  officer: person(`${code}-a`, at, { role: 'officer' }),
  leader: person(`${code}-b`, at, { role: 'leader', capacity: 'head' }),
  clerk: person(`${code}-c`, at, { role: 'clerk' }),
});
export const city = {
  movement: deskOf('pv5', movement),
  awards: deskOf('tdkt', awardOffice),
  chairman: deskOf('city', committee),
};

/** The city’s offices and people; the round of December takes these forms, too. */
export async function withTheCity(home: TestHome, forms: readonly string[] = ['BK_TINH']): Promise<void> {
  const { store } = home.ports;
  await store.commit([movement, awardOffice, committee].flatMap(organisationWrites));
  for (const desk of Object.values(city)) {
    for (const one of [desk.officer, desk.leader, desk.clerk])
      await store.commit(personWrites(undefined, one));
  }
  const [item] = await store.get([keys.round(december.id)]);
  const days = { closingDay: '2020-11-20', councilDay: '2020-12-11', quotas: [] };
  const more = forms.map((form) => ({ form, ...days }));
  await store.commit([
    roundWrite(loadRound(item), roundSchema.parse({ ...december, forms: [...december.forms, ...more] })),
  ]);
}
