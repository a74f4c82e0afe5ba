import type { Item, Query, Store } from '../ports.ts';

/** Where a page begins: behind the sort key that was shown last, or, going back, before the one that was shown first. */
export interface Place {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

export interface StretchQuery extends Place {
  /** Read as one: no sort key stands in two of them. */
  readonly partitions: readonly string[];
  /** The last sort key is shown first. */
  readonly descending?: boolean;
  /** Items a page at most. */
  readonly size: number;
  /** What the page leaves out. */
  readonly keep?: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** Items that are looked at in each partition at most; without it is read on until the page is full. */
  readonly looked?: number;
}

export interface Stretch {
  readonly items: readonly Item[];
  /** `before` of the page before this one. */
  readonly previous?: string;
  /** `after` of the next page; without `more` nobody has looked whether anything stands there. */
  readonly next?: string;
  /** There are more items than these, in the direction in which was read. */
  readonly more: boolean;
}

const keepAll = (items: readonly Item[]): Promise<readonly Item[]> => Promise.resolve(items);

/**
 * One page of what lies in base partitions in the order of their sort keys: one consistent query a partition, and one
 * more where `keep` leaves so much out that the page isn't full.
 */
export async function readStretch(store: Store, asked: StretchQuery): Promise<Stretch> {
  const { size, after, before, looked, keep = keepAll } = asked;
  const backwards = before !== undefined;
  const descending = (asked.descending ?? false) !== backwards;
  const edge = before ?? after;
  const kept: Item[] = [];
  let end = edge;
  do {
    const read = await readOn(store, asked, { edge: end, descending });
    kept.push(...(await keep(read.items)));
    end = read.end;
  } while (end !== undefined && kept.length <= size && looked === undefined);
  const shown = kept.slice(0, size);
  const more = kept.length > size;
  const onward = more ? shown.at(-1)?.sk : end;
  const back = edge === undefined ? undefined : (shown[0]?.sk ?? edge);
  const [previous, next] = backwards ? [onward, back] : [back, onward];
  return {
    items: backwards ? shown.toReversed() : shown,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    more,
  };
}

/** @returns what stands behind `edge` in order, up to `end`, behind which a partition may go on */
async function readOn(
  store: Store,
  { partitions, size, looked = size + 1 }: StretchQuery,
  { edge, descending }: { readonly edge: string | undefined; readonly descending: boolean },
): Promise<{ readonly items: readonly Item[]; readonly end: string | undefined }> {
  // Bounds are inclusive: the edge itself comes once more.
  const limit = edge === undefined ? looked : looked + 1;
  const bound: Pick<Query, 'from' | 'to'> =
    edge === undefined ? {} : descending ? { to: edge } : { from: edge };
  const pages = await Promise.all(partitions.map((pk) => store.query({ pk, descending, limit, ...bound })));
  const inOrder = (one: string, other: string): number => (one < other !== descending ? -1 : 1);
  const end = pages
    .flatMap(({ items, cursor }) => (cursor === undefined ? [] : (items.at(-1)?.sk ?? [])))
    .sort(inOrder)[0];
  const items = pages
    .flatMap((page) => page.items)
    .filter(({ sk }) => sk !== edge && (end === undefined || sk === end || inOrder(sk, end) < 0))
    .sort((one, other) => inOrder(one.sk, other.sk));
  return { items, end };
}
