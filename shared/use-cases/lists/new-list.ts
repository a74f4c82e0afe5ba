import type { z } from 'zod';
import { actingPost } from '../../domain/actor.ts';
import type { Role } from '../../domain/directory.ts';
import { listIdSchema } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import type { newDecisionSchema, newLetterSchema, newSessionSchema } from '../../domain/list-command.ts';
import { decisionRolesFor, officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { readCouncils, readOrganisations } from '../../records/directory-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { ownHandsOnList } from '../acting/sealed-hands.ts';
import { readRound } from '../rounds/routing.ts';
import { freshTip, Work } from '../acting/work.ts';

type Draft = Pick<List, 'kind' | 'organisation' | 'stepKind' | 'caseKind' | 'title' | 'origin'> &
  Partial<Pick<List, 'round' | 'council' | 'heldOn' | 'authority'>>;
type Act = 'startLetter' | 'startSession' | 'startDecision';

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
  const councils = await readCouncils(ports.store, command.organisation);
  if (!councils.some((council) => council.id === command.council)) {
    throw new Refusal('InputInvalid', {}, [{ field: 'council', code: 'unknown' }]);
  }
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

async function start(
  ports: Ports,
  request: ActRequest,
  draft: Draft,
  sealed: boolean,
  act: Act,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const opened = openRequest(request, ...(await readRequest(ports, request)));
    if ('answer' in opened) return opened.answer;
    const today = ports.clock.today();
    const { organisation } = draft;
    if (!(await readOrganisations(ports.store, [organisation])).has(organisation)) {
      throw new Refusal('OrganisationUnknown', { organisation });
    }
    if (draft.round !== undefined && (await readRound(ports, draft.round)) === undefined)
      throw new Refusal('RoundNotFound', { round: draft.round });
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

function rolesFor(draft: Draft, act: Act): readonly Role[] {
  if (act !== 'startDecision') return officeRules[act].roles;
  return decisionRolesFor(draft.origin);
}
