import { z } from 'zod';
import { areaIdSchema, councilIdSchema, organisationIdSchema, personIdSchema, postIdSchema } from './id.ts';
import { addDays, civilDateSchema, type CivilDate } from './time.ts';

const areaKinds = ['province', 'district', 'commune', 'residentialGroup'] as const;
export const levels = ['commune', 'district', 'province', 'central'] as const;
export const organisationKinds = [
  'peoplesCommittee',
  'police',
  'department',
  'steeringCommittee',
  'union',
  'school',
  'enterprise',
  'ministry',
] as const;
export const organisationFunctions = ['awardOffice', 'movementBuilding', 'fireSafety'] as const;
export const roles = [
  'proposer',
  'officer',
  'secretary',
  'member',
  'leader',
  'clerk',
  'organiser',
  'administrator',
  'auditor',
] as const;
export const capacities = ['head', 'deputy'] as const;

export type Role = (typeof roles)[number];

const validity = { validFrom: civilDateSchema, validTo: civilDateSchema.optional() };

/** A territory; it never acts. Successors are many-to-many: a ward may be split and merged on one day. */
export const areaSchema = z.object({
  id: areaIdSchema,
  kind: z.enum(areaKinds),
  name: z.string(),
  /** Areas that it lies in, the nearest first, up to the province. */
  above: z.array(areaIdSchema),
  successors: z.array(areaIdSchema),
  ...validity,
});
export type Area = z.infer<typeof areaSchema>;

/** An office that acts, serving one area. Two offices on one area (UBND quận, Công an quận) are two organisations. */
export const organisationSchema = z.object({
  id: organisationIdSchema,
  kind: z.enum(organisationKinds),
  level: z.enum(levels),
  functions: z.array(z.enum(organisationFunctions)),
  area: areaIdSchema,
  superior: organisationIdSchema.optional(),
  /** In full, as documents print it: `Ủy ban nhân dân phường Sở Dầu`. */
  name: z.string(),
  /** As people say it: `UBND phường Sở Dầu`. */
  shortName: z.string(),
  /** The letters after the type in document numbers: `UBND`, `CAQ`. */
  numberSuffix: z.string(),
  /** Who signs there, in full: `Chủ tịch UBND phường Sở Dầu`. */
  headTitle: z.string(),
  /** Names before the present one, the oldest first, each up to the day before `until`. */
  formerNames: z
    .array(
      z.object({
        name: z.string(),
        shortName: z.string(),
        /** Absent where it was renamed before titles were kept. */
        headTitle: z.string().optional(),
        until: civilDateSchema,
      }),
    )
    .optional(),
  successors: z.array(organisationIdSchema),
  /** Its people don't work in this system: papers reach it by post, what it decides is recorded from outside. */
  outside: z.literal(true).optional(),
  /** Whose administrators keep its directory beside its own. */
  keptBy: organisationIdSchema.optional(),
  ...validity,
});
export type Organisation = z.infer<typeof organisationSchema>;

export type OrganisationNames = Pick<Organisation, 'name' | 'shortName' | 'headTitle'>;

/** Its names as they were at the end of a day. */
export function namesOn(organisation: Organisation, day: CivilDate): OrganisationNames {
  const {
    name,
    shortName,
    headTitle = organisation.headTitle,
  } = organisation.formerNames?.find(({ until }) => day < until) ?? organisation;
  return { name, shortName, headTitle };
}

/** The organisation under other names from a day on. What it was called for less than a day leaves no trace in it. */
export function renamed(organisation: Organisation, names: OrganisationNames, day: CivilDate): Organisation {
  const before = namesOn(organisation, addDays(day, -1));
  const earlier = (organisation.formerNames ?? []).filter(({ until }) => until < day);
  const formerNames = sameNames(before, names) ? earlier : [...earlier, { ...before, until: day }];
  return { ...organisation, ...names, formerNames };
}

export const sameNames = (one: OrganisationNames, other: OrganisationNames): boolean =>
  one.name === other.name && one.shortName === other.shortName && one.headTitle === other.headTitle;

/** Person × organisation × role × capacity × from–to × instrument. One person may hold several. */
export const postSchema = z.object({
  id: postIdSchema,
  person: personIdSchema,
  organisation: organisationIdSchema,
  role: z.enum(roles),
  capacity: z.enum(capacities).optional(),
  title: z.string(),
  /** Named by the organisation to handle sealed cases. */
  sealed: z.boolean(),
  from: civilDateSchema,
  to: civilDateSchema.optional(),
  instrument: z.string(),
});
export type Post = z.infer<typeof postSchema>;

/** How far back a post may begin or end: further would reach into what others did. A decision arrives within weeks. */
export const postDaysBack = 30;

/** A person and all posts on record, in one item: an act reads it once and its commit checks that it still stands. */
export const personSchema = z.object({
  id: personIdSchema,
  username: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(['vi', 'en']),
  posts: z.array(postSchema),
});
export type Person = z.infer<typeof personSchema>;

export const councilSchema = z.object({
  id: councilIdSchema,
  organisation: organisationIdSchema,
  name: z.string(),
  standing: z.boolean(),
  members: z.array(
    z.object({
      person: personIdSchema,
      seat: z.enum(['chair', 'vice', 'member', 'secretary']),
      from: civilDateSchema,
      to: civilDateSchema.optional(),
    }),
  ),
  foundingDecision: z.string(),
});
export type Council = z.infer<typeof councilSchema>;

/** Both ends count: a post from 01/01 to 31/12 holds on both days. */
export function holdsOn(span: { from: CivilDate; to?: CivilDate | undefined }, day: CivilDate): boolean {
  return span.from <= day && (span.to === undefined || day <= span.to);
}

export function validOn(
  thing: { validFrom: CivilDate; validTo?: CivilDate | undefined },
  day: CivilDate,
): boolean {
  return thing.validFrom <= day && (thing.validTo === undefined || day <= thing.validTo);
}

/** Members of the council on a day: the total on which majorities are counted. */
export function membersOn(council: Council, day: CivilDate): Council['members'] {
  return council.members.filter((member) => holdsOn(member, day));
}
