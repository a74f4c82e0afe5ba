import { addWorkingDays, subtractWorkingDays, type Calendar } from './calendar.ts';
import type { Case, Route, RouteStep } from './case.ts';
import { validOn, type Area, type Organisation } from './directory.ts';
import type { OrganisationId } from './id.ts';
import { Refusal } from './refusal.ts';
import type { DueRule, StepTemplate, Way } from './route-template.ts';
import { addDays, civilDateSchema, yearOf, type CivilDate } from './time.ts';

/** What routes are resolved against: the areas from the case's own up to the province, and who serves them. */
export interface Territory {
  readonly areas: readonly Area[];
  readonly organisations: readonly Organisation[];
}

/** The days of the round that bind steps of one award form. */
export interface RoundDays {
  readonly closingDay: CivilDate;
  readonly councilDay: CivilDate;
}

export interface RouteSetting {
  readonly territory: Territory;
  readonly calendar: Calendar;
  readonly roundDays: RoundDays | undefined;
  /** The day on which organisations must exist, and from which working days are counted. */
  readonly day: CivilDate;
}

/**
 * The organisation of that kind, level and function that serves the area or one above it on the day.
 * @throws Refusal RouteUnresolvable when there is none, or when two would do
 */
export function resolveHolder(
  territory: Territory,
  step: Pick<StepTemplate, 'code' | 'at' | 'title'>,
  day: CivilDate,
): Organisation {
  const [only, second] = servingAt(territory, step.at, day);
  if (only !== undefined && second === undefined) return only;
  throw new Refusal('RouteUnresolvable', {
    step: step.code,
    title: step.title,
    ...step.at,
    day,
    reason: only === undefined ? 'noOrganisation' : 'severalOrganisations',
  });
}

/** Whether the organisation that would hold such a step works outside this system. */
export const liesOutside = (territory: Territory, at: StepTemplate['at'], day: CivilDate): boolean =>
  servingAt(territory, at, day).some(({ outside }) => outside === true);

function servingAt(territory: Territory, at: StepTemplate['at'], day: CivilDate): Organisation[] {
  const reach = new Set(territory.areas.filter((area) => validOn(area, day)).map((area) => area.id));
  return territory.organisations.filter(
    (organisation) =>
      validOn(organisation, day) &&
      reach.has(organisation.area) &&
      organisation.kind === at.kind &&
      organisation.level === at.level &&
      (at.function === undefined || organisation.functions.includes(at.function)),
  );
}

/** The day by which a step that opens on `from` is due. A fixed day that has passed leaves the day of opening. */
export function dueDay(
  rule: DueRule,
  from: CivilDate,
  setting: Pick<RouteSetting, 'calendar' | 'roundDays'>,
): CivilDate {
  if ('workingDays' in rule) return addWorkingDays(setting.calendar, from, rule.workingDays);
  if ('roundDay' in rule) return laterOf(setting.roundDays?.[rule.roundDay] ?? from, from);
  const thisYear = civilDateSchema.parse(`${yearOf(from)}-${rule.monthDay}`);
  return thisYear >= from ? thisYear : civilDateSchema.parse(`${yearOf(from) + 1}-${rule.monthDay}`);
}

function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

/** The whole way as it is expected on `setting.day`: who holds each step and by when. */
export function expectedRoute(way: Way, setting: RouteSetting): Route {
  const placed = placedSteps(way, setting);
  return {
    template: way.code,
    ...unaskedOf(way, placed),
    steps: expectedSteps(placed, setting, setting.day),
  };
}

/** Steps still to come, the first of which opens on `start`. */
function expectedSteps(
  steps: readonly PlacedStep[],
  setting: Pick<RouteSetting, 'calendar' | 'roundDays'>,
  start: CivilDate,
): RouteStep[] {
  const ahead = steps.map((step): RouteStep => ({ ...step, state: 'ahead', dueOn: start }));
  return datedFrom(ahead, start, setting);
}

type PlacedStep = Pick<RouteStep, 'code' | 'kind' | 'organisation' | 'due' | 'freezes' | 'sentTo' | 'asks'>;

/**
 * Who holds each step. From the first one that lies with an office outside, all that is left to do here is to record what
 * the authority decides: by whoever held the step before, whose paper then is the last one inside and freezes the way.
 * @throws Refusal RouteUnresolvable
 */
function placedSteps(
  { code: template, steps }: Way,
  { territory, day }: Pick<RouteSetting, 'territory' | 'day'>,
): PlacedStep[] {
  const placed: PlacedStep[] = [];
  for (const [index, step] of steps.entries()) {
    const holder = resolveHolder(territory, step, day);
    if (holder.outside === true) {
      const last = placed.at(-1);
      if (last === undefined) throw new Refusal('RouteUnresolvable', { template, day, reason: 'allOutside' });
      return endingOutside(placed.slice(0, -1), last, { beyond: steps.slice(index), sentTo: holder.id });
    }
    const { code, kind, due, freezes = false } = step;
    const asks = askedBy(step, holder, { territory, day });
    // Nobody of whom it asks is in the directory: the way goes on without it.
    if (step.asks !== undefined && step.asks.length > 0 && asks.length === 0) continue;
    const asking = asks.length === 0 ? {} : { asks };
    placed.push({ code, kind, organisation: holder.id, due, freezes, ...asking });
  }
  return placed;
}

