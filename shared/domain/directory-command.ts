import { z } from 'zod';
import { limits, line, text } from './case-command.ts';
import { capacities, councilSchema, organisationFunctions, organisationKinds, roles } from './directory.ts';
import { areaIdSchema, councilIdSchema, organisationIdSchema, personIdSchema, postIdSchema } from './id.ts';
import { tidyLine } from './text.ts';
import { civilDateSchema } from './time.ts';

/** What setting up and keeping the directory of an office says. */

/** What people type before `{area}` tells its kind: a bare `Sở Dầu` could be anything. */
const areaName = (kinds: RegExp) =>
  line(limits.name).refine((name) => kinds.test(name), { error: 'areaKindMissing' });
const communeName = /^(phường|xã|đặc khu) \S/i;
const provinceName = /^(tỉnh|thành phố) \S/i;

export const foundOfficeSchema = z.object({
  /** Code of an office kind: shared/regimes/office-kinds.ts. */
  office: z.string().min(1, { error: 'empty' }),
  /** `Phường Sở Dầu`; of an office of a whole province, nothing. */
  commune: areaName(communeName).optional(),
  /** `Thành phố Hải Phòng`. */
  province: areaName(provinceName),
});

export const newOrganisationSchema = z.object({
  /** Whose administrators keep its directory from now on. */
  keeper: organisationIdSchema,
  kind: z.enum(organisationKinds),
  functions: z.array(z.enum(organisationFunctions)).default([]),
  /** An area that is there; or a new one inside the keeper's. */
  area: areaIdSchema.optional(),
  newArea: areaName(communeName).optional(),
  name: line(),
  shortName: line(),
  numberSuffix: line(20),
  headTitle: line(),
  superior: organisationIdSchema.optional(),
  outside: z.boolean(),
});

export const placeOrganisationSchema = z.object({ outside: z.boolean() });

/** From today on; what was issued before keeps the name that it was issued under. */
export const renameOrganisationSchema = z.object({ name: line(), shortName: line(), headTitle: line() });

/** As people type it to sign in: folded to small letters; unique in the home. */
const username = z
  .string()
  .transform((typed) => tidyLine(typed).toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: 'empty' })
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, { error: 'notAUsername' }),
  );

const email = z
  .string()
  .transform(tidyLine)
  .pipe(z.union([z.literal(''), z.email({ error: 'notAnEmail' })], { error: 'notAnEmail' }));

export const newPostSchema = z
  .object({
    organisation: organisationIdSchema,
    role: z.enum(roles),
    capacity: z.enum(capacities).optional(),
    title: line(),
    /** Named to handle sealed cases. */
    sealed: z.boolean().default(false),
    from: civilDateSchema,
    to: civilDateSchema.optional(),
    /** The decision by which it was given. */
    instrument: line(),
  })
  .refine(({ role, capacity }) => role !== 'leader' || capacity !== undefined, {
    error: 'capacityMissing',
    path: ['capacity'],
  })
  .refine(({ role, capacity }) => role === 'leader' || capacity === undefined, {
    error: 'capacityOfLeaders',
    path: ['capacity'],
  })
  .refine(({ from, to }) => to === undefined || from <= to, { error: 'beforeStart', path: ['to'] });
export type NewPost = z.infer<typeof newPostSchema>;

export const newPersonSchema = z.object({
  name: line(limits.name),
  username,
  email: email.default(''),
  posts: z.array(newPostSchema).min(1, { error: 'empty' }).max(10, { error: 'tooMany' }),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Who sets an empty home up, as typed at a terminal. */
export const founderSchema = newPersonSchema.omit({ posts: true });

export const newPeopleSchema = z.object({
  people: z.array(newPersonSchema).min(1, { error: 'empty' }).max(200, { error: 'tooMany' }),
});

export const endPostSchema = z.object({
  post: postIdSchema,
  /** The last day on which it holds. */
  to: civilDateSchema,
  reason: text(),
});

const { seat } = councilSchema.shape.members.element.shape;
export const keepCouncilSchema = z.object({
  /** Absent: a new one. Else members who are left out have sat to the day before `from`. */
  council: councilIdSchema.optional(),
  name: line(),
  standing: z.boolean().default(false),
  foundingDecision: line(),
  from: civilDateSchema,
  members: z
    .array(z.object({ person: personIdSchema, seat }))
    .min(3, { error: 'tooFew' })
    .max(60, { error: 'tooMany' }),
});
export type KeepCouncil = z.infer<typeof keepCouncilSchema>;
