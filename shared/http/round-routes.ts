import { z } from 'zod';
import { roundIdSchema } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { listRounds } from '#shared/records/directory-record.ts';
import { admissionSchema, admitLate, newRoundSchema, openRound } from '#shared/use-cases/rounds/rounds.ts';
import { readReader } from '#shared/use-cases/views/reader.ts';
import { actAnswers, acted, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'rounds';

const openRoundRoute = route(
  {
    method: 'POST',
    path: '/api/rounds',
    tag,
    summary: { vi: 'Mở đợt xét khen thưởng', en: 'Open a round of one’s own organisation' },
    access: { kind: 'officeAct', act: 'openRound' },
    params: none,
    query: none,
    body: newRoundSchema,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, body }) => made(await openRound(ports, request, body), '/api/rounds'),
);

const roundsRoute = route(
  {
    method: 'GET',
    path: '/api/rounds',
    tag,
    summary: { vi: 'Các đợt xét khen thưởng', en: 'All rounds, newest year first' },
    access: { kind: 'signedIn' },
    params: none,
    query: none,
    body: none,
    answers: shown('`rounds`.', z.object({ rounds: z.array(roundSchema) })),
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    return { status: 200, body: { rounds: await listRounds(ports.store) } };
  },
);

const admitRoute = route(
  {
    method: 'POST',
    path: '/api/rounds/:id/admissions',
    tag,
    summary: {
      vi: 'Cho một cơ quan gửi sau ngày chốt',
      en: 'Let one organisation in after the closing day, with reason',
    },
    access: { kind: 'officeAct', act: 'admitLate' },
    params: z.object({ id: roundIdSchema }),
    unknown: 'RoundNotFound',
    query: none,
    body: admissionSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) => acted(await admitLate(ports, request, params.id, body)),
);

export const roundRoutes: readonly ApiRoute[] = [openRoundRoute, roundsRoute, admitRoute];
