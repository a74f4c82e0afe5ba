import type { Execution } from '#local/workflow/execution.ts';
import { at, dayOf, epochMs } from '#shared/domain/time.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { nextGeneration } from '#shared/use-cases/flow/carry.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import type { Move } from './move.ts';
import { carrierOf, onlyTells, type Backlog, type CaseSituation, type Situation } from './situation.ts';
import type { World } from './world.ts';

/** Some of its effects move something, and somebody comes to do them. */
export const areDue = ({ marked, parked, entries }: Backlog): boolean =>
  marked && !parked && entries.some(({ act }) => !onlyTells(act));

/**
 * What goes on without anybody's doing: effects, calls of the flow, what repairs the one and the other. Effects that are
 * notices and nothing else are no move: whenever they are given, nobody's next move depends on it.
 */
export function movesOnTheWay(world: World, situation: Situation): Move[] {
  const { ports, flows } = world;
  const due = [...situation.cases, ...situation.lists].filter(
    ({ backlog }) => backlog.marked && !backlog.parked && backlog.entries.some(({ act }) => !onlyTells(act)),
  );
  return [
    ...due.map(({ record }) => onTheWay('effects', record, () => catchUp(ports, record))),
    ...flows.movable().map((row) => onTheWay(row.state, recordOf(row), () => flows.advance(row.id))),
    ...situation.cases.flatMap((one) => repairs(world, one)),
  ];
}

export const toldOfItsEnd = 'told of its end';

const onTheWay = (name: string, record: string, run: () => Promise<unknown>): Move => ({
  ...{ kind: 'onTheWay', name, record },
  async run() {
    await run();
  },
});

export const recordOf = ({ name }: Execution): string => `CASE#${name.slice(0, name.lastIndexOf('-'))}`;

function repairs(world: World, one: CaseSituation): Move[] {
  const { ports, clock, store } = world;
  const { record, flow } = one;
  const carrier = carrierOf(one);
  if (flow === undefined || flow.state === 'ended' || carrier?.status === 'RUNNING') return [];
  if (flow.state === 'parked') {
    const office = (async function* () {
      yield store.items().filter((item) => item.pk === record);
    })();
    return [onTheWay('rebuild', record, () => rebuild(ports, office))];
  }
  const told = onTheWay(toldOfItsEnd, record, () => nextGeneration(ports, record, flow.generation));
  const swept = onTheWay('sweep', record, async () => {
    clock.advance(3_660_000);
    await sweep(ports);
  });
  const overdue = dayOf(flow.lookAgainAt ?? clock.office()) <= clock.today();
  return [...(carrier === undefined ? [] : [told]), ...(overdue ? [swept] : [])];
}

/**
 * The clock goes on to the next day on which a wait runs out, or on which the sweep asks after one. It is no detour where a
 * case is carried by nothing that could be told: then days must pass, and do.
 */
export function timeMoves({ clock }: World, { cases }: Situation, onTheWay: readonly Move[]): Move[] {
  const days = cases.flatMap((one) => {
    const carrier = carrierOf(one);
    if (carrier?.status === 'RUNNING') return carrier.due === null ? [] : [dayOf(carrier.due)];
    const asked = one.flow?.state === 'running' ? one.flow.lookAgainAt : undefined;
    return asked === undefined ? [] : [dayOf(asked)];
  });
  const next = days.filter((day) => day > clock.today()).sort()[0];
  if (next === undefined) return [];
  const needed = onTheWay.length === 0 && cases.some(isForgotten);
  return [
    {
      ...{ kind: 'time', name: `it is ${next}`, record: 'the office' },
      ...(needed ? {} : { detour: true }),
      async run() {
        // Hours don't count, but the flow looks at dates in the morning.
        clock.advance(epochMs(at(next, 9)) - epochMs(clock.office()));
      },
    },
  ];
}

/** Under way, and nothing waits for its next turn. */
function isForgotten(one: CaseSituation): boolean {
  if (one.flow === undefined || one.flow.state === 'ended') return false;
  const carrier = carrierOf(one);
  return carrier?.status !== 'RUNNING' || carrier.variables['turn'] !== one.subject.turn;
}
