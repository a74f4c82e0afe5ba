import { z } from 'zod';
import { organisationIdSchema, slipIdSchema } from '#shared/domain/id.ts';
import { openSlipsSchema, slipCommands, slipContentSchema, slipSchema } from '#shared/domain/slip.ts';
import { acceptSlip, mergeSlip, refuseSlip } from '#shared/use-cases/slips/settle-slip.ts';
import { readSlipDesk } from '#shared/use-cases/slips/slip-desk.ts';
import { closeSlips, openSlips } from '#shared/use-cases/slips/slip-links.ts';
import { readSlipView, type SlipLikeness } from '#shared/use-cases/slips/slip-views.ts';
import { lookAt } from '#shared/use-cases/views/viewed.ts';
import { actAnswers, acted, made, madeAnswers, shown } from './answers.ts';
import { summaryOf } from './case-summary.ts';
import { none, route, type ApiRoute } from './route.ts';

/** Proposal slips at their office. Whoever proposes fills in a page: there is no route for that. */

const tag = 'proposal slips';
const keeps = { kind: 'officeAct', act: 'keepSlips' } as const;
const reads = { kind: 'officeAct', act: 'readSlips' } as const;
const ofSlip = { params: z.object({ id: slipIdSchema }), unknown: 'SlipNotFound' } as const;

const ownSchema = z.looseObject({ slip: slipSchema, content: slipContentSchema });

const likenessOf = ({ subject, open }: SlipLikeness) => ({ subject, open: open.map(summaryOf) });

const listRoute = route(
  {
    method: 'GET',
    path: '/api/slips',
    tag,
    summary: { vi: 'Phiếu đề xuất của cơ quan, theo đợt xét', en: 'Proposal slips of an office, by round' },
    access: reads,
    params: none,
    query: z.object({ organisation: organisationIdSchema }),
    body: none,
    answers: shown(
      '`rounds`: each with `openSince` where a link takes slips in, and `slips`, those that wait first.',
      z.looseObject({ rounds: z.array(z.looseObject({ slips: z.array(ownSchema) })), more: z.boolean() }),
    ),
  },
  async ({ ports, person, query }) => {
    const { organisation, rounds, more } = await readSlipDesk(ports, person, query.organisation);
    const shownRounds = rounds.map((round) => ({
      ...round,
      slips: round.slips.map((one) => ({ ...one, likenesses: one.likenesses.map(likenessOf) })),
    }));
    return { status: 200, body: { organisation, rounds: shownRounds, more } };
  },
);

const oneRoute = route(
  {
    ...ofSlip,
    method: 'GET',
    path: '/api/slips/:id',
    tag,
    summary: { vi: 'Một phiếu đề xuất', en: 'One proposal slip, whom it may be about, and its history' },
    access: reads,
    query: none,
    body: none,
    answers: shown('`slip`, `content`, `likenesses`, `nominations`, `likeSlips`, `timeline`.', ownSchema),
  },
  async ({ ports, person, params: { id } }) => {
    const { version, ...view } = await readSlipView(ports, person, id);
    await lookAt(ports, person, { kind: 'SLIP', id, entries: view.slip.entries });
    const body = {
      ...view,
      likenesses: view.likenesses.map(likenessOf),
      nominations: view.nominations.map(summaryOf),
    };
    return { status: 200, body, version };
  },
);

const openRoute = route(
  {
    method: 'POST',
    path: '/api/slips/open',
    tag,
    summary: {
      vi: 'Mở hoặc đổi đường dẫn nhận phiếu của một đợt xét',
      en: 'Open the link by which slips come in for a round, or renew it; shown in this answer only',
    },
    access: keeps,
    params: none,
    query: none,
    body: openSlipsSchema,
    answers: {
      200: {
        description: 'Opened. `link` is given once: a retry is refused.',
        schema: z.looseObject({ id: z.string(), link: z.string() }),
      },
    },
    act: true,
  },
  async ({ ports, request, body }) => {
    const { secret, ...answer } = await openSlips(ports, request, body);
    return { ...acted(answer), body: { ...answer, link: `${ports.publicUrl}/propose/${secret}` } };
  },
);

const closeRoute = route(
  {
    method: 'POST',
    path: '/api/slips/close',
    tag,
    summary: { vi: 'Đóng đường dẫn nhận phiếu', en: 'Close the link: no slip comes in any more' },
    access: keeps,
    params: none,
    query: none,
    body: openSlipsSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, body }) => acted(await closeSlips(ports, request, body)),
);

const acceptRoute = route(
  {
    ...ofSlip,
    method: 'POST',
    path: '/api/slips/:id/accept',
    tag,
    summary: {
      vi: 'Lập đề nghị khen thưởng từ phiếu',
      en: 'Make a draft of a slip; answers with the nomination',
    },
    access: keeps,
    query: none,
    body: slipCommands.accept,
    answers: madeAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) =>
    made(await acceptSlip(ports, request, params.id, body), '/api/cases'),
);

const mergeRoute = route(
  {
    ...ofSlip,
    method: 'POST',
    path: '/api/slips/:id/merge',
    tag,
    summary: {
      vi: 'Gộp phiếu',
      en: 'Merge a slip into a draft of its office, or into another slip that waits',
    },
    access: keeps,
    query: none,
    body: slipCommands.merge,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) => acted(await mergeSlip(ports, request, params.id, body)),
);

const refuseRoute = route(
  {
    ...ofSlip,
    method: 'POST',
    path: '/api/slips/:id/refuse',
    tag,
    summary: {
      vi: 'Không đưa phiếu vào đề nghị',
      en: 'Take a slip into no nomination; whoever has its code reads `reason`, never `note`',
    },
    access: keeps,
    query: none,
    body: slipCommands.refuse,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params, body }) => acted(await refuseSlip(ports, request, params.id, body)),
);

export const slipRoutes: readonly ApiRoute[] = [
  listRoute,
  openRoute,
  closeRoute,
  oneRoute,
  acceptRoute,
  mergeRoute,
  refuseRoute,
];
