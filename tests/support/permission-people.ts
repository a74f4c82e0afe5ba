import {
  areaSchema,
  organisationSchema,
  personSchema,
  roles,
  type Area,
  type Organisation,
  type Person,
  type Role,
} from '#shared/domain/directory.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { areas, december, idOf, organisations } from './small-directory.ts';

/**
 * For the permission walk: beside the small directory a second district and the city's offices, and in each of ten
 * organisations one person for each role, and one whose posts ended the day before.
 */

function area(code: string, kind: Area['kind'], parent: Area): Area {
  const facts = {
    id: idOf(`area-${code}`),
    kind,
    name: code,
    above: [parent.id, ...parent.above],
    successors: [],
    validFrom: '2010-01-01',
  };
  return areaSchema.parse(facts);
}

const otherDistrict = area('d2', 'district', areas.city);
const otherWard = area('w3', 'commune', otherDistrict);

export const moreAreas = [otherDistrict, otherWard];

type Office = Pick<Organisation, 'kind' | 'level'> & Partial<Pick<Organisation, 'functions'>>;

function office(code: string, serves: Area, facts: Office, superior?: Organisation): Organisation {
  return organisationSchema.parse({
    functions: [],
    ...facts,
    id: idOf(`org-${code}`),
    area: serves.id,
    superior: superior?.id,
    name: code,
    shortName: code,
    numberSuffix: 'UBND',
    headTitle: code,
    successors: [],
    validFrom: '2010-01-01',
  });
}

const city = office('city', areas.city, { kind: 'peoplesCommittee', level: 'province' });
const cityPolice = office('citypolice', areas.city, {
  kind: 'police',
  level: 'province',
  functions: ['movementBuilding'],
});
const cityAwards = office('cityawards', areas.city, {
  kind: 'department',
  level: 'province',
  functions: ['awardOffice'],
});
const otherCommittee = office('d2', otherDistrict, { kind: 'peoplesCommittee', level: 'district' }, city);
const otherPolice = office('p2', otherDistrict, { kind: 'police', level: 'district' }, cityPolice);
const foreignWard = office('w3', otherWard, { kind: 'peoplesCommittee', level: 'commune' }, otherCommittee);

export const moreOrganisations = [city, cityPolice, cityAwards, otherCommittee, otherPolice, foreignWard];

/** A round in which a nomination may go to the city instead. */
export const openRound = roundSchema.parse({
  ...december,
  id: idOf('round-walk'),
  forms: [
    ...december.forms,
    { form: 'BK_TINH', closingDay: '2020-11-20', councilDay: '2020-12-11', quotas: [] },
  ],
});

export const relations = ['own', 'sibling', 'parent', 'foreign'] as const;
export type Relation = (typeof relations)[number];

/** Where records of the walk stand, and who is what to them. */
export const targets = {
  ward: {
    own: organisations.wardCommittee,
    sibling: organisations.siblingCommittee,
    parent: organisations.districtCommittee,
    foreign: foreignWard,
  },
  police: {
    own: organisations.districtPolice,
    sibling: otherPolice,
    parent: cityPolice,
    foreign: foreignWard,
  },
  district: {
    own: organisations.districtCommittee,
    sibling: otherCommittee,
    parent: city,
    foreign: foreignWard,
  },
} as const satisfies Record<string, Record<Relation, Organisation>>;
export type Target = keyof typeof targets;

/** Who tries: by the organisation's place to the record, by role, with a post of today or of yesterday. */
export interface Walker {
  readonly person: Person;
  readonly organisation: Organisation;
  readonly role: Role;
  readonly past: boolean;
}

/** Clerks and secretaries are the named posts for what is sealed. */
const named: readonly Role[] = ['secretary', 'clerk'];

function walker(organisation: Organisation, role: Role, past: boolean): Walker {
  const code = `${past ? 'x' : 'w'}${organisation.id.slice(3, 14)}${role}`;
  const id = idOf(code);
  const person = personSchema.parse({
    id,
    username: code,
    name: `${role} ${organisation.shortName}`,
    email: `${id}@example.org`,
    language: 'en',
    posts: [
      {
        id,
        person: id,
        organisation: organisation.id,
        role,
        ...(role === 'leader' ? { capacity: 'deputy' } : {}),
        title: role,
        sealed: named.includes(role),
        from: '2016-07-01',
        ...(past ? { to: '2020-10-04' } : {}),
        instrument: '',
      },
    ],
  });
  return { person, organisation, role, past };
}

const everyOrganisation = new Set(Object.values(targets).flatMap((target) => Object.values(target)));

export const walkers: readonly Walker[] = [...everyOrganisation].flatMap((organisation) =>
  [false, true].flatMap((past) => roles.map((role) => walker(organisation, role, past))),
);

export function walkerAt(target: Target, role: Role, relation: Relation = 'own'): Walker {
  const organisation = targets[target][relation];
  const found = walkers.find((one) => one.organisation === organisation && one.role === role && !one.past);
  if (found === undefined) throw new Error(`no ${role} at ${organisation.shortName}`);
  return found;
}
