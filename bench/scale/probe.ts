import type { Ports } from '#shared/ports.ts';
import type { Places } from './season.ts';

/** One use case on a filled store. What it needs to know is read before it is measured. */
export interface Probe {
  readonly name: string;
  readonly prepare: (ports: Ports, at: Places) => Promise<() => Promise<unknown>>;
}

export function probe(name: string, run: (ports: Ports, at: Places) => Promise<unknown>): Probe {
  return { name, prepare: async (ports, at) => () => run(ports, at) };
}

export const only = <T>(list: readonly T[], place = 0): T => {
  const found = list[place];
  if (found === undefined) throw new RangeError(`nothing at place ${place}`);
  return found;
};

export type Choose<T> = (at: Places) => T;
