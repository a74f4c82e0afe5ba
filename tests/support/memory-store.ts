import { CommitConflict, type Condition, type Item, type Query, type Store } from '#shared/ports.ts';
import { cursorAt, placeOf } from '#shared/store-cursor.ts';
import {
  defaultPageItems,
  keyOf,
  pageBytes,
  refuseUnaskable,
  refuseUnreadable,
  refuseUnwritable,
} from '#shared/store-limits.ts';

/** Items by partition and sort key. What is saved shares with what comes after it all that stayed the same. */
export type Saved = ReadonlyMap<string, ReadonlyMap<string, Item>>;

/** Keeps everything in memory, so that a walk can go back to any state it has saved at the cost of one map. */
export interface MemoryStore extends Store {
  save(): Saved;
  restore(saved: Saved): void;
  items(): Item[];
}

export function createMemoryStore(): MemoryStore {
  let partitions: Saved = new Map();
  const find = ({ pk, sk }: { pk: string; sk: string }): Item | undefined => partitions.get(pk)?.get(sk);
  const items = (): Item[] => [...partitions.values()].flatMap((partition) => [...partition.values()]);

  return {
    save: () => partitions,
    restore(saved) {
      partitions = saved;
    },
    items,
    async get(keys) {
      refuseUnreadable(keys);
      return keys.map(find);
    },
    async query(query) {
      refuseUnaskable(query);
      const place = placeOf(query);
      const found = query.index === undefined ? [...(partitions.get(query.pk)?.values() ?? [])] : items();
      const sorted = found
        .filter((item) => isAsked(query, item))
        .sort((one, other) => inOrder(placeIn(query, one), placeIn(query, other)));
      if (query.descending === true) sorted.reverse();
      const rest =
        place === undefined
          ? sorted
          : sorted.filter((item) => {
              const order = inOrder(placeIn(query, item), [place.sortKey, place.pk, place.sk]);
              return query.descending === true ? order < 0 : order > 0;
            });
      return pageOf(query, rest);
    },
    async commit(writes) {
      refuseUnwritable(writes);
      const failed = writes.flatMap((write, index) => {
        const found = find(keyOf(write));
        return write.if === undefined || holds(write.if, found) ? [] : [{ index, found }];
      });
      if (failed.length > 0) throw new CommitConflict(failed);
      const after = new Map(partitions);
      for (const write of writes) {
        if ('check' in write) continue;
        const { pk, sk } = keyOf(write);
        const partition = new Map(after.get(pk));
        if ('put' in write) partition.set(sk, keptOf(write.put));
        else partition.delete(sk);
        after.set(pk, partition);
      }
      partitions = after;
    },
  };
}

/** What the caller does to its objects afterwards changes nothing. */
const keptOf = (item: Item): Item => ({
  ...item,
  body: JSON.parse(JSON.stringify(item.body)) as Item['body'],
});

function holds(condition: Condition, found: Item | undefined): boolean {
  if ('absent' in condition) return found === undefined;
  if (found === undefined) return false;
  if ('present' in condition) return true;
  if ('version' in condition) return found.version === condition.version;
  return Object.entries(condition.equals).every(([name, value]) => found.body[name] === value);
}

const sortKeyIn = ({ index }: Query, item: Item): string =>
  index === undefined ? item.sk : (item[index]?.sk ?? '');

const placeIn = (query: Query, item: Item): Place => [sortKeyIn(query, item), item.pk, item.sk];
type Place = readonly [string, string, string];

function isAsked(query: Query, item: Item): boolean {
  if (query.index !== undefined && item[query.index]?.pk !== query.pk) return false;
  const sortKey = sortKeyIn(query, item);
  const { prefix, from, to } = query;
  return (
    (prefix === undefined || sortKey.startsWith(prefix)) &&
    (from === undefined || byBytes(sortKey, from) >= 0) &&
    (to === undefined || byBytes(sortKey, to) <= 0)
  );
}

function inOrder(one: Place, other: Place): number {
  return byBytes(one[0], other[0]) || byBytes(one[1], other[1]) || byBytes(one[2], other[2]);
}

const beyondAscii = /[^\0-\x7f]/;

/** Text compares as UTF-8 bytes, as every store compares its keys. */
function byBytes(one: string, other: string): number {
  if (one === other) return 0;
  if (beyondAscii.test(one) || beyondAscii.test(other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

function pageOf(query: Query, rest: readonly Item[]): { items: Item[]; cursor?: string } {
  const page: Item[] = [];
  let bytes = 0;
  for (const item of rest) {
    bytes += Buffer.byteLength(JSON.stringify(item.body));
    const last = page.at(-1);
    if (last !== undefined && (page.length === (query.limit ?? defaultPageItems) || bytes > pageBytes))
      return { items: page, cursor: cursorAt({ sortKey: sortKeyIn(query, last), pk: last.pk, sk: last.sk }) };
    page.push(item);
  }
  return { items: page };
}
