import type { z } from 'zod';
import { addDays } from '../../domain/time.ts';
import { actingPost } from '../../domain/actor.ts';
import type { Role } from '../../domain/directory.ts';
import { listIdSchema } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import type {
  newDecisionSchema,
  newLetterSchema,
  newOpinionRequestSchema,
  newSessionSchema,
} from '../../domain/list-command.ts';
import { decisionRolesFor, officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Key, Ports } from '../../ports.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { ownHandsOnList } from '../acting/sealed-hands.ts';
import { freshTip, Work } from '../acting/work.ts';
import { earliestAnswerBy } from './opinions.ts';

type Draft = Pick<List, 'kind' | 'organisation' | 'stepKind' | 'caseKind' | 'title' | 'origin'> &
  Partial<Pick<List, 'round' | 'council' | 'heldOn' | 'authority' | 'asked' | 'answerBy'>>;
type Act = 'startLetter' | 'startSession' | 'startDecision' | 'startOpinionRequest';

export async function startLetter(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof newLetterSchema>,
): Promise<ActAnswer> {
  const { organisation, title, round, caseKind, sealed } = command;
  const draft: Draft = {
    kind: 'letter',
    organisation,
    title,
    caseKind,
    stepKind: 'letter',
    origin: 'here',
    ...(round === undefined ? {} : { round }),
  };
  return start(ports, request, draft, sealed, 'startLetter');
}

export async function startSession(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof newSessionSchema>,
): Promise<ActAnswer> {
  const { organisation, title, round, council, heldOn, sealed } = command;
  const draft: Draft = {
    kind: 'session',
    organisation,
    title,
    caseKind: 'nomination',
    stepKind: 'council',
    origin: 'here',
    council,
    heldOn,
    ...(round === undefined ? {} : { round }),
  };
  return start(ports, request, draft, sealed, 'startSession');
}

/** An award decision, or for models an approval decision: same life, its rows are approvals, never awards. */
export async function startDecision(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof newDecisionSchema>,
): Promise<ActAnswer> {
  const { organisation, title, round, caseKind, sealed, origin } = command;
  const draft: Draft = {
    kind: caseKind === 'nomination' ? 'decision' : 'approval',
    organisation,
    title,
    caseKind,
    stepKind: origin === 'here' ? 'decide' : 'outside',
    origin,
    ...(round === undefined ? {} : { round }),
  };
  return start(ports, request, draft, sealed, 'startDecision');
}

/** An asker can't go on without answers before the day that the request names: a slip of the pen must not hold cases up for years. */
const mostDaysMore = 90;

/** For cases at a step that asks for opinions, or for those that an officer appraises; whom it asks, and by when. */
export async function startOpinionRequest(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof newOpinionRequestSchema>,
): Promise<ActAnswer> {
  const { organisation, title, round, caseKind, sealed, stepKind, answerBy } = command;
  const earliest = await earliestAnswerBy(ports);
  if (answerBy !== undefined && answerBy < earliest)
    throw new Refusal('InputInvalid', {}, [{ field: 'answerBy', code: 'beforeLimit', limit: earliest }]);
  const latest = addDays(earliest, mostDaysMore);
  if (answerBy !== undefined && answerBy > latest)
    throw new Refusal('InputInvalid', {}, [{ field: 'answerBy', code: 'beyondLimit', limit: latest }]);
  const asked = await readAsked(ports, command);
  const draft: Draft = {
    kind: 'opinionRequest',
    organisation,
    title,
    caseKind,
    stepKind,
    origin: 'here',
    asked,
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(round === undefined ? {} : { round }),
  };
  return start(ports, request, draft, sealed, 'startOpinionRequest');
}

async function readAsked(
  ports: Ports,
  { organisation, asked }: z.infer<typeof newOpinionRequestSchema>,
): Promise<NonNullable<List['asked']>> {
  const wanted = [...new Set(asked)];
  const found = await getAll(ports.store, wanted.map(keys.organisation));
  const faults = wanted.flatMap((id, place) =>
    id === organisation || found[place] === undefined ? [{ field: `asked.${place}`, code: 'unknown' }] : [],
  );
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
  return wanted.map((id, place) => ({
    organisation: id,
    left: 0,
    ...(loadOrganisation(found[place])?.outside === true ? { outside: true as const } : {}),
  }));
}

async function start(
  ports: Ports,
  request: ActRequest,
  draft: Draft,
  sealed: boolean,
  act: Act,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, ...items] = await readRequest(ports, request, keysNamedBy(draft));
    const isThere = ({ pk, sk }: Key): boolean => items.some((item) => item?.pk === pk && item.sk === sk);
    const { organisation, council, round } = draft;
    if (council !== undefined && !isThere(keys.council(organisation, council)))
      throw new Refusal('InputInvalid', {}, [{ field: 'council', code: 'unknown' }]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    if (!isThere(keys.organisation(organisation))) throw new Refusal('OrganisationUnknown', { organisation });
    if (round !== undefined && !isThere(keys.round(round))) throw new Refusal('RoundNotFound', { round });
    const today = ports.clock.today();
    const apart: Pick<List, 'sealed'> = sealed ? { sealed: true } : {};
    const post = actingPost(opened.context.actor, today, {
      organisation,
      roles: rolesFor(draft, act),
      hands: await ownHandsOnList(ports, opened.context.actor, { ...draft, ...apart }),
    });
    const list: List = {
      ...draft,
      ...apart,
      id: listIdSchema.parse(ports.random.ulid()),
      state: 'GATHERING',
      createdBy: post.person,
      createdOn: today,
      rows: 0,
      papers: {},
      admittedLate: false,
      turn: 0,
      stage: 0,
      ...freshTip(ports),
    };
    const work = new Work(ports, post);
    work.changeList(undefined, list, {
      act: 'Started',
      facts: { kind: list.kind },
      payload: { title: list.title },
    });
    const answer: ActAnswer = { id: list.id, version: 1, act };
    work.add(...requestWrites(ports, opened.context, answer));
    await work.commit();
    return answer;
  });
}

const keysNamedBy = ({ organisation, council, round }: Draft): Key[] => [
  keys.organisation(organisation),
  ...(council === undefined ? [] : [keys.council(organisation, council)]),
  ...(round === undefined ? [] : [keys.round(round)]),
];

function rolesFor(draft: Draft, act: Act): readonly Role[] {
  if (act !== 'startDecision') return officeRules[act].roles;
  return decisionRolesFor(draft.origin);
}
