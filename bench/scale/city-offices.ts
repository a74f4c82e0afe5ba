import {
  councilSchema,
  organisationSchema,
  personSchema,
  type Organisation,
  type Person,
} from '#shared/domain/directory.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import type { Lane } from '#shared/domain/route-template.ts';
import { roundSchema } from '#shared/domain/round.ts';
import type { Store } from '#shared/ports.ts';
import {
  councilWrites,
  loadRound,
  organisationWrites,
  personWrites,
  roundWrite,
} from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { desks, type Desk, type Sitting } from '#tests/support/case-walk.ts';
import { areas, councils, december, idOf, organisations } from '#tests/support/small-directory.ts';

/** The offices of the city above the small directory's district, and a round in which every form is open. */

function office(code: string, change: Partial<Organisation>): Organisation {
  const above = { ...organisations.districtPolice, level: 'province', area: areas.city.id };
  return organisationSchema.parse({ ...above, id: idOf(`org-city-${code}`), ...change });
}

function person(code: string, at: Organisation, duty: object): Person {
  const id = idOf(`person-${code}`);
  const post = {
    id: idOf(`post-${code}`),
    person: id,
    organisation: at.id,
    title: code,
    sealed: false,
    ...duty,
  };
  return personSchema.parse({
    id,
    username: code,
    name: code,
    email: `${code}@haiphong.example`,
    language: 'vi',
    posts: [{ ...post, from: '2016-07-01', instrument: 'Quyết định' }],
  });
}

const offices = [
  office('pv', { functions: ['movementBuilding'], name: 'Phòng Xây dựng phong trào' }),
  office('aw', { kind: 'department', functions: ['awardOffice'], name: 'Ban Thi đua, khen thưởng' }),
  office('pc', { kind: 'peoplesCommittee', name: 'Ủy ban nhân dân thành phố' }),
];

/** Of two levels: the police of the ward hold a step, too. */
const wardPolice = office('wp', { level: 'commune', area: areas.ward.id, name: 'Công an phường' });

const deskAt = (at: Organisation, code: string): Desk => ({
  organisation: at.id,
  officer: person(`${code}-officer`, at, { role: 'officer' }),
  leader: person(`${code}-leader`, at, { role: 'leader', capacity: 'head' }),
  clerk: person(`${code}-clerk`, at, { role: 'clerk' }),
});

export const wardPoliceDesk = deskAt(wardPolice, 'wp');
const moreDesks = [
  wardPoliceDesk,
  ...offices.map((at, index) => deskAt(at, `city-${String.fromCharCode(97 + index)}`)),
];

export function deskOf(organisation: OrganisationId): Desk {
  const desk = [...Object.values(desks), ...moreDesks].find((one) => one.organisation === organisation);
  if (desk === undefined) throw new RangeError(`nobody sits at ${organisation}`);
  return desk;
}

/** Of each of the city's offices: its leader in the chair, its officer as a member. */
const citySittings = moreDesks.map((desk, index): Sitting => {
  const at = organisationSchema.parse({ ...offices[0], id: desk.organisation });
  const secretary = person(`city-secretary-${String.fromCharCode(97 + index)}`, at, { role: 'secretary' });
  const members = [
    { person: desk.leader.id, seat: 'chair' },
    { person: desk.officer.id, seat: 'member' },
    { person: secretary.id, seat: 'secretary' },
  ].map((seat) => ({ ...seat, from: '2016-07-01' }));
  const council = councilSchema.parse({
    ...councils.district,
    id: idOf(`council-${desk.leader.username}`),
    organisation: desk.organisation,
    members,
  });
  return { council, secretary, chair: desk.leader };
});

/** The council of the office, where it isn't one of the small directory. */
export function sittingOf(organisation: OrganisationId): 'ward' | 'district' | Sitting {
  if (organisation === desks.ward.organisation) return 'ward';
  return citySittings.find(({ council }) => council.organisation === organisation) ?? 'district';
}

const allForms = ['GK_HUYEN', 'BK_TINH', 'KNC_ANTQ', 'GK_XA', 'GK_CAT', 'BK_BCA'];

interface CityDays {
  /** Of all forms: the law of its year is what a case goes by. */
  readonly closing: string;
  readonly lane?: Lane | undefined;
  /** Whether the city's offices work elsewhere. */
  readonly outside?: boolean | undefined;
}

export async function openTheCity(
  store: Store,
  { closing, lane = december.lane, outside = false }: CityDays,
): Promise<void> {
  const above = outside ? offices.map((one): Organisation => ({ ...one, outside: true })) : offices;
  await store.commit([...above, wardPolice].flatMap(organisationWrites));
  for (const desk of moreDesks) {
    for (const one of [desk.officer, desk.leader, desk.clerk])
      await store.commit(personWrites(undefined, one));
  }
  for (const { council, secretary } of citySittings)
    await store.commit([...personWrites(undefined, secretary), ...councilWrites(council)]);
  const [item] = await store.get([keys.round(december.id)]);
  const days = { closingDay: closing, councilDay: closing, quotas: [] };
  const forms = allForms.map((form) => ({ form, ...days }));
  await store.commit([roundWrite(loadRound(item), roundSchema.parse({ ...december, lane, forms }))]);
}
