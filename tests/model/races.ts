import { isRefusal, type Refusal } from '#shared/domain/refusal.ts';
import { canonicalOf } from './canonical.ts';
import { operationsOf } from './interleavings.ts';
import { titleOf, type Move } from './move.ts';
import { rested, type Visit } from './walk.ts';
import type { World, WorldState } from './world.ts';

/** What two acts came to. */
interface Outcome {
  readonly first: Refusal | undefined;
  readonly second: Refusal | undefined;
  readonly state: string;
}

/**
 * One winner: of any two acts that were decided on the same reading, the one that is stored later is refused and changes
 * nothing, or does what it would have done had it been asked for later. What says that something moved on names what moved
 * it, and who.
 * @returns pairs that end otherwise
 */
export async function unfairRaces(world: World, { tried, saved }: Visit): Promise<string[]> {
  const acts = tried.flatMap(({ move, to }) => (move.kind === 'act' && typeof to === 'number' ? [move] : []));
  const faults: string[] = [];
  for (const late of acts) {
    const operations = await operationsOf(world, saved, () => late.run());
    const commits = operations.filter((operation) => operation === 'commit').length;
    for (const early of acts) {
      const inOrder = await oneAfterTheOther(world, saved, [early, late]);
      for (let commit = 1; commit <= commits; commit += 1) {
        const found = await atOnce(world, saved, { early, late, commit });
        const fault = await faultIn(found, { inOrder, early }, () =>
          oneAfterTheOther(world, saved, [late, early]),
        );
        if (fault !== undefined) faults.push(`${titleOf(early)} while ${titleOf(late)} is stored: ${fault}`);
      }
    }
  }
  world.restore(saved);
  return faults;
}

/** One of them is done as the other comes to one of its commits. */
async function atOnce(
  world: World,
  saved: WorldState,
  { early, late, commit }: { early: Move; late: Move; commit: number },
): Promise<Outcome> {
  world.restore(saved);
  let [commits, first] = [0, undefined as Refusal | undefined];
  const second = await refusalOf(() =>
    world.watched(
      async (_number, operation) => {
        if (operation === 'commit' && (commits += 1) === commit) first = await refusalOf(() => early.run());
      },
      () => late.run(),
    ),
  );
  return { first, second, state: await stateOf(world) };
}

async function oneAfterTheOther(
  world: World,
  saved: WorldState,
  [one, other]: readonly [Move, Move],
): Promise<Outcome & { readonly between: string }> {
  world.restore(saved);
  const first = await refusalOf(() => one.run());
  const between = await stateOf(world);
  const second = await refusalOf(() => other.run());
  return { first, second, between, state: second === undefined ? await stateOf(world) : between };
}

async function faultIn(
  found: Outcome,
  { inOrder, early }: { inOrder: Outcome & { between: string }; early: Move },
  otherwise: () => Promise<Outcome>,
): Promise<string | undefined> {
  const { first, second, state } = found;
  if (second !== undefined) {
    if (first !== undefined) return `both are refused, with ${first.code} and ${second.code}`;
    if (state !== inOrder.between) return `${second.code}, but it left its mark`;
    return namesIt(second, early) ? undefined : `${second.code} doesn't say what happened`;
  }
  if (first === undefined && inOrder.second === undefined && state === inOrder.state) return undefined;
  // An act of several commits may have done its own before the other came.
  const turned = await otherwise();
  return turned.second?.code === first?.code && state === turned.state
    ? undefined
    : 'both went through, otherwise than one after the other';
}

const stateOf = async (world: World): Promise<string> =>
  canonicalOf(await rested(world), world.clock.office());

async function refusalOf(run: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** Refusals that say what is wrong now need no more; one that only says "moved on" tells by whose act. */
function namesIt({ code, details }: Refusal, early: Move): boolean {
  if (!['CaseMovedOn', 'CaseIsMoving', 'ListMovedOn'].includes(code)) return true;
  const { happened, by } = details;
  // Papers that were attached for the act came last.
  return typeof happened === 'string' && (by === early.by?.id || happened.startsWith('File'));
}
