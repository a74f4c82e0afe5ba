import { z } from 'zod';
import {
  endPostSchema,
  foundOfficeSchema,
  keepCouncilSchema,
  newOrganisationSchema,
  newPeopleSchema,
  newPostSchema,
  placeOrganisationSchema,
  renameOrganisationSchema,
} from '#shared/domain/directory-command.ts';
import { areaSchema, councilSchema, organisationSchema, postSchema } from '#shared/domain/directory.ts';
import { organisationIdSchema, personIdSchema } from '#shared/domain/id.ts';
import { keepCouncil } from '#shared/use-cases/directory/councils.ts';
import { readDirectory, readRegister } from '#shared/use-cases/directory/directory-view.ts';
import { foundOffice } from '#shared/use-cases/directory/found-office.ts';
import { invitePerson } from '#shared/use-cases/directory/invite.ts';
import {
  addOrganisation,
  placeOrganisation,
  renameOrganisation,
} from '#shared/use-cases/directory/organisations.ts';
import { addPeople, endPost, givePost } from '#shared/use-cases/directory/people.ts';
import { actAnswers, acted, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

/** Setting an office up, and keeping its directory: what its administrators do. */

const tag = 'setup';
const access = { kind: 'officeAct', act: 'keepDirectory' } as const;
const act = { method: 'POST', tag, access, query: none, act: true } as const;
const ofOrganisation = {
  params: z.object({ id: organisationIdSchema }),
  unknown: 'OrganisationUnknown',
} as const;
const ofPerson = { params: z.object({ id: personIdSchema }), unknown: 'PersonNotFound' } as const;

const foundRoute = route(
  {
    ...act,
    path: '/api/office',
    summary: {
      vi: 'Thiết lập cơ quan trên hệ thống còn trống',
      en: 'Set up the office of an empty home: by whoever it was made for',
    },
    access: { kind: 'founder' },
    params: none,
    body: foundOfficeSchema,
    answers: madeAnswers,
  },
  async ({ ports, request, body }) => made(await foundOffice(ports, request, body), '/api/organisations'),
);

const addOrganisationRoute = route(
  {
    ...act,
    path: '/api/organisations',
    summary: { vi: 'Thêm cơ quan, đơn vị', en: 'Add an organisation, inside or outside the system' },
    params: none,
    body: newOrganisationSchema,
    answers: madeAnswers,
  },
  async ({ ports, request, body }) => made(await addOrganisation(ports, request, body), '/api/organisations'),
);

const placeOrganisationRoute = route(
  {
    ...act,
    ...ofOrganisation,
    path: '/api/organisations/:id/place',
    summary: {
      vi: 'Ghi cơ quan làm việc trong hay ngoài hệ thống',
      en: 'Say whether an organisation works in this system or outside it',
    },
    body: placeOrganisationSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) => acted(await placeOrganisation(ports, request, params.id, body)),
);

const renameOrganisationRoute = route(
  {
    ...act,
    ...ofOrganisation,
    path: '/api/organisations/:id/name',
    summary: {
      vi: 'Sửa tên cơ quan, kể từ hôm nay; văn bản đã ban hành giữ tên cũ',
      en: 'Rename an organisation from today on; what was issued keeps the name that it was issued under',
    },
    body: renameOrganisationSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) =>
    acted(await renameOrganisation(ports, request, params.id, body)),
);

const addPeopleRoute = route(
  {
    ...act,
    path: '/api/people',
    summary: {
      vi: 'Thêm người và vị trí công tác; người đã có thì bổ sung vị trí còn thiếu',
      en: 'Add people with their posts, each with a result of its own; who is there gets what is missing',
    },
    params: none,
    body: newPeopleSchema,
    answers: shown('`results`, one a person, in their order.'),
  },
  async ({ ports, request, body }) => {
    const { answer, results } = await addPeople(ports, request, body);
    return { status: 200, body: { ...answer, results } };
  },
);

const givePostRoute = route(
  {
    ...act,
    ...ofPerson,
    path: '/api/people/:id/posts',
    summary: { vi: 'Giao thêm vị trí công tác', en: 'Give one more post' },
    body: newPostSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) => acted(await givePost(ports, request, params.id, body)),
);

const endPostRoute = route(
  {
    ...act,
    ...ofPerson,
    path: '/api/people/:id/end-post',
    summary: {
      vi: 'Kết thúc vị trí công tác; đã kết thúc thì không kéo dài được nữa',
      en: 'End a post, saying its last day and why; one that ends is never lengthened',
    },
    body: endPostSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) => acted(await endPost(ports, request, params.id, body)),
);

const inviteRoute = route(
  {
    ...act,
    ...ofPerson,
    path: '/api/people/:id/invite',
    summary: {
      vi: 'Cấp đường dẫn kích hoạt, hoặc đặt lại tài khoản',
      en: 'Give a one-time link; what opened the account before opens nothing any more. A retry is refused: LinkShown',
    },
    body: none,
    answers: shown(
      '`invitation`: link, end, and whether it was mailed.',
      z.looseObject({
        id: z.string(),
        invitation: z.object({ link: z.string(), expiresAt: z.string(), mailed: z.boolean() }),
      }),
    ),
  },
  async ({ ports, request, params }) => ({
    status: 200,
    body: await invitePerson(ports, request, params.id),
  }),
);

const keepCouncilRoute = route(
  {
    ...act,
    ...ofOrganisation,
    path: '/api/organisations/:id/councils',
    summary: { vi: 'Lập hoặc kiện toàn Hội đồng', en: 'Form a council, or form it anew from a day on' },
    body: keepCouncilSchema,
    answers: actAnswers,
  },
  async ({ ports, request, params, body }) => acted(await keepCouncil(ports, request, params.id, body)),
);

const read = { method: 'GET', tag, access, query: none, body: none } as const;

const directoryRoute = route(
  {
    ...read,
    ...ofOrganisation,
    path: '/api/organisations/:id/directory',
    summary: {
      vi: 'Cơ quan, người, Hội đồng do quản trị giữ',
      en: 'What administrators of an organisation keep: people with their accounts, councils, other organisations',
    },
    answers: shown(
      'The organisation and what its administrators keep.',
      z.object({
        organisation: organisationSchema,
        areas: z.array(areaSchema),
        kept: z.array(organisationSchema),
        people: z.array(
          z.object({
            id: personIdSchema,
            name: z.string(),
            username: z.string(),
            email: z.string(),
            account: z.enum(['none', 'invited', 'lapsed', 'active']).optional(),
            posts: z.array(postSchema),
          }),
        ),
        councils: z.array(councilSchema),
      }),
    ),
  },
  async ({ ports, person, params }) => ({
    status: 200,
    body: await readDirectory(ports, person, params.id),
  }),
);

const registerRoute = route(
  {
    ...read,
    ...ofOrganisation,
    path: '/api/organisations/:id/register',
    summary: { vi: 'Nhật ký quản trị', en: 'What was done to the directory, newest first' },
    answers: shown(
      '`entries`, each with its words where they were not erased.',
      z.object({
        entries: z.array(z.looseObject({ seq: z.int(), at: z.string(), act: z.string(), by: z.string() })),
      }),
    ),
  },
  async ({ ports, person, params }) => ({
    status: 200,
    body: { entries: await readRegister(ports, person, params.id) },
  }),
);

export const setupRoutes: readonly ApiRoute[] = [
  foundRoute,
  addOrganisationRoute,
  placeOrganisationRoute,
  renameOrganisationRoute,
  addPeopleRoute,
  givePostRoute,
  endPostRoute,
  inviteRoute,
  keepCouncilRoute,
  directoryRoute,
  registerRoute,
];
