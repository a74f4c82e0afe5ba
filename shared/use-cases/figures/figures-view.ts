import { caseStatuses, standings, type CaseStatus, type Standing } from '../../domain/case.ts';
import { levels, type Organisation } from '../../domain/directory.ts';
import {
  countedBy,
  directness,
  roundBefore,
  sexes,
  sumOf,
  type AwardCell,
  type AwardFigures,
  type RoundFigures,
  type StandingCell,
} from '../../domain/figures.ts';
import type { OrganisationId, PersonId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { subjectKinds, type Round, type SubjectKind } from '../../domain/round.ts';
import { risks, type Risk } from '../../domain/time-ahead.ts';
import type { Ports } from '../../ports.ts';
import { loadRound, readOrganisations } from '../../records/directory-record.ts';
import { readAwardFigures, readRoundFigures, readRoundsSeen } from '../../records/figure-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { officeAtRisk } from '../time/at-risk.ts';
import { Names, readReader, type OrganisationName } from '../views/reader.ts';
import { readPaceFigures, type PaceFigure } from './pace-figures.ts';
import { stepName, type StepName } from './step-name.ts';

export interface FiguresQuery {
  /** One at which the reader works; the first if left out. */
  readonly office?: OrganisationId | undefined;
  /** The newest of which the office counts anything if left out. */
  readonly round?: RoundId | undefined;
  /** Of steps and decisions; this year if left out. */
  readonly year?: number | undefined;
}

/** A number now and, where there was a round before, of that one. */
export interface Compared {
  readonly count: number;
  readonly before?: number;
}

export interface PlaceFigure {
  readonly holder: OrganisationName;
  readonly level: Organisation['level'] | undefined;
  /** None of a draft. */
  readonly step?: StepName;
  readonly standing: Standing;
  readonly count: number;
}

export interface RoundFiguresView {
  readonly total: Compared;
  readonly statuses: readonly (Compared & { readonly status: CaseStatus })[];
  /** Of those under way: what they wait for. */
  readonly standings: readonly { readonly standing: Standing; readonly count: number }[];
  readonly places: readonly PlaceFigure[];
  readonly units: readonly (Compared & { readonly unit: OrganisationName })[];
}

export interface AwardFiguresView {
  readonly total: number;
  readonly forms: readonly { readonly form: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: SubjectKind; readonly count: number }[];
  readonly units: readonly { readonly unit: OrganisationName; readonly count: number }[];
  /** Of individuals. */
  readonly sexes: readonly { readonly sex: (typeof sexes)[number]; readonly count: number }[];
  readonly work: readonly { readonly work: (typeof directness)[number]; readonly count: number }[];
}

export interface FiguresView {
  readonly office: OrganisationName;
  readonly offices: readonly OrganisationName[];
  readonly rounds: readonly Round[];
  readonly round?: Round;
  readonly before?: Round;
  readonly year: number;
  readonly nominations: RoundFiguresView;
  readonly paces: readonly PaceFigure[];
  readonly risks: readonly { readonly risk: Risk; readonly count: number }[];
  /** Not all cases were looked at for what is at risk. */
  readonly moreAtRisk: boolean;
  readonly awards: AwardFiguresView;
}

/**
 * Numbers of what one office may read: what it entered, and what came to it. Counted by the last sweep; sealed cases count.
 * @throws Refusal SignInNeeded, OrganisationForeign, RoundNotFound
 */
export async function readFigures(ports: Ports, person: PersonId, query: FiguresQuery): Promise<FiguresView> {
  const { office, offices, year, today } = await readAsked(ports, person, query);
  const { rounds, round, before } = await readRoundsOf(ports, office, query.round);
  const [now, then, awards, paces, risk] = await Promise.all([
    countedIn(ports, office, round),
    countedIn(ports, office, before),
    readAwardFigures(ports.store, year),
    readPaceFigures(ports, office, year),
    officeAtRisk(ports, office),
  ]);
  const own = awards.map((one) => ({ ...one, cells: countedBy(one.groups, office) }));
  const named = await readOrganisations(ports.store, [
    ...offices,
    ...now.flatMap(({ organisation, cells }) => [
      organisation,
      ...cells.flatMap(({ holder }) => holder ?? []),
    ]),
    ...then.map(({ organisation }) => organisation),
    ...own.filter(({ cells }) => cells.length > 0).map(({ organisation }) => organisation),
  ]);
  const names = new Names(named, new Map());
  const level = (id: OrganisationId) => named.get(id)?.level;
  return {
    office: names.organisation(office),
    offices: offices.map((id) => names.organisation(id)),
    rounds,
    year,
    ...(round === undefined ? {} : { round }),
    ...(before === undefined ? {} : { before }),
    nominations: nominationsOf(now, before === undefined ? undefined : then, { names, level, today }),
    paces,
    risks: risks
      .map((one) => ({ risk: one, count: [...risk.here, ...risk.elsewhere].filter(isAt(one)).length }))
      .filter(({ count }) => count > 0),
    moreAtRisk: risk.more,
    awards: awardsOf(own, names),
  };
}

const isAt =
  (risk: Risk) =>
  ({ ahead }: { readonly ahead: { readonly risk: Risk } }): boolean =>
    ahead.risk === risk;

/** The office whose numbers are asked for. @throws Refusal OrganisationForeign for one at which the reader doesn't work */
export async function readAsked(ports: Ports, person: PersonId, { office: asked, year }: FiguresQuery) {
  const { posts } = await readReader(ports, person);
  const own = posts.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation);
  const offices = [...new Set(own)];
  const office = asked ?? offices[0];
  if (office === undefined) throw new Refusal('ActNotYours');
  if (!offices.includes(office)) throw new Refusal('OrganisationForeign', { organisation: office });
  const today = ports.clock.today();
  return { office, offices, today, year: year ?? Number(today.slice(0, 4)) };
}

