import { isRefusal, type RefusalCode } from '#shared/domain/refusal.ts';
import { canonicalOf } from './canonical.ts';
import { Graph } from './graph.ts';
import { titleOf, type Move } from './move.ts';
import { situationOf, type Situation } from './situation.ts';
import type { World, WorldState } from './world.ts';

/** A move that was tried in a state, and what became of it. */
export interface Tried {
  readonly move: Move;
  /** The state that it led to, or why it wasn't taken. */
  readonly to: number | RefusalCode;
}

/** A state that has been walked through. */
export interface Visit {
  readonly state: number;
  readonly situation: Situation;
  readonly saved: WorldState;
  /** Those moves that could still be paid for. */
  readonly tried: readonly Tried[];
}

export interface WalkOptions {
  readonly world: World;
  readonly moves: (situation: Situation, saved: WorldState) => Promise<Move[]>;
  /** Moves that cost something are taken only until the budget is spent. */
  readonly price?: (move: Move) => number;
  readonly budget?: number;
  /** Walks each state that was reached in two ways from both, to see that they lead to the same. */
  readonly twins?: boolean;
  /** Looks at every state; the world stands in it and is put back afterwards. @returns what is wrong there */
  readonly look?: (visit: Visit) => Promise<readonly string[]>;
  /** Is told of every move that was taken, with what was before it and what is after it. */
  readonly passed?: (before: Situation, move: Move, after: Situation) => void;
}

export interface Walked {
  readonly graph: Graph;
  readonly faults: readonly string[];
  /** Moves on the shortest way to the state that is farthest off. */
  readonly depth: number;
  /** False when it stopped at the first faults. */
  readonly complete: boolean;
  /** The way to a state, from the beginning. */
  readonly wayTo: (state: number) => string[];
}

interface Found {
  readonly state: number;
  readonly saved: WorldState;
  readonly spent: number;
}

const mostFaults = 5;

/**
 * Walks from where the world stands to every state that its moves lead to, breadth first, what costs nothing before what
 * costs something: so each state is walked through with as much of the budget left as it can be reached with.
 */
export async function walk(options: WalkOptions): Promise<Walked> {
  const { world, price = () => 0, budget = 0, look } = options;
  const graph = new Graph();
  const numbers = new Map<string, number>();
  const twins = new Map<number, WorldState>();
  const [spentAt, parents, depths]: [number[], number[], number[]] = [[], [], []];
  const titles: string[] = [];
  const walked = new Set<number>();
  const faults: string[] = [];
  const waiting: Found[][] = Array.from({ length: budget + 1 }, () => []);
  const nameOf = (situation: Situation): string => canonicalOf(situation, world.clock.office());

  function wayTo(state: number): string[] {
    const way: string[] = [];
    for (let at = state; parents[at] !== -1; at = parents[at]!) way.unshift(titles[at]!);
    return way;
  }

  function arrive(
    situation: Situation,
    { from, title, spent }: { from: number; title: string; spent: number },
  ): number {
    const name = nameOf(situation);
    const known = numbers.get(name);
    const state = known ?? graph.addState();
    if (known === undefined) {
      numbers.set(name, state);
      parents.push(from);
      titles.push(title);
      depths.push(from === -1 ? 0 : depths[from]! + 1);
    } else {
      if (options.twins === true && !walked.has(state)) twins.set(state, world.save());
      if (spent >= spentAt[state]! || walked.has(state)) return state;
    }
    spentAt[state] = spent;
    waiting[spent]!.push({ state, saved: world.save(), spent });
    return state;
  }

  /** Tries whatever can still be paid for. */
  async function tryAll(
    { saved, spent }: Pick<Found, 'saved' | 'spent'>,
    reach: (found: Situation, move: Move, spent: number) => number,
  ): Promise<Tried[]> {
    const tried: Tried[] = [];
    for (const move of await options.moves(situationOf(world), saved)) {
      const after = spent + price(move);
      if (after > budget) continue;
      world.restore(saved);
      const refused = await refusalOf(move);
      tried.push({ move, to: refused ?? reach(await rested(world), move, after) });
    }
    world.restore(saved);
    return tried;
  }

  async function leave({ state, saved, spent }: Found): Promise<void> {
    const situation = situationOf(world);
    const tried = await tryAll({ saved, spent }, (found, move, after) => {
      options.passed?.(situation, move, found);
      const to = arrive(found, { from: state, title: titleOf(move), spent: after });
      graph.addTransition(state, to, move.kind);
      return to;
    });
    const unlike = await unlikeTwin({ state, spent }, tried);
    world.restore(saved);
    const wrong = (await look?.({ state, situation, saved, tried })) ?? [];
    for (const fault of [...unlike, ...wrong]) faults.push([fault, ...wayTo(state)].join('\n  '));
  }

  /** What was taken for the same state must go on in the same way: else a walk would leave out what comes of it. */
  async function unlikeTwin(
    { state, spent }: Omit<Found, 'saved'>,
    tried: readonly Tried[],
  ): Promise<string[]> {
    const twin = twins.get(state);
    if (twin === undefined) return [];
    twins.delete(state);
    world.restore(twin);
    const same = await tryAll({ saved: twin, spent }, (found) => numbers.get(nameOf(found)) ?? -1);
    // What leads nowhere else may be there or not.
    const [one, other] = [tried, same].map(
      (all) => new Set(all.filter(({ to }) => to !== state).map(goingOn)),
    );
    const differing = [...one!.symmetricDifference(other!)];
    return differing.length === 0 ? [] : [`two that look alike go on otherwise: ${differing.join(', ')}`];
  }

  const soFar = (complete: boolean): Walked => {
    const depth = depths.reduce((most, one) => Math.max(most, one), 0);
    return { graph, faults, wayTo, depth, complete };
  };

  arrive(await rested(world), { from: -1, title: '', spent: 0 });
  for (let spent = 0; spent <= budget; spent += 1) {
    const queue = waiting[spent]!;
    for (let next = 0; next < queue.length; next += 1) {
      const found = queue[next]!;
      // What was walked through lets go of what it stood on.
      queue[next] = undefined as never;
      if (walked.has(found.state)) continue;
      if (faults.length >= mostFaults) return soFar(false);
      walked.add(found.state);
      world.restore(found.saved);
      await leave(found);
    }
  }
  return soFar(true);
}

/** How many operations effects take, and which of the waits it is, is nobody's business. */
const goingOn = ({ move: { kind, name }, to }: Tried): string =>
  `${kind === 'act' ? name : kind} leads to ${String(to)}`;

/** Choices of the flow are made and notices given, so that a state is one in which somebody or something may go on. */
export async function rested(world: World): Promise<Situation> {
  await world.flows.rest();
  return situationOf(world);
}

async function refusalOf(move: Move): Promise<RefusalCode | undefined> {
  try {
    await move.run();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}
