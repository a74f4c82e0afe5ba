import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import declared from '../../package.json' with { type: 'json' };
import { freePort } from './free-port.ts';

/** An engine that speaks DynamoDB's API on loopback. */
export interface Engine {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const system = `${process.platform}-${process.arch}`;
const packageOf = (on: string): string => `@dynoxide/${on}`;

/** Absent where the optional package has no program for this system, or was left out. */
const program = ((): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageOf(system)}/package.json`);
    const file = join(dirname(manifest), 'dynoxide');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
})();

/**
 * Why there is no engine here; undefined when there is one.
 * @throws Error on a system that package.json has one for: what was never tested must not look green
 */
export function whyNoEngine(here = { system, program }): string | undefined {
  if (here.program !== undefined) return undefined;
  const why = `${packageOf(here.system)} is not installed`;
  if (packageOf(here.system) in declared.optionalDependencies) throw new Error(`${why}: run npm ci`);
  return why;
}

/** In memory, on a port of its own, empty unless the command brings something. Ready when the promise resolves. */
export async function startDynoxide(command: readonly string[] = ['serve']): Promise<Engine> {
  if (program === undefined) throw new Error(whyNoEngine());
  const port = String(await freePort());
  const child = spawn(program, [...command, '--host', '127.0.0.1', '--port', port], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  // A worker that ends in the middle of a test leaves no engine behind.
  const endWithUs = (): void => void child.kill();
  process.once('exit', endWithUs);
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.startsWith('Dynoxide listening on')) resolve();
      });
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`dynoxide ended before it served: ${said.join(' / ')}`));
    });
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', endWithUs);
      child.kill();
      await gone;
    },
  };
}
