import { z } from 'zod';
import { listIdSchema, organisationIdSchema, type ListId } from '#shared/domain/id.ts';
import {
  listCommands,
  newDecisionSchema,
  newLetterSchema,
  newOpinionRequestSchema,
  newSessionSchema,
  type ListCommandName,
} from '#shared/domain/list-command.ts';
import { listKinds, listStates, type ListKind } from '#shared/domain/list.ts';
import { listRules, signsList, type ListRule } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList } from '#shared/records/list-record.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import {
  startDecision,
  startLetter,
  startOpinionRequest,
  startSession,
} from '#shared/use-cases/lists/new-list.ts';
import { casesToGather, readLists, readListView } from '#shared/use-cases/views/list-view.ts';
import { listActSummaries } from './act-summaries.ts';
import { actAnswers, acted, kebab, made, madeAnswers, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

/** The nouns under which lists stand, and the kinds of lists each holds. */
const nouns = {
  letters: ['letter'],
  sessions: ['session'],
  decisions: ['decision', 'approval'],
  'opinion-requests': ['opinionRequest'],
} as const satisfies Record<string, readonly ListKind[]>;
export type ListNoun = keyof typeof nouns;
export const listNouns = ['letters', 'sessions', 'decisions', 'opinion-requests'] as const;

export const kindsUnder = (noun: ListNoun): readonly ListKind[] => nouns[noun];

/** A list under another noun's address is not there. @throws Refusal ListNotFound */
async function requireNoun(ports: Ports, noun: ListNoun, id: ListId): Promise<void> {
  const [item] = await ports.store.get([keys.listMeta(id)]);
  const list = loadList(item)?.value;
  if (list === undefined || !kindsUnder(noun).includes(list.kind))
    throw new Refusal('ListNotFound', { list: id });
}

export const ofList = (noun: ListNoun) =>
  ({ tag: noun, params: z.object({ id: listIdSchema }), unknown: 'ListNotFound' }) as const;

const made201 = { method: 'POST', params: none, query: none, answers: madeAnswers, act: true } as const;

const startLetterRoute = route(
  {
    ...made201,
    path: '/api/letters',
    tag: 'letters',
    summary: { vi: 'Lập một tờ trình', en: 'Start a submission letter' },
    access: { kind: 'officeAct', act: 'startLetter' },
    body: newLetterSchema,
  },
  async ({ ports, request, body }) => made(await startLetter(ports, request, body), '/api/letters'),
);

const startSessionRoute = route(
  {
    ...made201,
    path: '/api/sessions',
    tag: 'sessions',
    summary: { vi: 'Lập một phiên họp Hội đồng', en: 'Start a council session' },
    access: { kind: 'officeAct', act: 'startSession' },
    body: newSessionSchema,
  },
  async ({ ports, request, body }) => made(await startSession(ports, request, body), '/api/sessions'),
);

const startDecisionRoute = route(
  {
    ...made201,
    path: '/api/decisions',
    tag: 'decisions',
    summary: {
      vi: 'Lập một quyết định khen thưởng hoặc phê duyệt mô hình',
      en: 'Start an award decision, or for models an approval decision',
    },
    access: { kind: 'officeAct', act: 'startDecision' },
    body: newDecisionSchema,
  },
  async ({ ports, request, body }) => made(await startDecision(ports, request, body), '/api/decisions'),
);

const startOpinionRequestRoute = route(
  {
    ...made201,
    path: '/api/opinion-requests',
    tag: 'opinion-requests',
    summary: { vi: 'Lập văn bản lấy ý kiến', en: 'Start a request for opinions on cases' },
    access: { kind: 'officeAct', act: 'startOpinionRequest' },
    body: newOpinionRequestSchema,
  },
  async ({ ports, request, body }) =>
    made(await startOpinionRequest(ports, request, body), '/api/opinion-requests'),
);

const listsRoute = route(
  {
    method: 'GET',
    path: '/api/lists',
    tag: 'lists',
    summary: {
      vi: 'Danh sách của một cơ quan mình công tác, hoặc tờ trình gửi đến',
      en: 'Lists of an organisation of yours, or letters that came to it; newest first',
    },
    access: { kind: 'reads', what: 'ownOffice' },
    params: none,
    query: z.object({
      organisation: organisationIdSchema,
      kind: z.enum(listKinds).optional(),
      state: z.enum(listStates).optional(),
      direction: z.enum(['own', 'came']).optional(),
    }),
    body: none,
    answers: shown('`lists`; none of an organisation where you hold no post.'),
  },
  async ({ ports, person, query }) => ({
    status: 200,
    body: { lists: await readLists(ports, person, query) },
  }),
);

function readRoutes(noun: ListNoun): ApiRoute[] {
  const facts = {
    ...ofList(noun),
    method: 'GET',
    access: { kind: 'reads', what: 'list' },
    query: none,
    body: none,
  } as const;
  return [
    route(
      {
        ...facts,
        path: `/api/${noun}/:id`,
        summary: { vi: 'Một danh sách, với các hồ sơ', en: 'One list with its rows and what you may do' },
        answers: shown('The list; its `version` is the ETag.'),
      },
      async ({ ports, person, params }) => {
        await requireNoun(ports, noun, params.id);
        const body = await readListView(ports, person, params.id);
        return { status: 200, body, version: body.version };
      },
    ),
    route(
      {
        ...facts,
        path: `/api/${noun}/:id/candidates`,
        summary: { vi: 'Hồ sơ có thể đưa vào', en: 'Cases that this list may take now' },
        answers: shown('`candidates`.'),
      },
      async ({ ports, person, params }) => {
        await requireNoun(ports, noun, params.id);
        return { status: 200, body: { candidates: await casesToGather(ports, person, params.id) } };
      },
    ),
  ];
}

const actFacts = (noun: ListNoun, name: ListCommandName) =>
  ({
    ...ofList(noun),
    method: 'POST',
    path: `/api/${noun}/:id/${kebab(name)}`,
    summary: listActSummaries[name],
    access: { kind: 'listAct', act: name },
    query: none,
    answers: actAnswers,
    act: true,
    ifMatch: 'optional',
    signs: signsList(name),
  }) as const;

function gatherRoute(noun: ListNoun): ApiRoute {
  return route(
    { ...actFacts(noun, 'gather'), body: listCommands.gather },
    async ({ ports, request, params, body }) => {
      const own = { ...request, kinds: kindsUnder(noun) };
      const { answer, results } = await gather(ports, own, params.id, body);
      return { status: 200, body: { ...answer, results }, version: answer.version };
    },
  );
}

function listActRoute(noun: ListNoun, name: SingleListAct): ApiRoute {
  return route(
    { ...actFacts(noun, name), body: listCommands[name] },
    async ({ ports, request, params, body }) =>
      acted(await actOnList(ports, { ...request, kinds: kindsUnder(noun) }, params.id, name, body)),
  );
}

const isSingle = (name: string): name is SingleListAct => name in listCommands && name !== 'gather';

/** Only acts that this noun's lists know: a session is neither signed nor numbered. */
function actRoutes(noun: ListNoun): ApiRoute[] {
  const known = (name: SingleListAct): boolean => {
    const rule: ListRule = listRules[name];
    return nouns[noun].some((kind) => rule.kinds.includes(kind));
  };
  return [
    gatherRoute(noun),
    ...Object.keys(listCommands)
      .filter(isSingle)
      .filter(known)
      .map((name) => listActRoute(noun, name)),
  ];
}

export const listRoutes: readonly ApiRoute[] = [
  startLetterRoute,
  startSessionRoute,
  startDecisionRoute,
  startOpinionRequestRoute,
  listsRoute,
  ...listNouns.flatMap((noun) => [...readRoutes(noun), ...actRoutes(noun)]),
];
