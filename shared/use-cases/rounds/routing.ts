import type { Case, Route } from '../../domain/case.ts';
import type { Organisation } from '../../domain/directory.ts';
import type { RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  expectedRoute,
  rerouted,
  type RoundDays,
  type RouteSetting,
  type Territory,
} from '../../domain/route.ts';
import type { Law } from '../../domain/law/law.ts';
import type { Round } from '../../domain/round.ts';
import type { Way } from '../../domain/route-template.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import { loadOrganisation, loadRound, readTerritory } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';

/** Routes of real cases: the template of the day, resolved against who serves the case's area on that day. */

export async function readRound(ports: Ports, id: RoundId | undefined): Promise<Round | undefined> {
  if (id === undefined) return undefined;
  const [item] = await ports.store.get([keys.round(id)]);
  return loadRound(item)?.value;
}

export function roundDaysOf(round: Round | undefined, form: string | undefined): RoundDays | undefined {
  return round?.forms.find((candidate) => candidate.form === form);
}

/** What routes are computed from. */
export interface RouteGround {
  readonly round: Round | undefined;
  readonly entering: Organisation | undefined;
  readonly territory: Territory;
  readonly law: Law;
}

/** What the case itself names of it. */
export const groundKeys = ({ enteredBy, round }: Pick<Case, 'enteredBy' | 'round'>) =>
  [keys.organisation(enteredBy), round === undefined ? undefined : keys.round(round)] as const;

export const groundOf = (
  [office, round]: readonly (Item | undefined)[],
  around: Pick<RouteGround, 'territory' | 'law'>,
): RouteGround => ({ entering: loadOrganisation(office), round: loadRound(round)?.value, ...around });

/** What routes of an area are computed from, whatever case it is. */
export async function readAround(
  ports: Ports,
  area: Case['area'],
): Promise<Pick<RouteGround, 'territory' | 'law'>> {
  const [territory, law] = await Promise.all([readTerritory(ports.store, area), ports.law.current()]);
  return { territory, law };
}

export async function readGround(
  ports: Ports,
  subject: Pick<Case, 'enteredBy' | 'round' | 'area'>,
): Promise<RouteGround> {
  const [items, around] = await Promise.all([
    getAll(ports.store, groundKeys(subject)),
    readAround(ports, subject.area),
  ]);
  return groundOf(items, around);
}

interface Routing {
  readonly template: Way;
  readonly setting: RouteSetting;
}

type RoutedCase = Pick<Case, 'kind' | 'enteredBy' | 'subjectKind'>;

interface Wanted {
  readonly form: string | undefined;
  readonly day: CivilDate;
}

/** Template and setting for a case as it would be routed on that day under that form. */
function routingFor(
  { round, entering, territory, law }: RouteGround,
  { kind, enteredBy, subjectKind }: RoutedCase,
  { form, day }: Wanted,
): Routing {
  if (entering === undefined) throw new Refusal('OrganisationUnknown', { organisation: enteredBy });
  const template = law.templateFor({
    case: kind,
    form,
    lane: round?.lane,
    enteredAt: entering.level,
    day,
    facts: subjectKind === undefined ? {} : { subjectKind },
  });
  return {
    template,
    setting: { territory, calendar: law.calendar, roundDays: roundDaysOf(round, form), day },
  };
}

/** Shown before submitting and kept at submission: who holds each step, by when. */
export function expectRoute(
  ground: RouteGround,
  subject: RoutedCase & Pick<Case, 'form'>,
  day: CivilDate,
): Route {
  const { template, setting } = routingFor(ground, subject, { form: subject.form, day });
  return expectedRoute(template, setting);
}

export function rerouteCase(
  ground: RouteGround,
  subject: Case,
  { form, day }: Wanted,
): ReturnType<typeof rerouted> {
  const { round } = ground;
  if (round !== undefined && form !== undefined && roundDaysOf(round, form) === undefined) {
    throw new Refusal('AwardNotOpenInRound', {
      form,
      round: round.id,
      open: round.forms.map((open) => open.form),
    });
  }
  const { template, setting } = routingFor(ground, subject, { form, day });
  return rerouted(subject, template, setting);
}
