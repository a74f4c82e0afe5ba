import type { Item, Json, Key, Query, Write } from './ports.ts';

// What DynamoDB refuses is refused by every home, so that an office's file could move there.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
const maxKeysPerGet = 100;
const maxWrites = 100;
const maxItemBytes = 400 * 1024;
const maxCommitBytes = 4 * 1024 * 1024;
const maxPartitionKeyBytes = 2048;
const maxSortKeyBytes = 1024;
/** Of 32 levels the body itself is the first, what stands in its innermost container the last. */
const maxDepth = 31;
/** Numbers lie below the one, and no closer to nothing than the other. */
const tooLarge = 1e126;
const smallest = 1e-130;
const maxPageItems = 2 ** 31 - 1;

export const pageBytes = 1024 * 1024;
export const defaultPageItems = 100;

export function refuseUnreadable(keys: readonly Key[]): void {
  if (keys.length > maxKeysPerGet)
    throw new TypeError(`at most ${maxKeysPerGet} keys a get, not ${keys.length}`);
  for (const key of keys) refuseKey(key);
}

export function refuseUnaskable({ pk, prefix, from, to, limit }: Query): void {
  refuseKeyText(pk, maxPartitionKeyBytes);
  for (const bound of [prefix, from, to]) {
    if (bound !== undefined && bound !== '') refuseKeyText(bound, maxSortKeyBytes);
  }
  if (prefix !== undefined && (from !== undefined || to !== undefined))
    throw new TypeError('prefix does not go together with from and to');
  if (from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0)
    throw new TypeError('from must not stand behind to');
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1 || limit > maxPageItems))
    throw new TypeError(`a page has 1 to ${maxPageItems} items, not ${limit}`);
}

export function refuseUnwritable(writes: readonly Write[]): void {
  if (writes.length === 0 || writes.length > maxWrites) {
    throw new TypeError(`a commit has 1 to ${maxWrites} writes, not ${writes.length}`);
  }
  const seen = new Set<string>();
  let bytes = 0;
  for (const write of writes) {
    const key = keyOf(write);
    refuseKey(key);
    const name = nameOfKey(key);
    if (seen.has(name)) throw new TypeError(`the key ${name} stands in the commit twice`);
    seen.add(name);
    bytes += 'put' in write ? bytesOfItem(write.put) : bytesOfKey(key);
  }
  if (bytes > maxCommitBytes)
    throw new TypeError(`a commit has at most ${maxCommitBytes} bytes, not ${bytes}`);
}

export function keyOf(write: Write): Key {
  if ('put' in write) return write.put;
  return 'delete' in write ? write.delete : write.check;
}

/** One text for one key, whatever letters it is made of. */
export function nameOfKey({ pk, sk }: Key): string {
  return JSON.stringify([pk, sk]);
}

export function refuseKey(key: Key): void {
  refuseKeyText(key.pk, maxPartitionKeyBytes);
  refuseKeyText(key.sk, maxSortKeyBytes);
}

function refuseKeyText(text: string, maxBytes: number): void {
  if (text === '') throw new TypeError('a key must not be empty');
  refuseHalfCharacters(text);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) throw new TypeError(`a key has at most ${maxBytes} bytes, not ${bytes}`);
}

/** They have no UTF-8: an engine refuses them or stores another text. */
function refuseHalfCharacters(text: string): void {
  if (!text.isWellFormed()) throw new TypeError('a text has half a character (a lone surrogate)');
}

const bytesOfKey = ({ pk, sk }: Key): number => Buffer.byteLength(pk) + Buffer.byteLength(sk);

/** What an item counts in a commit. @throws TypeError for one that no store takes */
export function bytesOfItem(item: Item): number {
  let bytes = bytesOfKey(item) + bytesOf(item.body, 1);
  for (const key of [item.g1, item.g2, item.g3]) {
    if (key === undefined) continue;
    refuseKey(key);
    bytes += bytesOfKey(key);
  }
  for (const number of [item.version, item.v, item.expiresAt]) {
    if (number !== undefined && !Number.isSafeInteger(number))
      throw new TypeError(`${number} is no whole number`);
    // More than a number takes: the names of the item's own attributes are in it.
    bytes += 22;
  }
  if (bytes > maxItemBytes) throw new TypeError(`an item has at most ${maxItemBytes} bytes, not ${bytes}`);
  return bytes;
}

/** As DynamoDB counts: names and text in UTF-8, a number at its largest, one byte an element and three a container. */
function bytesOf(value: Json | undefined, depth: number): number {
  if (value === undefined) return 0;
  if (typeof value === 'string') return bytesOfText(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (typeof value === 'number') return bytesOfNumber(value);
  if (depth > maxDepth) throw new TypeError(`a body is at most ${maxDepth} containers deep`);
  let bytes = 3;
  for (const [name, element] of Object.entries(value)) {
    if (name === '') throw new TypeError('a field has no name');
    bytes += (Array.isArray(value) ? 0 : bytesOfText(name)) + 1 + bytesOf(element, depth + 1);
  }
  return bytes;
}

function bytesOfText(text: string): number {
  refuseHalfCharacters(text);
  return Buffer.byteLength(text);
}

function bytesOfNumber(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON`);
  const magnitude = Math.abs(value);
  if (magnitude >= tooLarge || (magnitude !== 0 && magnitude < smallest))
    throw new TypeError(`${value} is beyond the numbers that can be stored`);
  return 21;
}
