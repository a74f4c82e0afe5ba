import { expect, it } from 'vitest';
import type { Key } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { mayComeIn } from '#shared/transfer/travels.ts';

const formats: Record<string, (...parts: never[]) => Key> = keys;
const staying = ['answer', 'importMark', 'signIn', 'signOut', 'typing'];

it.each(Object.keys(keys))('an item under the key %s comes in, unless it is of one home alone', (name) => {
  const key = (formats[name] as (...parts: string[]) => Key)('CASE#1', 'x', '1', '1');
  expect(mayComeIn({ ...key, version: 1, v: 1, body: {} })).toBe(!staying.includes(name));
});
