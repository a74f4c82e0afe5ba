import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseRules, ceremonyRules, listRules, officeRules } from '#shared/domain/permission.ts';
import { roles, type Role } from '#shared/domain/directory.ts';
import type { RefusalCode } from '#shared/domain/refusal.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import type { ApiRoute } from '#shared/http/route.ts';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { createPermissionWorld, must, type PermissionWorld } from '#tests/support/permission-world.ts';
import { relations, targets, walkers, type Relation, type Walker } from '#tests/support/permission-people.ts';
import { remember } from '#tests/support/store-snapshot.ts';
import { probesOf, type Probe } from '#tests/support/permission-probes.ts';

type Outcome = 'allowed' | RefusalCode;

const nameOf = ({ method, path }: ApiRoute): string => `${method} ${path}`;

let world: PermissionWorld;
let api: Hono;
let probes: Readonly<Record<string, Probe>>;
/** The world as it was before an allowed act. */
let rebuild: () => Promise<void>;

beforeAll(async () => {
  world = await createPermissionWorld();
  probes = probesOf(world);
  api = createTestApi(world.ports, { limiter: { take: () => ({ allowed: true, retryAfterSeconds: 0 }) } });
  rebuild = await remember(world.ports.database);
});

describe('the route table', () => {
  it('holds every route that the app has, and no other', () => {
    const served = api.routes
      .filter((route) => route.method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(allApiRoutes.map(nameOf).sort());
    expect(new Set(served).size).toBe(served.length);
  });

  it('is walked whole', () => {
    expect(Object.keys(probes).sort()).toEqual(allApiRoutes.map(nameOf).sort());
  });

  it('asks each act on a case of the right office', () => {
    const entering = new Set(
      allApiRoutes
        .filter(isEntering)
        .map((route) => must(probes[nameOf(route)], `a probe for ${nameOf(route)}`).target),
    );
    expect([...entering]).toEqual(['ward']);
  });
});

const isEntering = ({ access }: ApiRoute): boolean =>
  access.kind === 'caseAct' && caseRules[access.act].at === 'entering';

describe('who may do what', () => {
  it.each(allApiRoutes.map((route) => [nameOf(route), route] as const))('%s', async (name, route) => {
    const probe = must(probes[name], `a probe for ${name}`);
    const expected: Record<string, Outcome> = {
      nobody: route.access.kind === 'public' ? 'allowed' : 'TokenMissing',
    };
    const actual: Record<string, Outcome> = { nobody: await tryOut(route, probe, undefined) };
    for (const relation of relations) {
      for (const walker of walkersOf(probe, relation)) {
        const who = `${relation} ${walker.past ? 'past ' : ''}${walker.role}`;
        expected[who] = expectedOf(route, probe, walker);
        actual[who] = await tryOut(route, probe, walker);
      }
    }
    expect(actual).toEqual(expected);
    expect(Object.keys(expected)).toHaveLength(1 + roles.length * (relations.length + 1));
  });
});

/** One for each role; of the record's own office those of yesterday, too. */
function walkersOf({ target }: Probe, relation: Relation): Walker[] {
  const organisation = targets[target][relation];
  return walkers.filter(
    (walker) => walker.organisation === organisation && (relation === 'own' || !walker.past),
  );
}

async function tryOut(
  route: ApiRoute,
  { path, body, ifMatch }: Probe,
  walker: Walker | undefined,
): Promise<Outcome> {
  const answered = await ask(api, walker?.person, path, {
    method: route.method,
    body,
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });
  if (!(answered.status in route.answers)) return problemIn(answered).code;
  if (route.method !== 'GET') await rebuild();
  return 'allowed';
}

/** What the tables say, said once more in other words than the use cases have. */
function expectedOf(route: ApiRoute, { target }: Probe, walker: Walker): Outcome {
  const own = walker.organisation === targets[target].own;
  const reads = own && !walker.past && walker.role !== 'member';
  const { access } = route;
  switch (access.kind) {
    case 'public':
    case 'signedIn':
      return 'allowed';
    case 'reads':
      return expectedReading(access.what, route, walker, { own, reads });
    case 'attaches':
      if (!reads) return 'FileNotFound';
      return has(caseRules.attach, walker) ? 'allowed' : 'ActNotYours';
    case 'caseAct':
      if (!reads) return 'CaseNotFound';
      return has(caseRules[access.act], walker) ? 'allowed' : 'ActNotYours';
    case 'listAct':
      if (!reads) return 'ListNotFound';
      return has(listRules[access.act], walker) && keeps(route, access.act, walker.role)
        ? 'allowed'
        : 'ActNotYours';
    case 'ceremonyAct':
      if (!reads) return 'CeremonyNotFound';
      return has(ceremonyRules[access.act], walker) ? 'allowed' : 'ActNotYours';
    case 'founder':
      return 'ActNotYours';
    case 'officeAct':
      return expectedInOffice(route, access.act, walker, own);
  }
}

function has(rule: { roles: readonly Role[] }, { role }: Walker): boolean {
  return rule.roles.includes(role);
}

/** A session is kept by its secretary, every other list by officers; for whom is asked and in the system its clerk doesn't answer. */
function keeps(route: ApiRoute, act: string, role: Role): boolean {
  if (act === 'answer' || act === 'correctAnswer') return role !== 'clerk';
  if (!['gather', 'ungather', 'order', 'close', 'reopen', 'strike'].includes(act)) return true;
  return route.path.startsWith('/api/sessions/') ? role === 'secretary' : role !== 'secretary';
}

function expectedReading(
  what: 'case' | 'sealedCase' | 'list' | 'file' | 'ceremony' | 'ownOffice' | 'roots' | 'figures',
  { path }: ApiRoute,
  { role, past }: Walker,
  { own, reads }: { own: boolean; reads: boolean },
): Outcome {
  switch (what) {
    case 'figures':
      return !past && role !== 'member' ? 'allowed' : 'ActNotYours';
    case 'case':
      return reads ? 'allowed' : 'CaseNotFound';
    case 'sealedCase':
      return own && !past && ['secretary', 'clerk'].includes(role) ? 'allowed' : 'CaseNotFound';
    case 'list':
      return reads ? 'allowed' : 'ListNotFound';
    case 'file':
      return reads ? 'allowed' : 'FileNotFound';
    case 'ceremony':
      return reads || path === '/api/ceremonies' ? 'allowed' : 'CeremonyNotFound';
    case 'roots':
      return role === 'auditor' && !past ? 'allowed' : 'ActNotYours';
    case 'ownOffice':
      return (own && !past) || path === '/api/lists' ? 'allowed' : 'OrganisationForeign';
  }
}

function expectedInOffice(
  route: ApiRoute,
  act: keyof typeof officeRules,
  walker: Walker,
  own: boolean,
): Outcome {
  // A decision of one's own is an officer's; the clerk records those from outside.
  const fits = act === 'startDecision' ? walker.role === 'officer' : has(officeRules[act], walker);
  if (route.path === '/api/subjects') return fits && !walker.past ? 'allowed' : 'ActNotYours';
  if (!own && route.path.startsWith('/api/past-decisions/:id')) return 'PastDecisionNotFound';
  if (!own && route.path.startsWith('/api/slips/:id')) return 'SlipNotFound';
  if (!own) return act === 'nominate' || act === 'proposeModel' ? 'OrganisationForeign' : 'ActNotYours';
  if (!fits) return 'ActNotYours';
  return walker.past ? 'PostEnded' : 'allowed';
}
