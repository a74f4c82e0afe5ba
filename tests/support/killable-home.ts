import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = `${root}.build/home-process.js`;

/** The home as `npm start` bundles it, with the test's small directory instead of the demo. */
export async function bundleHomeProcess(): Promise<void> {
  // Whole at once: what another test starts meanwhile is never half a program.
  const outfile = `${program}.${String(process.pid)}`;
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/support/home-process.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  await rename(outfile, program);
}

export interface KillableHome {
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly pid: number;
  /** Resolves when effects and flow have come to rest. */
  settle(): Promise<void>;
  /**
   * It will kill itself right before or after the commit of this number, counted from now.
   * @returns how many it has made since it was started
   */
  dieAt(commit: number, when: 'before' | 'after'): Promise<number>;
  /** Office time goes on to the next morning. Resolves when what was due by then is done; never where it dies meanwhile. */
  passDay(): Promise<void>;
  /** Resolves when it is dead, of whatever. */
  readonly gone: Promise<unknown>;
  /** SIGKILL: nothing of the process is asked or told. */
  kill(): Promise<void>;
  /** Lets effects and flow come to rest, then ends it in good order. */
  rest(): Promise<void>;
}

/** @param env beside this process's own; what it may say: home-process.ts */
export async function startHomeProcess(
  folder: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<KillableHome> {
  const child: ChildProcess = spawn(process.execPath, [program, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  if (child.stdout === null) throw new Error('no output');
  const gone = once(child, 'exit');
  const ended = gone.then(([code, signal]) => {
    throw new Error(`the home ended before it listened: ${String(code ?? signal)}`);
  });
  ended.catch(() => undefined);
  const said = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const [line] = await Promise.race([said, ended]);
  const { url, tokens } = JSON.parse(line) as { url: string; tokens: Record<string, string> };
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return {
    // An office answers under its own name alone.
    url: env['HOME_KIND'] === 'office' ? url : url.replace('localhost', '127.0.0.1'),
    tokens,
    pid: child.pid ?? 0,
    gone,
    async dieAt(commit, when) {
      child.send({ left: commit, when });
      const [made] = (await once(child, 'message')) as [number];
      return made;
    },
    async settle() {
      // Dead, it never comes to rest.
      if (child.connected) child.send('settle');
      await once(child, 'message');
    },
    async passDay() {
      if (child.connected) child.send('passDay');
      for (let told: unknown; told !== 'passed';) [told] = (await once(child, 'message')) as [unknown];
    },
    kill: () => end('SIGKILL'),
    rest: () => end('SIGTERM'),
  };
}
