import { z } from 'zod';
import {
  areaSchema,
  councilSchema,
  organisationSchema,
  personSchema,
  type Area,
  type Council,
  type Organisation,
  type Person,
  type Role,
} from '#shared/domain/directory.ts';
import {
  areaIdSchema,
  councilIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  type AreaId,
  type CouncilId,
  type OrganisationId,
  type PersonId,
  type PostId,
} from '#shared/domain/id.ts';
import { idOf } from './id-of.ts';

/** The directory of a demo as people write it: by short keys, one line a thing. */
export interface WorldData {
  readonly areas: readonly AreaData[];
  readonly organisations: readonly OrganisationData[];
  readonly people: readonly PersonData[];
  readonly councils: readonly CouncilData[];
}

export interface AreaData {
  readonly key: string;
  readonly kind: Area['kind'];
  readonly name: string;
  readonly parent?: string;
  readonly successors?: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string;
}

export interface OrganisationData {
  readonly key: string;
  readonly kind: Organisation['kind'];
  readonly level: Organisation['level'];
  readonly functions?: Organisation['functions'];
  readonly area: string;
  readonly superior?: string;
  readonly name: string;
  readonly shortName: string;
  readonly numberSuffix: string;
  readonly headTitle: string;
  readonly validFrom: string;
  readonly validTo?: string;
}

export interface PostData {
  readonly at: string;
  readonly role: Role;
  readonly capacity?: 'head' | 'deputy';
  readonly title: string;
  readonly sealed?: boolean;
  readonly from: string;
  readonly instrument: string;
}

export interface PersonData {
  readonly username: string;
  readonly name: string;
  readonly posts: readonly PostData[];
}

export interface CouncilData {
  readonly key: string;
  readonly organisation: string;
  readonly name: string;
  readonly from: string;
  readonly foundingDecision: string;
  /** Usernames by seat; the first is the chair. */
  readonly members: readonly { readonly person: string; readonly seat: Council['members'][number]['seat'] }[];
}

const areaId = (key: string): AreaId => areaIdSchema.parse(idOf(`area/${key}`));
export const organisationId = (key: string): OrganisationId =>
  organisationIdSchema.parse(idOf(`organisation/${key}`));
export const personId = (username: string): PersonId => personIdSchema.parse(idOf(`person/${username}`));
export const councilId = (key: string): CouncilId => councilIdSchema.parse(idOf(`council/${key}`));
export const postId = (username: string, organisation: string, role: Role): PostId =>
  postIdSchema.parse(idOf(`post/${username}/${organisation}/${role}`));

/** The directory as the records keep it, checked by the schemas of the domain. */
export interface World {
  readonly areas: readonly Area[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly councils: readonly Council[];
}

export function worldOf(data: WorldData): World {
  return {
    areas: z.array(areaSchema).parse(data.areas.map((area) => areaOf(area, data.areas))),
    organisations: z.array(organisationSchema).parse(data.organisations.map(organisationOf)),
    people: z.array(personSchema).parse(data.people.map(personOf)),
    councils: z.array(councilSchema).parse(data.councils.map(councilOf)),
  };
}

const areaOf = ({ key, parent, successors, ...area }: AreaData, all: readonly AreaData[]) => ({
  ...area,
  id: areaId(key),
  successors: (successors ?? []).map(areaId),
  above: fromBelow(parent, all).map(areaId),
});

function fromBelow(key: string | undefined, all: readonly AreaData[]): string[] {
  if (key === undefined) return [];
  return [key, ...fromBelow(all.find((area) => area.key === key)?.parent, all)];
}

const organisationOf = ({ key, area, superior, functions, ...organisation }: OrganisationData) => ({
  ...organisation,
  id: organisationId(key),
  area: areaId(area),
  functions: functions ?? [],
  successors: [],
  ...(superior === undefined ? {} : { superior: organisationId(superior) }),
});

const personOf = ({ username, name, posts }: PersonData) => ({
  id: personId(username),
  username,
  name,
  email: `${username}@vinhdanh.example`,
  language: 'vi',
  posts: posts.map(({ at, sealed, ...post }) => ({
    ...post,
    id: postId(username, at, post.role),
    person: personId(username),
    organisation: organisationId(at),
    sealed: sealed ?? false,
  })),
});

const councilOf = ({ key, organisation, name, from, foundingDecision, members }: CouncilData) => ({
  id: councilId(key),
  organisation: organisationId(organisation),
  name,
  standing: false,
  foundingDecision,
  members: members.map(({ person, seat }) => ({ person: personId(person), seat, from })),
});
