import type { Route } from '../../domain/case.ts';
import type { CaseId, PersonId } from '../../domain/id.ts';
import { routeBasis, type RouteBasis } from '../../domain/law/route-basis.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { expectRoute, readGround } from '../rounds/routing.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { namedOn, routeView, unaskedSteps, type StepView, type Text } from './case-view.ts';
import { readNames, readReader } from './reader.ts';

export interface ExpectedRoute {
  readonly template: string;
  readonly steps: readonly StepView[];
  /** Steps that are left out, since nobody whom they ask for an opinion is in the directory. */
  readonly unasked: readonly Text[];
  readonly basis: RouteBasis | undefined;
}

/**
 * The way a case would go if it were submitted today; once submitted, the way it goes.
 * @throws Refusal CaseNotFound, RouteUnresolvable
 */
export async function readExpectedRoute(ports: Ports, person: PersonId, id: CaseId): Promise<ExpectedRoute> {
  const reader = await readReader(ports, person);
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const subject = loadCase(item)?.value;
  if (subject === undefined || !(await mayReadCase(ports, reader.actor, subject))) {
    throw new Refusal('CaseNotFound', { case: id });
  }
  const route: Route =
    subject.route ?? expectRoute(await readGround(ports, subject), subject, ports.clock.today());
  const [names, law] = await Promise.all([readNames(ports, namedOn(route.steps), []), ports.law.current()]);
  return {
    template: route.template,
    steps: routeView({ route }, names),
    unasked: unaskedSteps(route),
    basis: routeBasis(law, route, ports.clock.today()),
  };
}
