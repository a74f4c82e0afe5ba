import { join } from 'node:path';
import { startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';
import { servedFlags } from './as-served.ts';
import { copyFilled } from './filled-folder.ts';
import { openLimitsMeter } from './limits.ts';
import { measureReads } from './reads.ts';
import type { Figures, Round } from './report.ts';
import { openStartBench } from './start.ts';
import { mostMemory } from './started.ts';
import { createActsBench } from './workloads.ts';

export const parts = ['acts', 'lists', 'reads', 'start'] as const;
export type Part = (typeof parts)[number];

interface Benches {
  readonly of: Readonly<Record<Part, () => Promise<Figures>>>;
  readonly memory: () => Figures;
  readonly close: () => Promise<void>;
}

interface Filled {
  readonly large: string;
  readonly small: string;
}

/** `folder` is on the disk that is measured. The first round warms up and is left out. */
export async function playRounds(
  folder: string,
  filled: Filled,
  { rounds, only }: { readonly rounds: number; readonly only: readonly Part[] },
): Promise<readonly Round[]> {
  const limits = await openLimitsMeter(folder);
  const benches = await openBenches(folder, filled, only);
  const all: Round[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await limits.measure();
      let figures: Figures = {};
      for (const part of only) figures = { ...figures, ...(await benches.of[part]()) };
      if (round > 0) all.push({ limits: measured, figures: { ...figures, ...benches.memory() } });
      console.error(`round ${round} of ${rounds}`);
    }
    return all;
  } finally {
    await benches.close();
    await limits.close();
  }
}

const asServed = { NODE_OPTIONS: servedFlags.join(' ') };

async function openBenches(
  folder: string,
  { large, small }: Filled,
  only: readonly Part[],
): Promise<Benches> {
  const home = await startHomeProcess(copyFilled(large, join(folder, 'large')), 0, asServed);
  const other = await startHomeProcess(copyFilled(small, join(folder, 'small')), 0, asServed);
  const acts = createActsBench(home);
  const start = only.includes('start')
    ? await openStartBench(copyFilled(large, join(folder, 'office')))
    : undefined;
  return {
    of: {
      acts: acts.acts,
      lists: acts.lists,
      reads: () => measureReads(home, other),
      start: async () => (await start?.round()) ?? {},
    },
    memory: () => memoryOf(home),
    async close() {
      acts.close();
      await other.kill();
      await home.kill();
    },
  };
}

function memoryOf({ pid }: KillableHome): Figures {
  const most = mostMemory(pid);
  return most === undefined ? {} : { mostMemory: most };
}
