import type { Case, Route } from '../../domain/case.ts';
import type { AreaId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectedRoute, rerouted, type RoundDays, type RouteSetting } from '../../domain/route.ts';
import type { Round } from '../../domain/round.ts';
import type { RouteTemplate } from '../../domain/route-template.ts';
import type { Ports } from '../../ports.ts';
import { loadRound, readOrganisations, readTerritory } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { calendar, templateFor } from '../../regimes/regime.ts';

/** Routes of real cases: the template of the day, resolved against who serves the case's area on that day. */

export async function readRound(ports: Ports, id: RoundId | undefined): Promise<Round | undefined> {
  if (id === undefined) return undefined;
  const [item] = await ports.store.get([keys.round(id)]);
  return loadRound(item)?.value;
}

export function roundDaysOf(round: Round | undefined, form: string | undefined): RoundDays | undefined {
  return round?.forms.find((candidate) => candidate.form === form);
}

export interface Routing {
  readonly template: RouteTemplate;
  readonly setting: RouteSetting;
}

/** Template and setting for a case as it would be routed today under `form`. */
async function routingFor(
  ports: Ports,
  subject: Pick<Case, 'kind' | 'enteredBy' | 'area'>,
  form: string | undefined,
  round: Round | undefined,
): Promise<Routing> {
  const day = ports.clock.today();
  const [territory, organisations] = await Promise.all([
    readTerritory(ports.store, subject.area),
    readOrganisations(ports.store, [subject.enteredBy]),
  ]);
  const entering = organisations.get(subject.enteredBy);
  if (entering === undefined) throw new Refusal('OrganisationUnknown', { organisation: subject.enteredBy });
  const template = templateFor({
    case: subject.kind,
    form,
    lane: round?.lane,
    enteredAt: entering.level,
    day,
  });
  return { template, setting: { territory, calendar, roundDays: roundDaysOf(round, form), day } };
}

/** Shown before submitting and kept at submission: who holds each step, by when. */
export async function expectRoute(
  ports: Ports,
  subject: { kind: Case['kind']; enteredBy: Case['enteredBy']; area: AreaId; form?: string | undefined },
  round: Round | undefined,
): Promise<Route> {
  const { template, setting } = await routingFor(ports, subject, subject.form, round);
  return expectedRoute(template, setting);
}

export async function rerouteCase(
  ports: Ports,
  subject: Case,
  form: string | undefined,
): Promise<ReturnType<typeof rerouted>> {
  const round = await readRound(ports, subject.round);
  if (round !== undefined && form !== undefined && roundDaysOf(round, form) === undefined) {
    throw new Refusal('AwardNotOpenInRound', {
      form,
      round: round.id,
      open: round.forms.map((open) => open.form),
    });
  }
  const { template, setting } = await routingFor(ports, subject, form, round);
  return rerouted(subject, template, setting);
}
