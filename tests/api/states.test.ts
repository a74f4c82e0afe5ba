import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  listRules,
  caseRules,
  type CaseAct,
  type CaseRule,
  type ListAct,
  type ListRule,
} from '#shared/domain/permission.ts';
import type { Standing } from '#shared/domain/case.ts';
import type { Role } from '#shared/domain/directory.ts';
import type { ListKind, ListState } from '#shared/domain/list.ts';
import type { StepKind } from '#shared/domain/route-template.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import type { ApiRoute } from '#shared/http/route.ts';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { createPermissionWorld, must, type PermissionWorld } from '#tests/support/permission-world.ts';
import { walkerAt, type Target } from '#tests/support/permission-people.ts';
import { probesOf, type Probe } from '#tests/support/permission-probes.ts';
import { people } from '#tests/support/small-directory.ts';
import { remember } from '#tests/support/store-snapshot.ts';

let world: PermissionWorld;
let api: Hono;
let rebuild: () => Promise<void>;
let probes: Readonly<Record<string, Probe>>;

beforeAll(async () => {
  world = await createPermissionWorld();
  api = createTestApi(world.ports);
  probes = probesOf(world);
  await receiveWithoutFlow();
  rebuild = await remember(world.ports.database);
});

/** Received, and the flow has not yet opened what comes next. */
async function receiveWithoutFlow(): Promise<void> {
  const path = `/api/cases/${world.more.moving}/receive`;
  expect((await ask(api, people.policeOfficer, path, { method: 'POST' })).status).toBe(200);
}

async function codeOf(
  who: { id: string },
  { method, path }: ApiRoute,
  id: string,
): Promise<string | undefined> {
  const { body, ifMatch } = must(probes[`${method} ${path}`], `a probe for ${method} ${path}`);
  const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  const answered = await ask(api, who, path.replace(':id', id), { method, body, headers });
  if (answered.status >= 300) return problemIn(answered).code;
  await rebuild();
  return undefined;
}

interface Standpoint {
  readonly standing: Standing;
  readonly id: string;
  /** Who holds it; the ward entered it. */
  readonly at: Target;
  readonly step?: StepKind;
  /** The ward is asked about it. */
  readonly asked?: true;
}

function standpoints(): Record<string, Standpoint> {
  const { cases, more, sessions, ceremonies } = world;
  return {
    'a draft': { standing: 'draft', id: cases.draft, at: 'ward' },
    'free at a council': { standing: 'free', id: cases.atCouncil, at: 'ward', step: 'council' },
    'on the agenda of a session': {
      standing: 'inList',
      id: sessions.gathering.row,
      at: 'ward',
      step: 'council',
    },
    'to be received': { standing: 'free', id: cases.toReceive, at: 'police', step: 'receive' },
    'between two steps': { standing: 'moving', id: more.moving, at: 'police' },
    'asked for a supplement': {
      standing: 'supplement',
      id: cases.supplemented,
      at: 'police',
      step: 'receive',
      asked: true,
    },
    'on hold': { standing: 'hold', id: more.held, at: 'police', step: 'receive' },
    'to be appraised': { standing: 'free', id: more.toAppraise, at: 'police', step: 'appraise' },
    'to be decided': { standing: 'free', id: more.toRefuse, at: 'district', step: 'decide' },
    'decided outside': { standing: 'free', id: more.toRecord, at: 'district', step: 'outside' },
    awarded: { standing: 'ended', id: ceremonies.awarded, at: 'district' },
  };
}

const places = [
  'a draft',
  'free at a council',
  'on the agenda of a session',
  'to be received',
  'between two steps',
  'asked for a supplement',
  'on hold',
  'to be appraised',
  'to be decided',
  'decided outside',
  'awarded',
] as const;

const caseActRoutes = allApiRoutes.flatMap((route) =>
  route.access.kind === 'caseAct' && route.access.act !== 'attach' ? [{ route, act: route.access.act }] : [],
);

