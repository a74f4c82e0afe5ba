import { z } from 'zod';
import {
  caseCommands,
  newModelProposalSchema,
  newNominationSchema,
  text,
  type CaseCommandName,
} from '#shared/domain/case-command.ts';
import { caseStatuses } from '#shared/domain/case.ts';
import { caseIdSchema, organisationIdSchema } from '#shared/domain/id.ts';
import { ruleStages } from '#shared/domain/rules/rule.ts';
import { recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate, proposeModel } from '#shared/use-cases/cases/new-case.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { checkNomination } from '#shared/use-cases/rules/check-nomination.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { readCases, verifyHistory } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readExpectedRoute } from '#shared/use-cases/views/expected-route.ts';
import { caseActSummaries } from './act-summaries.ts';
import { actAnswers, acted, kebab, made, madeAnswers, shown } from './answers.ts';
import { summaryOf } from './case-summary.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'cases';
const ofCase = { tag, params: z.object({ id: caseIdSchema }), unknown: 'CaseNotFound' } as const;
const casesQuery = z.object({
  organisation: organisationIdSchema.optional(),
  status: z.enum(caseStatuses).optional(),
  /** Discarded drafts, too. */
  discarded: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(2_000).optional(),
});

const rulesAnswer =
  '`stage`, the day `lawOf` whose law was asked, one explanation for each rule, and the `sides` of cases that look like it.';

const nominateRoute = route(
  {
    method: 'POST',
    path: '/api/nominations',
    tag,
    summary: {
      vi: 'Soạn một đề nghị khen thưởng',
      en: 'Draft a nomination: one subject, one award form, one achievement',
    },
    access: { kind: 'officeAct', act: 'nominate' },
    params: none,
    query: none,
    body: newNominationSchema,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, body }) => made(await nominate(ports, request, body), '/api/cases'),
);

const checkNominationRoute = route(
  {
    method: 'POST',
    path: '/api/nominations/check',
    tag,
    summary: {
      vi: 'Rà soát một đề nghị đang soạn theo quy định; không lưu gì',
      en: 'What the rules say of a nomination that is being typed; nothing is kept',
    },
    access: { kind: 'officeAct', act: 'nominate' },
    params: none,
    query: none,
    body: newNominationSchema,
    answers: shown(rulesAnswer),
  },
  async ({ ports, person, body }) => ({ status: 200, body: await checkNomination(ports, person, body) }),
);

const caseRulesRoute = route(
  {
    ...ofCase,
    method: 'GET',
    path: '/api/cases/:id/rules',
    summary: {
      vi: 'Kết quả rà soát hồ sơ theo quy định',
      en: 'What each rule finds about the case as it stands now, and why',
    },
    access: { kind: 'reads', what: 'case' },
    query: z.object({ stage: z.enum(ruleStages).optional() }),
    body: none,
    answers: shown(rulesAnswer),
  },
  async ({ ports, person, params, query }) => ({
    status: 200,
    body: await readCaseRules(ports, person, params.id, query.stage),
  }),
);

const proposeModelRoute = route(
  {
    method: 'POST',
    path: '/api/model-proposals',
    tag,
    summary: { vi: 'Soạn một đề xuất mô hình', en: 'Draft a model proposal' },
    access: { kind: 'officeAct', act: 'proposeModel' },
    params: none,
    query: none,
    body: newModelProposalSchema,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, body }) => made(await proposeModel(ports, request, body), '/api/cases'),
);

const listCasesRoute = route(
  {
    method: 'GET',
    path: '/api/cases',
    tag,
    summary: {
      vi: 'Hồ sơ của một cơ quan mình công tác, hoặc do mình soạn; không gồm bản nháp đã hủy',
      en: 'Cases that an organisation of yours entered, or that you typed; newest first, without discarded drafts',
    },
    access: { kind: 'reads', what: 'ownOffice' },
    params: none,
    query: casesQuery,
    body: none,
    answers: shown('`cases`, and a `cursor` where there are more: send it back to read on.'),
  },
  async ({ ports, person, query: { discarded, ...rest } }) => {
    const asked = discarded === undefined ? rest : { ...rest, discarded: discarded === 'true' };
    const { cases, cursor } = await readCases(ports, person, asked);
    return { status: 200, body: { cases: cases.map(summaryOf), cursor } };
  },
);

