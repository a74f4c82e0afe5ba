import type { Person } from '#shared/domain/directory.ts';

/**
 * What can happen next.
 * `act`: what somebody does. `onTheWay`: effects, calls of the flow, the sweep: what follows by itself, soon. `time`: the
 * office's clock goes on to the next day on which a wait runs out. `mishap`: something is killed, or gets lost.
 */
export interface Move {
  readonly kind: 'act' | 'onTheWay' | 'time' | 'mishap';
  /** As it stands in a picture: `askSupplement`. */
  readonly name: string;
  /** The case or list that it is done to, or that follows. */
  readonly record: string;
  readonly by?: Person;
  /** Leads off the straight way to an award: a walk may take only so many of these. */
  readonly detour?: true;
  /** @throws Refusal when it isn't taken; then nothing has changed */
  run(): Promise<void>;
}

type Act = Pick<Move, 'name' | 'record' | 'detour'>;

/** An act by the first of these hands; nothing where there is none. */
export function actBy(act: Act, [by]: readonly Person[], run: (by: Person) => Promise<void>): Move[] {
  return by === undefined ? [] : [{ ...{ kind: 'act', by, ...act }, run: () => run(by) }];
}

export const titleOf = ({ kind, name, record, by }: Move): string =>
  `${kind === 'act' ? '' : `${kind}: `}${name} ${record.slice(0, 4)}…${record.slice(-4)}${by === undefined ? '' : ` (${by.username})`}`;
