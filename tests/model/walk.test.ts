import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passagesIn, type Passage } from './picture.ts';
import { walkSmallWorld } from './small-worlds.ts';
import { shortWalks } from './walks.ts';

const architecture = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

/** `free --> hold: hold` of a picture in the documents. */
function shown(marker: string): Set<string> {
  const [, picture = ''] = architecture.split(`<!-- ${marker} -->`);
  return new Set(
    Array.from(picture.matchAll(/^ {2}(\S+) --> (\S+): (.+)$/gm)).flatMap(([, from, to, by = '']) =>
      by.split(', ').map((one) => `${from!} ${one} ${to!}`),
    ),
  );
}
const pictures = { cases: shown('states:case'), lists: shown('states:list') };
const textOf = ({ from, by, to }: Passage): string => `${from} ${by} ${to}`;

describe.each(shortWalks)('$title', (setting) => {
  it('every case has one lawful holder or is on its way to one, nothing is stuck, and of two acts one wins', async () => {
    const unseen = new Set<string>();
    const walked = await walkSmallWorld(setting, {
      passed(before, move, after) {
        const { cases, lists } = passagesIn(before, move, after);
        for (const one of cases) if (!pictures.cases.has(textOf(one))) unseen.add(textOf(one));
        for (const one of lists) if (!pictures.lists.has(textOf(one))) unseen.add(textOf(one));
      },
    });
    expect(walked.faults).toEqual([]);
    expect(walked.complete).toBe(true);
    expect(walked.graph.states).toBeGreaterThan(700);
    expect([...unseen], 'npm run diagram draws what a walk has found').toEqual([]);
  }, 180_000);
});
