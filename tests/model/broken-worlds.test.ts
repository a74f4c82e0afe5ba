import { describe, expect, it } from 'vitest';
import type { Ports, Write } from '#shared/ports.ts';
import { walkSmallWorld } from './small-worlds.ts';
import { byLetter } from './ways.ts';
import { createWorld, type Tampering } from './world.ts';

/** A program that lacks one thing, and what the walk says of it. */
const broken: readonly (readonly [what: string, tampering: Tampering, says: RegExp])[] = [
  [
    'forgets to mark that effects are due',
    { commit: (writes) => writes.filter((write) => !isPut(write, 'PENDING#')) },
    /CASE#\w+ is on its way, and nothing moves it\n {2}submit/,
  ],
  [
    'waits for a turn without looking whether it has come',
    { task: (name, ports) => (name === 'await-turn' ? { ...ports, workflow: deafOf(ports) } : ports) },
    /CASE#\w+ is on its way, and nothing moves it\n(.|\n)*AwaitStep/,
  ],
  [
    'tells no inbox of what has come',
    { commit: (writes) => writes.filter((write) => !isPut(write, 'INBOX#')) },
    /CASE#\w+ is free and waits for nobody\n(.|\n)*OpenStep/,
  ],
  [
    'stores what was decided on an old reading',
    { commit: (writes) => writes.map((write) => ('put' in write ? { put: write.put } : write)) },
    /is stored: (both went through|\w+, but it left its mark)/,
  ],
  [
    'leaves in the inbox what has gone on',
    {
      commit: (writes) =>
        writes.filter((write) => !('delete' in write) || !write.delete.pk.startsWith('INBOX#')),
    },
    /(waits for \S+ and for|stands in the inbox of)/,
  ],
];

const isPut = (write: Write, pk: string): boolean => 'put' in write && write.put.pk.startsWith(pk);
const deafOf = ({ workflow }: Ports): Ports['workflow'] => ({ ...workflow, resume: async () => 'gone' });

describe('a program that', () => {
  it.each(broken)(
    '%s is found out, with the way that leads there',
    async (_what, tampering, says) => {
      const world = await createWorld(tampering);
      const setting = { way: byLetter, cases: 1, budget: 1, detours: 'counted', races: true } as const;
      const { faults, complete } = await walkSmallWorld(setting, { world });
      expect(complete).toBe(false);
      expect(faults.filter((fault) => says.test(fault))).not.toEqual([]);
    },
    120_000,
  );
});
