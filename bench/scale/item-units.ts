import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { toAttributes } from '#shared/dynamodb/item-attributes.ts';
import { table } from '#shared/dynamodb/table.ts';
import type { Item, Query, Write } from '#shared/ports.ts';
import { keyOf } from '#shared/store-limits.ts';

/**
 * Capacity units by DynamoDB's published rules, from the items themselves: what a table of another engine, or none, would
 * have been charged. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 * That a ConditionCheck counts as a write was measured by others on AWS; its pages are silent.
 * https://martinhicks.dev/articles/what-a-conditional-dynamodb-transaction-costs
 */
export interface Touch {
  /** The partition key's value; behind `by-g1/` in an index. */
  readonly partition: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const readBlock = 4_096;
const writeBlock = 1_024;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export function itemBytes(item: Item): number {
  return Object.entries(toAttributes(item)).reduce(
    (total, [name, value]) => total + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

/** A byte for two digits and one more; three for a list or map and one for each of its elements. */
function valueBytes({ S, N, L, M }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return numberBytes(N);
  if (L !== undefined) return L.reduce((total, element) => total + 1 + valueBytes(element), 3);
  if (M === undefined) return 1;
  return Object.entries(M).reduce(
    (total, [name, element]) => total + 1 + Buffer.byteLength(name) + valueBytes(element),
    3,
  );
}

function numberBytes(text: string): number {
  const digits = text.replaceAll(/[^0-9]/g, '').replace(/^0+/, '');
  const significant = text.includes('.') ? digits : digits.replace(/0+$/, '');
  return Math.ceil(significant.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

/** Each key is rounded up by itself, also one that nothing stands under. Consistent. */
export function unitsOfGet(keys: readonly { readonly pk: string }[], found: readonly (Item | undefined)[]) {
  return keys.map(({ pk }, index): Touch => {
    const item = found[index];
    const readUnits = item === undefined ? 1 : Math.ceil(itemBytes(item) / readBlock);
    return { partition: pk, readUnits, writeUnits: 0 };
  });
}

/** All items of a page are rounded up together; an index is read at half the price, since it may lag. */
export function unitsOfQuery({ pk, index }: Query, items: readonly Item[]): Touch[] {
  const blocks = Math.max(1, Math.ceil(sum(items.map(itemBytes)) / readBlock));
  const partition = index === undefined ? pk : `${table.indexes[index].name}/${pk}`;
  return [{ partition, readUnits: index === undefined ? blocks : blocks / 2, writeUnits: 0 }];
}

/** A transaction writes twice; what follows in an index is written once, behind it. */
export function unitsOfCommit(writes: readonly Write[], before: readonly (Item | undefined)[]): Touch[] {
  return writes.flatMap((write, index) => {
    const old = before[index];
    const now = 'put' in write ? write.put : undefined;
    const own = { partition: keyOf(write).pk, readUnits: 0, writeUnits: 2 * largerOf(old, now) };
    return 'check' in write ? [own] : [own, ...unitsInIndexes(old, now)];
  });
}

function unitsInIndexes(old: Item | undefined, now: Item | undefined): Touch[] {
  return (['g1', 'g2', 'g3'] as const).flatMap((index) => {
    const [from, to] = [old?.[index], now?.[index]];
    const { name } = table.indexes[index];
    const touch = (pk: string, writeUnits: number): Touch => ({
      partition: `${name}/${pk}`,
      readUnits: 0,
      writeUnits,
    });
    if (to !== undefined && from?.pk === to.pk && from.sk === to.sk)
      return [touch(to.pk, largerOf(old, now))];
    return [
      ...(from === undefined ? [] : [touch(from.pk, largerOf(old))]),
      ...(to === undefined ? [] : [touch(to.pk, largerOf(now))]),
    ];
  });
}

/** Blocks of the larger one, and one where nothing stands. */
function largerOf(...items: readonly (Item | undefined)[]): number {
  const bytes = items.map((item) => (item === undefined ? 0 : itemBytes(item)));
  return Math.max(1, Math.ceil(Math.max(...bytes) / writeBlock));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
