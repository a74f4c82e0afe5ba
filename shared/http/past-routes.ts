import { z } from 'zod';
import {
  caseIdSchema,
  organisationIdSchema,
  pastDecisionIdSchema,
  subjectIdSchema,
} from '#shared/domain/id.ts';
import { levels } from '#shared/domain/directory.ts';
import { correctPastSchema, importPastSchema, withdrawPastSchema } from '#shared/domain/past-command.ts';
import { pastDecisionSchema, pastRowSchema } from '#shared/domain/past-decision.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { historyKnownCommandSchema, sayHistoryKnown } from '#shared/use-cases/past/history-known.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { correctPast, withdrawPast } from '#shared/use-cases/past/mend-past.ts';
import { readPastList, readPastQuestions, readPastView } from '#shared/use-cases/past/past-view.ts';
import { readEarlierAwards } from '#shared/use-cases/subjects/award-history.ts';
import { actAnswers, acted, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

/** Award history: decisions of before, brought in with their rows. */

const tag = 'past decisions';
const keeps = { kind: 'officeAct', act: 'keepPast' } as const;
const reads = { kind: 'officeAct', act: 'readPast' } as const;
const ofDecision = {
  params: z.object({ id: pastDecisionIdSchema }),
  unknown: 'PastDecisionNotFound',
} as const;

const importRoute = route(
  {
    method: 'POST',
    path: '/api/past-decisions',
    tag,
    summary: {
      vi: 'Nhập một quyết định đã ban hành',
      en: 'Bring in a decision of before with its rows; sent again, it goes on where it was cut off',
    },
    access: keeps,
    params: none,
    query: none,
    body: importPastSchema,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, body }) => made(await importPast(ports, request, body), '/api/past-decisions'),
);

const likeness = z.object({
  id: subjectIdSchema,
  name: z.string(),
  birthYear: z.int().optional(),
  unit: z.string(),
  residentialGroup: z.string().optional(),
});

const checkRoute = route(
  {
    method: 'POST',
    path: '/api/past-decisions/check',
    tag,
    summary: {
      vi: 'Xem trước: ai trong các dòng có thể đã có trong hệ thống',
      en: 'Look before: who of the rows may be known already. Saves nothing',
    },
    access: keeps,
    params: none,
    query: none,
    body: importPastSchema,
    answers: shown(
      '`questions`: one a row that an answer is asked about.',
      z.object({
        questions: z.array(z.object({ line: z.int(), known: z.array(likeness), twins: z.array(z.int()) })),
      }),
    ),
  },
  async ({ ports, person, body }) => ({
    status: 200,
    body: { questions: await readPastQuestions(ports, person, body) },
  }),
);

const knownSchema = z.object({ level: z.enum(levels), since: civilDateSchema });

const listRoute = route(
  {
    method: 'GET',
    path: '/api/past-decisions',
    tag,
    summary: { vi: 'Các quyết định đã nhập', en: 'Decisions of before that an organisation brought in' },
    access: reads,
    params: none,
    query: z.object({ organisation: organisationIdSchema }),
    body: none,
    answers: shown(
      '`decisions`, newest first; `known`: since when all of a level are here.',
      z.looseObject({ known: z.array(knownSchema), decisions: z.array(pastDecisionSchema) }),
    ),
  },
  async ({ ports, person, query }) => ({
    status: 200,
    body: await readPastList(ports, person, query.organisation),
  }),
);

const knownRoute = route(
  {
    method: 'POST',
    path: '/api/past-decisions/known',
    tag,
    summary: {
      vi: 'Ghi nhận quyết định của một cấp đã đầy đủ từ ngày nào',
      en: 'Say since when all past decisions of a level are here',
    },
    access: keeps,
    params: none,
    query: none,
    body: historyKnownCommandSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, body }) => acted(await sayHistoryKnown(ports, request, body)),
);

const oneRoute = route(
  {
    ...ofDecision,
    method: 'GET',
    path: '/api/past-decisions/:id',
    tag,
    summary: { vi: 'Một quyết định đã nhập', en: 'One decision of before: rows and history' },
    access: reads,
    query: none,
    body: none,
    answers: shown(
      '`decision`, `rows`, `timeline`.',
      z.looseObject({ decision: pastDecisionSchema, rows: z.array(pastRowSchema) }),
    ),
  },
  async ({ ports, person, params }) => {
    const { version, ...view } = await readPastView(ports, person, params.id);
    return { status: 200, body: view, version };
  },
);

const correctRoute = route(
  {
    ...ofDecision,
    method: 'POST',
    path: '/api/past-decisions/:id/correct',
    tag,
    summary: { vi: 'Đính chính hoặc bỏ một dòng', en: 'Mend or withdraw one row, with a reason' },
    access: keeps,
    query: none,
    body: correctPastSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) => acted(await correctPast(ports, request, params.id, body)),
);

const withdrawRoute = route(
  {
    ...ofDecision,
    method: 'POST',
    path: '/api/past-decisions/:id/withdraw',
    tag,
    summary: { vi: 'Rút quyết định đã nhập nhầm', en: 'Take a whole decision back, with a reason' },
    access: keeps,
    query: none,
    body: withdrawPastSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) => acted(await withdrawPast(ports, request, params.id, body)),
);

/** Of a case: under `/api/cases`, for those who may read it. */
export const earlierAwardsRoute = route(
  {
    method: 'GET',
    path: '/api/cases/:id/earlier-awards',
    tag,
    summary: {
      vi: 'Khen thưởng trước đây của đối tượng',
      en: 'Earlier awards of the subject and of all told to be the same; `knownSince`: from when on all are known',
    },
    access: { kind: 'reads', what: 'case' },
    params: z.object({ id: caseIdSchema }),
    unknown: 'CaseNotFound',
    query: none,
    body: none,
    answers: shown(
      '`awards`, newest first.',
      z.looseObject({ knownSince: civilDateSchema.optional(), awards: z.array(z.looseObject({})) }),
    ),
  },
  async ({ ports, person, params }) => ({
    status: 200,
    body: await readEarlierAwards(ports, person, params.id),
  }),
);

export const pastRoutes: readonly ApiRoute[] = [
  importRoute,
  checkRoute,
  listRoute,
  knownRoute,
  oneRoute,
  correctRoute,
  withdrawRoute,
];
