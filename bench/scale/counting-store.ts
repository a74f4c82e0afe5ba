import type { Item, Store } from '#shared/ports.ts';
import { keyOf } from '#shared/store-limits.ts';
import { unitsOfCommit, unitsOfGet, unitsOfQuery, type Touch } from './item-units.ts';

/** One call of the store. */
export interface Trip {
  readonly operation: 'get' | 'query' | 'commit';
  /** 1, and one more for each call that had ended before this one began: how long a chain of round trips is. */
  readonly depth: number;
  readonly items: number;
  readonly touches: readonly Touch[];
  /** Name of the error in which it ended; then nothing was stored. */
  readonly refused?: string;
}

export interface Counted {
  readonly gets: number;
  readonly queries: number;
  readonly commits: number;
  /** The longest chain of calls that waited for each other. */
  readonly deep: number;
  /** Items that came back from reads. */
  readonly itemsRead: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface CountingStore extends Store {
  /** Calls since the last `take`, in the order in which they began. */
  take(): readonly Trip[];
}

/**
 * Counts what a store is asked. Units are computed from the items, whatever engine holds them.
 * @param beside the same data, for reads of the counting's own: what stood where a commit writes
 */
export function createCountingStore(store: Store, beside: Pick<Store, 'get'> = store): CountingStore {
  let done: Trip[] = [];
  let deepestEnded = 0;

  async function counted<T>(
    operation: Trip['operation'],
    call: () => Promise<T>,
    told: (answer: T) => Pick<Trip, 'items' | 'touches'>,
    inVain: () => readonly Touch[] = () => [],
  ): Promise<T> {
    const depth = deepestEnded + 1;
    const end = (trip: Pick<Trip, 'items' | 'touches' | 'refused'>): void => {
      deepestEnded = Math.max(deepestEnded, depth);
      done.push({ operation, depth, ...trip });
    };
    try {
      const answer = await call();
      end(told(answer));
      return answer;
    } catch (error) {
      end({ items: 0, touches: inVain(), refused: error instanceof Error ? error.name : 'unknown' });
      throw error;
    }
  }

  return {
    get: (keys) =>
      counted(
        'get',
        () => store.get(keys),
        (found) => ({ items: present(found), touches: unitsOfGet(keys, found) }),
      ),
    query: (query) =>
      counted(
        'query',
        () => store.query(query),
        ({ items }) => ({ items: items.length, touches: unitsOfQuery(query, items) }),
      ),
    commit: async (writes) => {
      let before: readonly (Item | undefined)[] = [];
      const touches = (): Touch[] => unitsOfCommit(writes, before);
      await counted(
        'commit',
        async () => {
          before = await beside.get(writes.map(keyOf));
          await store.commit(writes);
        },
        () => ({ items: 0, touches: touches() }),
        // A refused transaction is charged for its items all the same; no index follows it.
        () => touches().filter(({ partition }) => !partition.startsWith('by-')),
      );
    },
    take() {
      const taken = done;
      done = [];
      deepestEnded = 0;
      return taken;
    },
  };
}

const present = (found: readonly (Item | undefined)[]): number =>
  found.filter((item) => item !== undefined).length;

export function countOf(trips: readonly Trip[]): Counted {
  const of = (operation: Trip['operation']): number =>
    trips.filter((trip) => trip.operation === operation).length;
  const touches = trips.flatMap((trip) => trip.touches);
  return {
    gets: of('get'),
    queries: of('query'),
    commits: of('commit'),
    deep: Math.max(0, ...trips.map((trip) => trip.depth)),
    itemsRead: trips.reduce((total, trip) => total + trip.items, 0),
    readUnits: touches.reduce((total, touch) => total + touch.readUnits, 0),
    writeUnits: touches.reduce((total, touch) => total + touch.writeUnits, 0),
  };
}
