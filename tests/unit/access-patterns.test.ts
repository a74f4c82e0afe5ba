import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = readFileSync(new URL('../../shared/records/keys.ts', import.meta.url), 'utf8');
const table = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

/** Names of the formats in `export const keys = { … }`, read from the text: the table is held to what is written there. */
function namesIn(exported: string): string[] {
  const body = new RegExp(`export const ${exported} = \\{([^]*?)\\n\\} as const`).exec(source)?.[1] ?? '';
  return Array.from(body.matchAll(/^ {2}(\w+): \(/gm), (match) => match[1] ?? '');
}

/** First cell of each row of the tables: `name` and then its format. */
const documented = Array.from(table.matchAll(/^\| `(\w+)` `/gm), (match) => match[1] ?? '');

test.each(['keys', 'indexes'])('every format of %s stands in the table of access patterns', (exported) => {
  const names = namesIn(exported);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !documented.includes(name))).toEqual([]);
});

test('the table names no format that is gone', () => {
  const known = [...namesIn('keys'), ...namesIn('indexes')];
  expect(documented.filter((name) => !known.includes(name))).toEqual([]);
});
