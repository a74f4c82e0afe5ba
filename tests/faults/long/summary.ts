import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform } from 'node:os';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What one test of the run has seen; `part` names what it belongs to. */
interface Seen {
  readonly part: string;
  readonly [what: string]: unknown;
}
declare module 'vitest' {
  interface TaskMeta {
    seen?: Seen;
  }
}

const file = process.env['SUMMARY'] ?? '.build/faults.txt';

/** At the end of a run: one block that says of each part what was done, with which seeds, and how it ended. */
export function createSummary(): Reporter {
  const began = Date.now();
  return {
    onTestRunEnd(modules) {
      const text = [
        `Faults, ${new Date(began).toISOString()}, ${minutes(Date.now() - began)} min,`,
        `${platform()} ${arch()}, Node ${process.versions.node}, ${String(availableParallelism())} cores`,
      ].join(' ');
      const block = `${[text, ...modules.flatMap(linesOf)].join('\n')}\n`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, block);
      process.stdout.write(`\n${block}(${file})\n`);
    },
  };
}

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);

function linesOf(module: TestModule): string[] {
  const tests = [...module.children.allTests()];
  const ended = (state: string): number => tests.filter((test) => test.result().state === state).length;
  const took = tests.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0);
  const [name] = module.moduleId.split('/').slice(-1);
  const counts = `${String(ended('passed'))} passed, ${String(ended('failed'))} failed, ${String(ended('skipped'))} left out`;
  return [`- ${name ?? ''}: ${counts}, ${minutes(took)} min`, ...tests.flatMap(lineOf)];
}

function lineOf(test: TestCase): string[] {
  const { state } = test.result();
  const { seen } = test.meta();
  if (seen === undefined) return state === 'failed' ? [`  - FAILED ${test.fullName}`] : [];
  const { part, ...facts } = seen;
  const said = Object.entries(facts).map(([what, value]) => `${what} ${textOf(value)}`);
  return [`  - ${state === 'passed' ? '' : `${state.toUpperCase()} `}${part}: ${said.join(', ')}`];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
