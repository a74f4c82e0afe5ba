import { isEnded, standingOf } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { withTheCity } from '#tests/support/city-offices.ts';
import type { TestHome } from '#tests/support/test-home.ts';
import { recordsOf } from './canonical.ts';
import { caseMoves } from './case-moves.ts';
import { interleavings } from './interleavings.ts';
import { listMoves } from './list-moves.ts';
import { mishaps, type MishapKind } from './mishaps.ts';
import type { Move } from './move.ts';
import { keptByOne, postMoves } from './post-moves.ts';
import { faultsIn, isResting } from './properties.ts';
import { unfairRaces } from './races.ts';
import type { Situation } from './situation.ts';
import { walk, type Visit, type Walked, type WalkOptions } from './walk.ts';
import { movesOnTheWay, timeMoves } from './way-moves.ts';
import type { Way } from './ways.ts';
import { createWorld, type World, type WorldState } from './world.ts';

/** How far a walk goes. */
export interface Setting {
  readonly way: Way;
  readonly cases: 1 | 2;
  /** How many mishaps, passing days and detours that are counted it takes at most on any way. */
  readonly budget: number;
  /** Supplement, hold, strike, withdrawal and the like. */
  readonly detours: 'free' | 'counted' | 'none';
  readonly mishaps?: readonly MishapKind[];
  readonly daysPass?: boolean;
  /** Acts, effects and calls of the flow also come in the middle of what goes on by itself; each counts as a detour. */
  readonly interleaved?: boolean;
  /** In each state of the records any two acts at once, too. */
  readonly races?: boolean;
  readonly twins?: boolean;
  /** Acts come when all is at rest, or to a case that is between two steps; what is on its way goes on record by record. */
  readonly inTurn?: boolean;
  /** Whoever holds the post that is waited for is succeeded by another; counted. */
  readonly posts?: boolean;
}

interface Besides extends Pick<WalkOptions, 'passed'> {
  /** Another world than the real one: what is wrong in it is to be found. */
  readonly world?: World;
}

/** Walks every state of a small world, and looks for what must not be in any of them. */
export async function walkSmallWorld(setting: Setting, besides: Besides = {}): Promise<Walked> {
  const { world = await createWorld(), passed } = besides;
  await begin(world, setting);
  const [ends, rests]: [number[], number[]] = [[], []];
  const racesIn = setting.races === true ? racesOnce(world) : () => [];
  const patient = setting.mishaps?.includes('tokens') ?? false;
  const walked = await walk({
    ...{
      world,
      budget: setting.budget,
      twins: setting.twins === true,
      moves: (situation, saved) => movesIn({ world, situation, saved }, setting),
    },
    price: (move) => priceOf(setting, move),
    ...(passed === undefined ? {} : { passed }),
    async look(visit) {
      if (visit.situation.cases.every(({ subject }) => isEnded(subject.status))) ends.push(visit.state);
      if (isResting(visit.tried)) rests.push(visit.state);
      const away =
        setting.inTurn === true ? standing(visit.situation, movesOnTheWay(world, visit.situation)) : [];
      return [...(await faultsIn(world, visit, { patient, away: new Set(away) })), ...(await racesIn(visit))];
    },
  });
  return walked.complete
    ? { ...walked, faults: [...walked.faults, ...stuckIn(walked, ends, rests)] }
    : walked;
}

/** The drafts with which a walk begins. */
export async function begin(world: World, { way, cases }: Pick<Setting, 'way' | 'cases'>): Promise<void> {
  await withTheCity({ ports: world.ports } as unknown as TestHome);
  await keptByOne(world);
  let before: CaseId | undefined;
  for (let nth = 0; nth < cases; nth += 1) before = await way.draft(world, before);
}

async function movesIn(
  scene: { world: World; situation: Situation; saved: WorldState },
  { way, mishaps: kinds = [], daysPass = false, interleaved = false, inTurn = false, posts = false }: Setting,
): Promise<Move[]> {
  const { world, situation, saved } = scene;
  const every = movesOnTheWay(world, situation);
  const onTheWay = inTurn ? every.filter(({ record }) => record === every[0]!.record) : every;
  const away = inTurn ? standing(situation, every) : new Set<string>();
  const all = [...actsIn(world, way, situation), ...(posts ? postMoves(world) : [])];
  const acts = all.filter(({ record }) => !away.has(record));
  const inner = [...acts, ...onTheWay];
  const mixed = interleaved ? await interleavings(world, saved, { outer: onTheWay, inner }) : [];
  const days = daysPass ? timeMoves(world, situation, onTheWay) : [];
  return [...inner, ...days, ...(await mishaps(scene, kinds)), ...mixed];
}

/** While something is on its way: all but what is between two steps. */
function standing({ cases, lists }: Situation, onTheWay: readonly Move[]): ReadonlySet<string> {
  if (onTheWay.length === 0) return new Set();
  const stay = cases.filter(({ subject }) => standingOf(subject) !== 'moving');
  return new Set([...stay, ...lists].map(({ record }) => record));
}

export const actsIn = (world: World, way: Way, situation: Situation): Move[] => [
  ...situation.cases.flatMap((one) => caseMoves(world, way, one)),
  ...listMoves(world, way, situation),
];

/** Whoever acts sees the records only: each state of them is tried once, wherever effects and flow have come. */
function racesOnce(world: World): (visit: Visit) => Promise<string[]> {
  const seen = new Set<string>();
  return async (visit) => {
    const records = recordsOf(visit.situation, world.clock.office());
    if (seen.has(records)) return [];
    seen.add(records);
    return unfairRaces(world, visit);
  };
}

/** A change of form leaves a step behind each time: for ever, if nobody counts. */
function priceOf({ detours }: Setting, { kind, name, record, detour }: Move): number {
  if (kind === 'mishap') return 1;
  if (detour !== true) return 0;
  if (kind !== 'time' && detours === 'none') return Number.POSITIVE_INFINITY;
  return kind === 'time' || detours === 'counted' || name === 'changeForm' || record.startsWith('ORG#')
    ? 1
    : 0;
}

/** From everywhere an end can be reached, and what is on its way comes to rest without anybody's doing. */
function stuckIn({ graph, wayTo }: Walked, ends: readonly number[], rests: readonly number[]): string[] {
  const tell = (fault: string, state: number | undefined): string[] =>
    state === undefined ? [] : [[fault, ...wayTo(state)].join('\n  ')];
  return [
    ...tell('no end can be reached', graph.awayFrom(ends, ['act', 'onTheWay', 'time'])),
    ...tell('nothing comes to rest', graph.awayFrom(rests, ['onTheWay', 'time'])),
    ...tell('it goes round for ever', graph.endless(['onTheWay'])),
  ];
}