const showCaseRoute = route(
  {
    ...ofCase,
    method: 'GET',
    path: '/api/cases/:id',
    summary: { vi: 'Một hồ sơ, với lịch sử', en: 'One case with its route, timeline and what you may do' },
    access: { kind: 'reads', what: 'case' },
    query: none,
    body: none,
    answers: shown('The case; its `version` is the ETag.'),
  },
  async ({ ports, person, params }) => {
    const body = await readCaseView(ports, person, params.id);
    return { status: 200, body, version: body.version };
  },
);

const verifyRoute = route(
  {
    ...ofCase,
    method: 'GET',
    path: '/api/cases/:id/history/verification',
    summary: { vi: 'Kiểm tra chuỗi lịch sử', en: 'Walk the stored history against its head' },
    access: { kind: 'reads', what: 'case' },
    query: none,
    body: none,
    answers: shown(
      '`entries`, `head`, and `faults`: none when it holds. `rooted`, once a daily root covers it: how far, and the inclusion proof (RFC 9162).',
    ),
  },
  async ({ ports, person, params }) => {
    await readCaseView(ports, person, params.id);
    return { status: 200, body: await verifyHistory(ports, recordId('CASE', params.id)) };
  },
);

const expectedRouteRoute = route(
  {
    ...ofCase,
    method: 'GET',
    path: '/api/cases/:id/expected-route',
    summary: {
      vi: 'Dự kiến các bước, ai giữ, đến ngày nào',
      en: 'The expected route: who holds each step, by when',
    },
    access: { kind: 'reads', what: 'case' },
    query: none,
    body: none,
    answers: shown('`template` and `steps`.'),
  },
  async ({ ports, person, params }) => ({
    status: 200,
    body: await readExpectedRoute(ports, person, params.id),
  }),
);

const revealRoute = route(
  {
    ...ofCase,
    method: 'POST',
    path: '/api/cases/:id/reveal',
    summary: {
      vi: 'Xem nội dung trường hợp bảo mật, có lý do',
      en: 'Read what a sealed case says; each reading and its reason stay in the history',
    },
    access: { kind: 'reads', what: 'sealedCase' },
    query: none,
    body: z.object({ reason: text() }),
    invalid: 'RevealNeedsReason',
    answers: shown('`content`, and its `files`: each is opened with a reason of its own.'),
  },
  async ({ ports, request, params, body }) => ({
    status: 200,
    body: await reveal(ports, request, params.id, body.reason),
  }),
);

/** Editing names the version that was seen; every other act may. */
function caseActRoute(name: CaseCommandName): ApiRoute {
  const edits = name === 'edit';
  return route(
    {
      ...ofCase,
      method: edits ? 'PATCH' : 'POST',
      path: edits ? '/api/cases/:id' : `/api/cases/:id/${kebab(name)}`,
      summary: caseActSummaries[name],
      access: { kind: 'caseAct', act: name },
      query: none,
      body: caseCommands[name],
      answers: actAnswers,
      act: true,
      ifMatch: edits ? 'required' : 'optional',
    },
    async ({ ports, request, params, body }) => acted(await actOnCase(ports, request, params.id, name, body)),
  );
}

const names = Object.keys(caseCommands).filter((name): name is CaseCommandName => name in caseCommands);

export const caseRoutes: readonly ApiRoute[] = [
  nominateRoute,
  checkNominationRoute,
  proposeModelRoute,
  listCasesRoute,
  showCaseRoute,
  verifyRoute,
  expectedRouteRoute,
  caseRulesRoute,
  revealRoute,
  ...names.map((name) => caseActRoute(name)),
];
