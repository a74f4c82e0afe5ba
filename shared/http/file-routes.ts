import { z } from 'zod';
import { attachCommandSchema } from '#shared/domain/file.ts';
import { caseIdSchema, fileIdSchema } from '#shared/domain/id.ts';
import { attach, checkFile, readFileLink } from '#shared/use-cases/files/files.ts';
import { readReader } from '#shared/use-cases/views/reader.ts';
import { shown } from './answers.ts';
import { kindsUnder, listNouns, ofList, type ListNoun } from './list-routes.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'files';
const attaches = {
  method: 'POST',
  query: none,
  body: attachCommandSchema,
  answers: {
    201: {
      description:
        '`id`, and in `upload` the place that takes the bytes: send `fields`, then `file`, as multipart/form-data.',
      schema: z.object({
        id: z.string(),
        upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
      }),
    },
  },
  act: true,
  ifMatch: 'optional',
  summary: { vi: 'Đính kèm một tệp', en: 'Attach a file: get a signed place to put its bytes' },
} as const;

const attachToCaseRoute = route(
  {
    ...attaches,
    path: '/api/cases/:id/files',
    tag,
    access: { kind: 'caseAct', act: 'attach' },
    params: z.object({ id: caseIdSchema }),
    unknown: 'CaseNotFound',
  },
  async ({ ports, request, params, body }) => ({
    status: 201,
    body: await attach(ports, request, { case: params.id }, body, `${ports.publicUrl}/`),
  }),
);

function attachToListRoute(noun: ListNoun): ApiRoute {
  return route(
    {
      ...attaches,
      ...ofList(noun),
      path: `/api/${noun}/:id/files`,
      tag,
      access: { kind: 'listAct', act: 'attach' },
    },
    async ({ ports, request, params, body }) => {
      const target = { list: params.id, kinds: kindsUnder(noun) };
      return { status: 201, body: await attach(ports, request, target, body, `${ports.publicUrl}/`) };
    },
  );
}

const ofFile = { tag, params: z.object({ id: fileIdSchema }), unknown: 'FileNotFound' } as const;

const checkFileRoute = route(
  {
    ...ofFile,
    method: 'POST',
    path: '/api/files/:id/check',
    summary: {
      vi: 'Kiểm tra tệp đã tải lên',
      en: 'Look at what was uploaded: kept under its hash, or refused',
    },
    access: { kind: 'attaches' },
    query: none,
    body: none,
    answers: shown('The file: `state` is `kept`, or `refused` with a `reason`.'),
    act: true,
  },
  async ({ ports, request, params }) => ({ status: 200, body: await checkFile(ports, request, params.id) }),
);

const readFileRoute = route(
  {
    ...ofFile,
    method: 'GET',
    path: '/api/files/:id',
    summary: { vi: 'Tải một tệp', en: 'Download a file' },
    access: { kind: 'reads', what: 'file' },
    query: z.object({
      reason: z.string().max(2_000).optional().describe('Wanted for papers of a sealed case.'),
    }),
    body: none,
    answers: { 303: { description: 'The signed link, valid for five minutes, is in Location.' } },
  },
  async ({ ports, person, params, query }) => {
    const { actor } = await readReader(ports, person);
    return { status: 303, location: await readFileLink(ports, actor, params.id, query.reason) };
  },
);

export const fileRoutes: readonly ApiRoute[] = [
  attachToCaseRoute,
  ...listNouns.map(attachToListRoute),
  checkFileRoute,
  readFileRoute,
];
