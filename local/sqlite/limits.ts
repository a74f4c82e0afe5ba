import type { Item, Json, Key, Write } from '#shared/ports.ts';

// What DynamoDB refuses is refused here too, so that an office's file could move there.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
const maxKeysPerGet = 100;
const maxWrites = 100;
const maxItemBytes = 400 * 1024;
const maxCommitBytes = 4 * 1024 * 1024;
const maxPartitionKeyBytes = 2048;
const maxSortKeyBytes = 1024;
const maxDepth = 32;

export const pageBytes = 1024 * 1024;

export function refuseUnreadable(keys: readonly Key[]): void {
  if (keys.length > maxKeysPerGet)
    throw new TypeError(`at most ${maxKeysPerGet} keys a get, not ${keys.length}`);
  for (const key of keys) refuseKey(key);
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
    const name = JSON.stringify([key.pk, key.sk]);
    if (seen.has(name)) throw new TypeError(`the key ${name} stands in the commit twice`);
    seen.add(name);
    if ('put' in write) bytes += bytesOfStorable(write.put);
  }
  if (bytes > maxCommitBytes)
    throw new TypeError(`a commit has at most ${maxCommitBytes} bytes, not ${bytes}`);
}

export function keyOf(write: Write): Key {
  if ('put' in write) return write.put;
  return 'delete' in write ? write.delete : write.check;
}

function refuseKey(key: Key): void {
  refuseKeyText(key.pk, maxPartitionKeyBytes);
  refuseKeyText(key.sk, maxSortKeyBytes);
}

export function refuseKeyText(text: string, maxBytes = maxPartitionKeyBytes): void {
  if (text === '') throw new TypeError('a key must not be empty');
  if (!text.isWellFormed()) throw new TypeError('a key has half a character (a lone surrogate)');
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) throw new TypeError(`a key has at most ${maxBytes} bytes, not ${bytes}`);
}

function bytesOfStorable(item: Item): number {
  let bytes = bytesOf(item.pk, 0) + bytesOf(item.sk, 0) + bytesOf(item.body, 1);
  for (const key of [item.g1, item.g2, item.g3]) {
    if (key === undefined) continue;
    refuseKey(key);
    bytes += bytesOf(key.pk, 0) + bytesOf(key.sk, 0);
  }
  for (const number of [item.version, item.v, item.expiresAt]) {
    if (number !== undefined && !Number.isSafeInteger(number))
      throw new TypeError(`${number} is no whole number`);
    bytes += 22;
  }
  if (bytes > maxItemBytes) throw new TypeError(`an item has at most ${maxItemBytes} bytes, not ${bytes}`);
  return bytes;
}

/** As DynamoDB counts: names and text in UTF-8, a number at its largest, one byte an element and three a container. */
function bytesOf(value: Json | undefined, depth: number): number {
  if (value === undefined) return 0;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON`);
    return 21;
  }
  if (depth > maxDepth) throw new TypeError(`a body is at most ${maxDepth} levels deep`);
  let bytes = 3;
  for (const [name, element] of Object.entries(value)) {
    bytes += (Array.isArray(value) ? 0 : Buffer.byteLength(name)) + 1 + bytesOf(element, depth + 1);
  }
  return bytes;
}
