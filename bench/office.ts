import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleHomeProcess, startHomeProcess } from '#tests/support/killable-home.ts';
import { median } from './office/figures.ts';
import { fillFile } from './office/filled-file.ts';
import { openLimitsMeter, type Limits } from './office/limits.ts';
import { measureReads, type ReadsRound } from './office/reads.ts';
import { showTable, type Measured } from './office/report.ts';
import { measureStart, mostMemory, plantSignIn } from './office/start.ts';
import { createActsBench, type ActsRound } from './office/workloads.ts';

// How fast is one office's program, over HTTP, on a file that holds years? Beside what this machine can do at most.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    /** A folder on the disk that is to be measured. */
    on: { type: 'string', default: tmpdir() },
  },
});
const few = 1_000;
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(values.on, 'vinh-danh-bench-'));

async function filled(name: string, cases: number): Promise<string> {
  const at = join(folder, name);
  mkdirSync(at, { mode: 0o700 });
  const { items, size, seconds, ...made } = await fillFile(at, cases);
  console.error(`${made.cases} cases of ${size}: ${items} items in ${seconds.toFixed(0)} s`);
  return at;
}

interface Round {
  readonly limits: Limits;
  readonly acts: ActsRound;
  readonly reads: ReadsRound;
  readonly readsOfFew: ReadsRound;
}

async function playRounds(
  large: string,
  small: string,
): Promise<{ all: Round[]; memory: number | undefined }> {
  const limits = await openLimitsMeter(folder);
  const home = await startHomeProcess(large, 0);
  const other = await startHomeProcess(small, 0);
  const acts = createActsBench(home);
  const all: Round[] = [];
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const one: Round = {
        limits: await limits.measure(),
        readsOfFew: await measureReads(other),
        reads: await measureReads(home),
        acts: await acts.round(),
      };
      if (round > 0) all.push(one);
      console.error(`round ${round} of ${rounds}`);
    }
    return { all, memory: mostMemory(home.pid) };
  } finally {
    acts.close();
    limits.close();
    await other.kill();
    await home.kill();
  }
}

async function startTimes(at: string): Promise<number[]> {
  const cookie = await plantSignIn(at);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) took.push(await measureStart(at, cookie));
  return took;
}

try {
  await bundleHomeProcess();
  const [large, small] = [await filled('large', Number(values.cases)), await filled('small', few)];
  const { all, memory } = await playRounds(large, small);
  const start = median(await startTimes(large));
  const of = (figure: (round: Round) => number): number => median(all.map(figure));
  const measured: Measured = {
    cases: Number(values.cases),
    rounds,
    limits: {
      commitP50: of(({ limits }) => limits.commitP50),
      commitsPerSecond: of(({ limits }) => limits.commitsPerSecond),
      requestP50: of(({ limits }) => limits.requestP50),
      requestsPerSecond: of(({ limits }) => limits.requestsPerSecond),
    },
    figures: {
      actP50: of(({ acts }) => acts.act.p50),
      actP50ToCommit: of(({ acts, limits }) => acts.act.p50 / limits.commitP50),
      actP99: of(({ acts }) => acts.act.p99),
      actsPerSecond: of(({ acts }) => acts.actsPerSecond),
      actsToCommits: of(({ acts, limits }) => acts.actsPerSecond / limits.commitsPerSecond),
      wholeCasesPerSecond: of(({ acts }) => acts.wholeCasesPerSecond),
      list30Answer: of(({ acts }) => acts.list30.answer),
      list30CaughtUp: of(({ acts }) => acts.list30.caughtUp),
      list300Answer: of(({ acts }) => acts.list300.answer),
      list300CaughtUp: of(({ acts }) => acts.list300.caughtUp),
      inboxP50: of(({ reads }) => reads.inbox.p50),
      inboxP99: of(({ reads }) => reads.inbox.p99),
      inboxToFew: of(({ reads, readsOfFew }) => reads.inbox.p50 / readsOfFew.inbox.p50),
      statusP50: of(({ reads }) => reads.status.p50),
      statusP99: of(({ reads }) => reads.status.p99),
      statusToFew: of(({ reads, readsOfFew }) => reads.status.p50 / readsOfFew.status.p50),
      firstPage: start,
      ...(memory === undefined ? {} : { mostMemory: memory }),
    },
  };
  console.log(JSON.stringify(measured, undefined, 2));
  console.log(showTable(measured));
} finally {
  rmSync(folder, { recursive: true });
}
