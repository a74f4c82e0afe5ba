import { z } from 'zod';
import { postsOn } from '#shared/domain/actor.ts';
import { councilSchema, organisationSchema, postSchema, roles } from '#shared/domain/directory.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { awardFormSchema } from '#shared/domain/law/award-form.ts';
import { instrumentSchema } from '#shared/domain/law/instrument.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import { tidyLine } from '#shared/domain/text.ts';
import {
  listOrganisations,
  readCouncils,
  readOrganisations,
  readPosts,
} from '#shared/records/directory-record.ts';
import { law } from '#shared/regimes/shipped.ts';
import { likenessesOf, toLikeness } from '#shared/use-cases/cases/likeness.ts';
import { readMe, readNames, readReader } from '#shared/use-cases/views/reader.ts';
import { shown } from './answers.ts';
import { none, route, type ApiRoute, type Call } from './route.ts';

const tag = 'directory';
const read = { method: 'GET', tag, access: { kind: 'signedIn' }, body: none } as const;
const everywhere = { ...read, params: none, query: none } as const;
const ofOrganisation = {
  ...read,
  params: z.object({ id: organisationIdSchema }),
  unknown: 'OrganisationUnknown',
} as const;

const meRoute = route(
  {
    ...everywhere,
    path: '/api/me',
    summary: {
      vi: 'Mình là ai, đang giữ những vị trí nào',
      en: 'Who you are and which posts you hold today',
    },
    answers: shown('The person with `posts`.'),
  },
  async ({ ports, person }) => ({ status: 200, body: await readMe(ports, person) }),
);

const organisationsRoute = route(
  {
    ...everywhere,
    path: '/api/organisations',
    summary: { vi: 'Danh mục cơ quan, đơn vị', en: 'All organisations, with validity' },
    answers: shown('`organisations`.', z.object({ organisations: z.array(organisationSchema) })),
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    return { status: 200, body: { organisations: await listOrganisations(ports.store) } };
  },
);

const awardFormsRoute = route(
  {
    ...everywhere,
    path: '/api/award-forms',
    summary: { vi: 'Danh mục hình thức khen thưởng', en: 'Award forms as dated data' },
    answers: shown(
      '`awardForms`; `instruments`: the texts that their terms cite by code.',
      z.object({ awardForms: z.array(awardFormSchema), instruments: z.array(instrumentSchema) }),
    ),
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    return { status: 200, body: { awardForms: law.data.forms, instruments: law.data.instruments } };
  },
);

async function requireOrganisation(
  call: Call<{ id: z.infer<typeof organisationIdSchema> }, unknown, unknown>,
) {
  const { ports, person, params } = call;
  await readReader(ports, person);
  const found = await readOrganisations(ports.store, [params.id]);
  if (!found.has(params.id)) throw new Refusal('OrganisationUnknown', { organisation: params.id }).at('id');
}

const councilsRoute = route(
  {
    ...ofOrganisation,
    path: '/api/organisations/:id/councils',
    summary: {
      vi: 'Các Hội đồng của một cơ quan',
      en: 'Councils of an organisation, with their members’ names',
    },
    query: none,
    answers: shown(
      '`councils`; each member has a `name` beside what stands here.',
      z.object({ councils: z.array(councilSchema) }),
    ),
  },
  async (call) => {
    await requireOrganisation(call);
    const { ports, params } = call;
    const councils = await readCouncils(ports.store, params.id);
    const people = councils.flatMap((council) => council.members.map((member) => member.person));
    const names = await readNames(ports, [], people);
    const named = councils.map((council) => ({
      ...council,
      members: council.members.map((member) => ({ ...member, name: names.person(member.person) })),
    }));
    return { status: 200, body: { councils: named } };
  },
);

const postsRoute = route(
  {
    ...ofOrganisation,
    path: '/api/organisations/:id/posts',
    summary: {
      vi: 'Ai đang giữ vị trí nào ở một cơ quan',
      en: 'Posts of an organisation that hold today, with names',
    },
    query: z.object({ role: z.enum(roles).optional() }),
    answers: shown(
      '`posts`; each has a `name` beside what stands here.',
      z.object({ posts: z.array(postSchema) }),
    ),
  },
  async (call) => {
    await requireOrganisation(call);
    const { ports, params, query } = call;
    const held = await readPosts(ports.store, params.id, ports.clock.today());
    const own = held.some((post) => post.person === call.person);
    const posts = held.filter((post) => query.role === undefined || post.role === query.role);
    const people = posts.map((post) => post.person);
    const names = await readNames(ports, [], people);
    return {
      status: 200,
      // Who is named for sealed cases is told to the own office only.
      body: {
        posts: posts.map((post) => ({
          ...post,
          sealed: own && post.sealed,
          name: names.person(post.person),
        })),
      },
    };
  },
);

const subjectsRoute = route(
  {
    ...read,
    path: '/api/subjects',
    summary: {
      vi: 'Đối tượng trùng tên và năm sinh',
      en: 'Subjects of like name and birth year; never a sealed one',
    },
    access: { kind: 'officeAct', act: 'nominate' },
    params: none,
    query: z.object({
      kind: z.enum(subjectKinds),
      name: z
        .string()
        .transform(tidyLine)
        .pipe(z.string().min(1, { error: 'empty' }).max(200, { error: 'tooLong' })),
      birthYear: z
        .string()
        .regex(/^\d{4}$/, { error: 'notAYear' })
        .optional(),
    }),
    answers: shown('`subjects`: name, birth year, unit and residential group, never more.'),
  },
  async ({ ports, person, query }) => {
    const { actor } = await readReader(ports, person);
    const nominating: readonly string[] = officeRules.nominate.roles;
    if (!postsOn(actor, ports.clock.today()).some((post) => nominating.includes(post.role))) {
      throw new Refusal('ActNotYours', { roles: officeRules.nominate.roles });
    }
    const { kind, name, birthYear } = query;
    const found = await likenessesOf(ports, {
      kind,
      name,
      birthYear: birthYear === undefined ? undefined : Number(birthYear),
    });
    return { status: 200, body: { subjects: found.filter((subject) => !subject.sealed).map(toLikeness) } };
  },
);

export const directoryRoutes: readonly ApiRoute[] = [
  meRoute,
  organisationsRoute,
  councilsRoute,
  postsRoute,
  awardFormsRoute,
  subjectsRoute,
];
