import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import type { Move } from './move.ts';
import { carrierOf, type Situation } from './situation.ts';
import { areDue, recordOf } from './way-moves.ts';
import { operationsOf } from './interleavings.ts';
import type { World, WorldState } from './world.ts';

class Killed extends Error {}

/**
 * What may go wrong under way, none of it anybody's act. `tokens`: a token that was taken and never came: no engine does
 * so, and only the next day on which something is due helps.
 */
export const mishapKinds = ['executions', 'calls', 'effects', 'tokens'] as const;
export type MishapKind = (typeof mishapKinds)[number];

/** What a state is when something goes wrong in it. */
interface Scene {
  readonly world: World;
  readonly situation: Situation;
  readonly saved: WorldState;
}

export async function mishaps(scene: Scene, kinds: readonly MishapKind[]): Promise<Move[]> {
  const moves = await Promise.all(kinds.map(async (kind) => makers[kind](scene)));
  return moves.flat();
}

const mishap = (name: string, record: string, run: () => Promise<unknown>): Move => ({
  ...{ kind: 'mishap', name, record },
  async run() {
    await run();
  },
});

function lostExecutions({ world: { flows }, situation }: Scene): Move[] {
  return situation.cases.flatMap((one) => {
    const carrier = carrierOf(one);
    if (carrier?.status !== 'RUNNING') return [];
    return [
      mishap('aborted', one.record, async () => {
        flows.abort(carrier.id);
      }),
      mishap('forgotten', one.record, async () => {
        flows.forget(carrier.id);
      }),
    ];
  });
}

/** A function that fails for good, and one that did its work and was killed before it could say so. */
function lostCalls({ world: { flows } }: Scene): Move[] {
  return flows
    .movable()
    .flatMap((row) => [
      mishap(`${row.state} fails`, recordOf(row), () => flows.fail(row.id)),
      mishap(`${row.state} unanswered`, recordOf(row), () => flows.advance(row.id, { keep: false })),
    ]);
}

const effectsDue = ({ cases, lists }: Situation): string[] =>
  [...cases, ...lists].filter(({ backlog }) => areDue(backlog)).map(({ record }) => record);

async function lostEffects({ world, situation, saved }: Scene): Promise<Move[]> {
  const moves: Move[] = [];
  for (const record of effectsDue(situation)) {
    const operations = await operationsOf(world, saved, () => catchUp(world.ports, record));
    // Killed after a read it leaves what it left before it.
    for (let done = 1; done < operations.length; done += 1)
      if (operations[done - 1] !== 'read')
        moves.push(mishap(`effects killed after ${String(done)}`, record, () => killed(world, done, record)));
  }
  return moves;
}

const lostTokens = ({ world, situation }: Scene): Move[] =>
  effectsDue(situation).map((record) =>
    mishap('token lost', record, () => world.deaf(() => catchUp(world.ports, record))),
  );

async function killed(world: World, done: number, record: string): Promise<void> {
  try {
    await world.watched(
      async (operation) => {
        if (operation > done) throw new Killed();
      },
      () => catchUp(world.ports, record),
    );
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

const makers: Readonly<Record<MishapKind, (scene: Scene) => Move[] | Promise<Move[]>>> = {
  executions: lostExecutions,
  calls: lostCalls,
  effects: lostEffects,
  tokens: lostTokens,
};
