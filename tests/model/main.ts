// npm run model                        walks small worlds as far as minutes go
// npm run model -- --only 'two cases'  those whose title says so
// npm run model -- --runs 100000       so many random acts against the plain model; SEED=… repeats them
import { parseArgs } from 'node:util';
import { randomRun } from './random-runs.ts';
import { walkSmallWorld, type Setting } from './small-worlds.ts';
import { longWalks } from './walks.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, runs: { type: 'string' } },
});
const actsARun = 300;

async function walkOne(title: string, setting: Setting): Promise<void> {
  const began = performance.now();
  const seconds = (): string => `${String(Math.round((performance.now() - began) / 1000))} s`;
  let taken = 0;
  const { graph, depth, complete, faults } = await walkSmallWorld(setting, {
    passed() {
      taken += 1;
      if (taken % 50_000 === 0) console.log(`  ${String(taken)} transitions, ${seconds()}`);
    },
  });
  const { states, transitions } = graph;
  console.log(
    `${title}: ${String(states)} states, ${String(transitions)} transitions, ${String(depth)} moves deep, ${seconds()}`,
  );
  if (!complete) console.log('  it stopped before the end');
  for (const fault of faults) console.error(fault);
  if (!complete || faults.length > 0) process.exitCode = 1;
}

async function repeatable(seed: number): Promise<ReadonlyMap<string, number>> {
  try {
    return await randomRun(seed, actsARun);
  } catch (error) {
    console.error(`SEED=${seed}`);
    throw error;
  }
}

async function runRandomly(wanted: number, first: number): Promise<void> {
  const counts = new Map<string, number>();
  console.log(`SEED=${first}, ${wanted} acts, ${actsARun} an office`);
  for (let done = 0, seed = first; done < wanted; done += actsARun, seed += 1) {
    for (const [what, count] of await repeatable(seed)) counts.set(what, (counts.get(what) ?? 0) + count);
    if ((seed - first) % 20 === 19)
      console.log(`${done + actsARun} acts, up to SEED=${seed}: as the plain model says`);
  }
  for (const [what, count] of [...counts].sort()) console.log(`${what}: ${count}`);
}

if (values.runs !== undefined) {
  await runRandomly(Number(values.runs), Number(process.env['SEED'] ?? Date.now() % 1_000_000_000));
} else {
  for (const { title, ...setting } of longWalks)
    if (title.includes(values.only)) await walkOne(title, setting);
}