async function readRoundsOf(ports: Ports, office: OrganisationId, asked: RoundId | undefined) {
  const seen = await readRoundsSeen(ports.store, office);
  const wanted = [...new Set([...seen, ...(asked === undefined ? [] : [asked])])];
  const items = await getAll(
    ports.store,
    wanted.map((id) => keys.round(id)),
  );
  const rounds = items.flatMap((item) => loadRound(item)?.value ?? []);
  const round = asked === undefined ? rounds[0] : rounds.find(({ id }) => id === asked);
  if (asked !== undefined && round === undefined) throw new Refusal('RoundNotFound', { round: asked });
  const before = round === undefined ? undefined : roundBefore(round, rounds);
  return { rounds: rounds.filter(({ id }) => seen.includes(id) || id === asked), round, before };
}

export interface Counted<Cell> {
  /** That entered what is counted. */
  readonly organisation: OrganisationId;
  readonly cells: readonly Cell[];
}

/** What the office counts of a round, by who entered it. */
export async function countedIn(
  ports: Pick<Ports, 'store'>,
  office: OrganisationId,
  round: Round | undefined,
): Promise<Counted<StandingCell>[]> {
  const found: readonly RoundFigures[] =
    round === undefined ? [] : await readRoundFigures(ports.store, round.id);
  return found
    .map(({ organisation, groups }) => ({ organisation, cells: countedBy(groups, office) }))
    .filter(({ cells }) => cells.length > 0);
}

interface Known {
  readonly names: Names;
  readonly level: (id: OrganisationId) => Organisation['level'] | undefined;
  readonly today: string;
}

function nominationsOf(
  now: readonly Counted<StandingCell>[],
  then: readonly Counted<StandingCell>[] | undefined,
  known: Known,
): RoundFiguresView {
  const cells = now.flatMap((one) => one.cells);
  const earlier = then?.flatMap((one) => one.cells);
  const compared = (of: (cell: StandingCell) => boolean): Compared => ({
    count: sumOf(cells.filter(of)),
    ...(earlier === undefined ? {} : { before: sumOf(earlier.filter(of)) }),
  });
  const units = [...new Set([...now, ...(then ?? [])].map(({ organisation }) => organisation))];
  const ofUnit = (all: readonly Counted<StandingCell>[], unit: OrganisationId): number =>
    sumOf(all.flatMap(({ organisation, cells: own }) => (organisation === unit ? own : [])));
  return {
    total: compared(() => true),
    statuses: caseStatuses
      .map((status) => ({ status, ...compared((cell) => cell.status === status) }))
      .filter(({ count, before = 0 }) => count + before > 0),
    standings: standings
      .map((standing) => ({ standing, count: sumOf(cells.filter((cell) => cell.standing === standing)) }))
      .filter(({ standing, count }) => count > 0 && standing !== 'ended' && standing !== 'draft'),
    places: placesOf(cells, known),
    units: units
      .map((unit) => ({
        unit: known.names.organisation(unit),
        count: ofUnit(now, unit),
        ...(then === undefined ? {} : { before: ofUnit(then, unit) }),
      }))
      .toSorted(byCount),
  };
}

/** From the lowest level to the highest, and in each where most stand first. */
function placesOf(cells: readonly StandingCell[], { names, level }: Known): PlaceFigure[] {
  const places = Map.groupBy(
    cells.filter(({ holder }) => holder !== undefined),
    ({ holder, step, standing }) => [holder, step, standing].join(' '),
  );
  return [...places.values()]
    .flatMap((same): PlaceFigure[] => {
      const [first] = same;
      if (first?.holder === undefined) return [];
      const { holder, step, standing } = first;
      return [
        {
          holder: names.organisation(holder),
          level: level(holder),
          ...(step === undefined ? {} : { step: stepName(step) }),
          standing,
          count: sumOf(same),
        },
      ];
    })
    .toSorted((one, other) => rankOfLevel(one) - rankOfLevel(other) || byCount(one, other));
}

const rankOfLevel = ({ level }: PlaceFigure): number =>
  level === undefined ? levels.length : levels.indexOf(level);

const byCount = (one: { readonly count: number }, other: { readonly count: number }): number =>
  other.count - one.count;

function awardsOf(
  figures: readonly (AwardFigures & { readonly cells: readonly AwardCell[] })[],
  names: Names,
): AwardFiguresView {
  const own = figures.filter(({ cells }) => cells.length > 0);
  const cells = own.flatMap((one) => one.cells);
  const forms = Map.groupBy(cells, ({ form }) => form);
  const units = Map.groupBy(own, ({ organisation }) => organisation);
  const some = ({ count }: { readonly count: number }): boolean => count > 0;
  return {
    total: sumOf(cells),
    forms: [...forms].map(([form, same]) => ({ form, count: sumOf(same) })).toSorted(byCount),
    kinds: subjectKinds
      .map((kind) => ({ kind, count: sumOf(cells.filter((cell) => cell.kind === kind)) }))
      .filter(some),
    units: [...units]
      .map(([unit, same]) => ({
        unit: names.organisation(unit),
        count: sumOf(same.flatMap((one) => one.cells)),
      }))
      .toSorted(byCount),
    sexes: sexes.map((sex) => ({ sex, count: sumOf(cells.filter((cell) => cell.sex === sex)) })).filter(some),
    work: directness
      .map((work) => ({ work, count: sumOf(cells.filter((cell) => cell.work === work)) }))
      .filter(some),
  };
}
