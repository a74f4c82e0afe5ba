import { titleOf, type Move } from './move.ts';
import type { Operation, World, WorldState } from './world.ts';

/** What it asks of store and workflow, in order, begun in this state. */
export async function operationsOf(
  world: World,
  saved: WorldState,
  run: () => Promise<void>,
): Promise<Operation[]> {
  const operations: Operation[] = [];
  world.restore(saved);
  await world.watched(async (_number, operation) => void operations.push(operation), run);
  world.restore(saved);
  return operations;
}

/** What goes on by itself, with something else in the middle of it: ahead of each of its operations but the first. */
export async function interleavings(
  world: World,
  saved: WorldState,
  { outer, inner }: { outer: readonly Move[]; inner: readonly Move[] },
): Promise<Move[]> {
  const moves: Move[] = [];
  for (const around of outer) {
    const { length: operations } = await operationsOf(world, saved, () => around.run());
    for (const within of inner.filter((move) => move !== around)) {
      for (let at = 2; at <= operations; at += 1) moves.push(interleaved(world, around, within, at));
    }
  }
  return moves;
}

function interleaved(world: World, around: Move, within: Move, at: number): Move {
  return {
    ...within,
    name: `${titleOf(around)} with ${within.name} ahead of operation ${String(at)}`,
    detour: true,
    run: () =>
      world.watched(
        async (operation) => {
          if (operation === at) await within.run();
        },
        () => around.run(),
      ),
  };
}