describe('a case', () => {
  it.each(places)('%s takes the acts of the table and no other, and says so', async (place) => {
    const point = must(standpoints()[place], `a standpoint for ${place}`);
    const expected: Partial<Record<CaseAct, boolean>> = {};
    const taken: typeof expected = {};
    const shown: typeof expected = {};
    let letterOut = false;
    for (const { route, act } of caseActRoutes) {
      const rule: CaseRule = caseRules[act];
      const { person } = walkerAt(rule.at === 'holder' ? point.at : 'ward', must(rule.roles[0]));
      const view = await ask(api, person, `/api/cases/${point.id}`);
      const code = await codeOf(person, route, point.id);
      expected[act] = fits(rule, point);
      taken[act] = code !== 'CaseMovedOn' && code !== 'CaseIsMoving';
      const { allowed, route: way } = view.body as {
        allowed: CaseAct[];
        route: { kind: string; state: string }[];
      };
      shown[act] = allowed.includes(act);
      letterOut = way.some((step) => step.kind === 'letter' && step.state === 'settled');
    }
    // Withdrawing after the first letter would only be refused: it isn't offered; nor is a question with nobody to ask.
    const offered = {
      ...expected,
      withdraw: expected.withdraw && !letterOut,
      askQuestion: expected.askQuestion && point.at !== 'ward',
    };
    expect(shown).toEqual(offered);
    expect(taken).toEqual(expected);
  });
});

/** None of the held ones has a supplement below its hold. */
function fits(
  { at, standings, stepKinds, asksBelowHold }: CaseRule,
  { standing, step, asked }: Standpoint,
): boolean {
  return (
    standings.includes(standing) &&
    (at !== 'asked' || asked === true) &&
    !(standing === 'hold' && asksBelowHold === true) &&
    (stepKinds === undefined || (step !== undefined && stepKinds.includes(step)))
  );
}

const lists = [
  ['letters', 'letter', 'GATHERING', () => world.letters.gathering.id],
  ['letters', 'letter', 'CLOSED', () => world.letters.closed.id],
  ['letters', 'letter', 'SIGNED', () => world.letters.signed.id],
  ['sessions', 'session', 'GATHERING', () => world.sessions.gathering.id],
  ['sessions', 'session', 'CLOSED', () => world.sessions.closed.id],
  ['decisions', 'decision', 'GATHERING', () => world.decisions.gathering.id],
  ['decisions', 'decision', 'CLOSED', () => world.decisions.closed.id],
  ['decisions', 'decision', 'SIGNED', () => world.decisions.signed.id],
  ['decisions', 'decision', 'ISSUED', () => world.ceremonies.decision],
] as const satisfies readonly (readonly [string, ListKind, ListState, () => string])[];

describe('a list', () => {
  it.each(lists)(
    'of the %s, %s %s, takes the acts of the table and no other, and says so',
    async (noun, kind, state, id) => {
      const expected: Partial<Record<ListAct, boolean>> = {};
      const taken: typeof expected = {};
      const shown: typeof expected = {};
      for (const route of allApiRoutes) {
        if (route.access.kind !== 'listAct' || !route.path.startsWith(`/api/${noun}/`)) continue;
        const { act } = route.access;
        const rule: ListRule = listRules[act];
        const { person } = walkerAt(noun === 'decisions' ? 'district' : 'ward', roleFor(rule, kind));
        const view = await ask(api, person, `/api/${noun}/${id()}`);
        const code = await codeOf(person, route, id());
        expected[act] = rule.states.includes(state) && rule.kinds.includes(kind);
        taken[act] = code !== 'ListMovedOn';
        shown[act] = (view.body as { allowed: ListAct[] }).allowed.includes(act);
      }
      expect(Object.keys(expected).length).toBeGreaterThan(8);
      expect(shown).toEqual(expected);
      expect(taken).toEqual(expected);
    },
  );
});

/** Who keeps a list of this kind, or the one whose act it is. */
function roleFor({ roles }: ListRule, kind: ListKind): Role {
  const keeper: Role = kind === 'session' ? 'secretary' : 'officer';
  return roles.includes(keeper) ? keeper : must(roles[0]);
}
