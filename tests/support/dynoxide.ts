import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

/** An engine that speaks DynamoDB's API on loopback. */
export interface Engine {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const packageOf = `@dynoxide/${process.platform}-${process.arch}`;

/** Absent where the optional package has no program for this system, or was left out. */
const program = ((): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageOf}/package.json`);
    const file = join(dirname(manifest), 'dynoxide');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
})();

/** Why there is no engine here; absent when there is one. */
export const dynoxideMissing = program === undefined ? `${packageOf} is not installed` : undefined;

/** In memory, on a port of its own, empty unless the command brings something. Ready when the promise resolves. */
export async function startDynoxide(command: readonly string[] = ['serve']): Promise<Engine> {
  if (program === undefined) throw new Error(dynoxideMissing);
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