/** Whom a step asks for an opinion: whoever of those it names is there, but not itself. One outside is asked by paper. */
function askedBy(
  { asks = [] }: Way['steps'][number],
  holder: Organisation,
  { territory, day }: Pick<RouteSetting, 'territory' | 'day'>,
): NonNullable<RouteStep['asks']> {
  const found = asks.flatMap((place) => servingAt(territory, place, day));
  const ids = [...new Set(found)].filter(({ id }) => id !== holder.id);
  return ids.map(({ id, outside }) => ({
    organisation: id,
    ...(outside === true ? { outside: true as const } : {}),
  }));
}

/** Codes of the steps of a way that were left out, since nobody is there of whom they ask. */
function unaskedOf({ steps }: Way, placed: readonly PlacedStep[]): Pick<Route, 'unasked'> {
  const last = placed.at(-1)?.kind === 'outside' ? placed.at(-1)?.code : undefined;
  const unasked = steps
    .filter(
      ({ code, kind }) =>
        kind === 'opinion' && last === undefined && !placed.some((one) => one.code === code),
    )
    .map(({ code }) => code);
  return unasked.length === 0 ? {} : { unasked };
}

function endingOutside(
  before: readonly PlacedStep[],
  last: PlacedStep,
  { beyond, sentTo }: { beyond: Way['steps']; sentTo: Organisation['id'] },
): PlacedStep[] {
  const deciding = beyond.at(-1);
  if (deciding === undefined) return [...before, last];
  const freezesBeyond = beyond.some((step) => step.freezes === true);
  return [
    ...before,
    { ...last, freezes: last.freezes || freezesBeyond },
    {
      code: deciding.code,
      kind: 'outside',
      organisation: last.organisation,
      sentTo,
      due: dueOfAll(beyond),
      freezes: false,
    },
  ];
}

/** As long as all those steps take whose length is known; days of rounds and of the year are the offices' own out there. */
function dueOfAll(steps: Way['steps']): DueRule {
  const days = steps.reduce((sum, { due }) => sum + ('workingDays' in due ? due.workingDays : 0), 0);
  return days === 0 ? (steps.at(-1)?.due ?? { workingDays: 1 }) : { workingDays: Math.min(days, 250) };
}

/** Steps still to come, each expected as long after the one before it as its rule says. */
export function datedFrom(
  steps: readonly RouteStep[],
  start: CivilDate,
  setting: Pick<RouteSetting, 'calendar' | 'roundDays'>,
): RouteStep[] {
  let from = start;
  return steps.map((step) => {
    from = dueDay(step.due, from, setting);
    return { ...step, dueOn: from };
  });
}

/** A step that was settled; one that a change of form only left behind has yet to be passed. */
export const isPassed = (step: RouteStep): boolean =>
  step.state === 'settled' && step.outcome !== 'formChanged';

/**
 * The route computed anew from another template or another day: passed steps stay as they were, an open step
 * stays open when the new way has it at the same organisation, everything ahead is replaced.
 */
export function rerouted(
  subject: Case,
  template: Way,
  setting: RouteSetting,
): Pick<Case, 'route' | 'position'> {
  const old = subject.route;
  if (old === undefined) return { route: expectedRoute(template, setting), position: undefined };
  const passed = new Set(old.steps.filter(isPassed).map((step) => step.code));
  const behind = old.steps.filter((step) => step.state === 'settled');
  const way = placedSteps(template, setting);
  const ahead = way.filter((step) => !passed.has(step.code));
  const current = old.steps.find((step) => step.state === 'open');
  const [first] = ahead;
  const stays =
    current !== undefined &&
    first?.code === current.code &&
    first.kind === current.kind &&
    first.organisation === current.organisation;
  const frozenOn = old.frozenOn ?? passedFreezing(way, old);
  const { appraisalLimit } = old;
  const frozen = {
    ...unaskedOf(template, way),
    ...(frozenOn === undefined ? {} : { frozenOn }),
    ...(appraisalLimit === undefined ? {} : { appraisalLimit }),
  };
  if (stays) {
    const rest = expectedSteps(ahead.slice(1), setting, laterOf(current.dueOn, setting.day));
    return {
      route: { template: template.code, steps: [...behind, current, ...rest], ...frozen },
      position: behind.length,
    };
  }
  const left: RouteStep[] =
    current === undefined
      ? []
      : [{ ...current, state: 'settled', settledOn: setting.day, outcome: 'formChanged' }];
  const steps = [...behind, ...left, ...expectedSteps(ahead, setting, setting.day)];
  return { route: { template: template.code, steps, ...frozen }, position: undefined };
}

/** Whether what is still ahead leads elsewhere, or to another office, than it did. */
export function leadsElsewhere(before: Route, after: Route): boolean {
  const ahead = ({ template, steps }: Route): string =>
    [
      template,
      ...steps
        .filter(({ state }) => state !== 'settled')
        .map(({ code, organisation }) => `${code} ${organisation}`),
    ].join('\n');
  return ahead(before) !== ahead(after);
}

/** The day on which the step was passed that freezes this way, if another way led there first. */
function passedFreezing(way: readonly PlacedStep[], old: Route): CivilDate | undefined {
  const freezing = way.find((step) => step.freezes);
  return old.steps.find((step) => step.code === freezing?.code && isPassed(step))?.settledOn;
}

/** When a holder is told: two working days before the due day, on it, the day after (to the leader), then weekly. */
export interface Reminders {
  readonly remindOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly escalateOn: CivilDate;
}

export function remindersFor(dueOn: CivilDate, calendar: Calendar): Reminders {
  return { remindOn: subtractWorkingDays(calendar, dueOn, 2), dueOn, escalateOn: addDays(dueOn, 1) };
}

/** Whoever has a step on the way, each once. */
export const officesOn = (route: Pick<Route, 'steps'> | undefined): OrganisationId[] => [
  ...new Set(route?.steps.map(({ organisation }) => organisation)),
];
