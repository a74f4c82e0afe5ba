import { z } from 'zod';
import { ceremonyCommands, newCeremonySchema } from '#shared/domain/ceremony.ts';
import { ceremonyIdSchema } from '#shared/domain/id.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { actOnCeremony, type SingleCeremonyAct } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { readCeremonies, readCeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { ceremonyActSummaries } from './act-summaries.ts';
import { actAnswers, acted, kebab, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'ceremonies';
const ofCeremony = {
  tag,
  params: z.object({ id: ceremonyIdSchema }),
  unknown: 'CeremonyNotFound',
  query: none,
} as const;
const acts = { ...ofCeremony, method: 'POST', answers: actAnswers, act: true, ifMatch: 'optional' } as const;

const newCeremonyRoute = route(
  {
    method: 'POST',
    path: '/api/ceremonies',
    tag,
    summary: { vi: 'Lập một buổi trao tặng', en: 'Plan a ceremony: its host, its day, its place' },
    access: { kind: 'officeAct', act: 'holdCeremony' },
    params: none,
    query: none,
    body: newCeremonySchema,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, body }) => made(await newCeremony(ports, request, body), '/api/ceremonies'),
);

const ceremoniesRoute = route(
  {
    method: 'GET',
    path: '/api/ceremonies',
    tag,
    summary: { vi: 'Các buổi trao tặng', en: 'Ceremonies you may read, soonest first' },
    access: { kind: 'reads', what: 'ceremony' },
    params: none,
    query: z.object({ from: civilDateSchema.optional(), to: civilDateSchema.optional() }),
    body: none,
    answers: shown('`ceremonies`.'),
  },
  async ({ ports, person, query }) => ({
    status: 200,
    body: { ceremonies: await readCeremonies(ports, person, query) },
  }),
);

const ceremonyRoute = route(
  {
    ...ofCeremony,
    method: 'GET',
    path: '/api/ceremonies/:id',
    summary: { vi: 'Một buổi trao tặng, theo lượt trao', en: 'One ceremony with its presentation groups' },
    access: { kind: 'reads', what: 'ceremony' },
    body: none,
    answers: shown('The ceremony; its `version` is the ETag.'),
  },
  async ({ ports, person, params }) => {
    const body = await readCeremonyView(ports, person, params.id);
    return { status: 200, body, version: body.version };
  },
);

const drawRoute = route(
  {
    ...acts,
    path: '/api/ceremonies/:id/draw',
    summary: ceremonyActSummaries.draw,
    access: { kind: 'ceremonyAct', act: 'draw' },
    body: ceremonyCommands.draw,
  },
  async ({ ports, request, params, body }) => {
    const { answer, results } = await drawAwards(ports, request, params.id, body);
    return { status: 200, body: { ...answer, results }, version: answer.version };
  },
);

function ceremonyActRoute(name: SingleCeremonyAct): ApiRoute {
  return route(
    {
      ...acts,
      path: `/api/ceremonies/:id/${kebab(name)}`,
      summary: ceremonyActSummaries[name],
      access: { kind: 'ceremonyAct', act: name },
      body: ceremonyCommands[name],
    },
    async ({ ports, request, params, body }) =>
      acted(await actOnCeremony(ports, request, params.id, name, body)),
  );
}

const single = [
  'arrange',
  'takeOut',
  'regroup',
  'cancel',
  'handOver',
] as const satisfies readonly SingleCeremonyAct[];

export const ceremonyRoutes: readonly ApiRoute[] = [
  newCeremonyRoute,
  ceremoniesRoute,
  ceremonyRoute,
  drawRoute,
  ...single.map(ceremonyActRoute),
];
