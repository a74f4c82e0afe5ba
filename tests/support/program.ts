import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A command of ours as somebody at a terminal runs it: what it says is read, what it asks is answered. */
export interface Program {
  /** Resolves with what fits, when it was said. */
  readonly said: (words: RegExp) => Promise<RegExpExecArray>;
  readonly type: (...lines: readonly string[]) => void;
  /** No more is typed. */
  readonly hangUp: () => void;
  /** Everything it said until it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  /** As Ctrl+C does. */
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = { serve: '.build/serve.js', init: 'scripts/operate.mjs' } as const;

export function runProgram(
  name: keyof typeof files,
  args: readonly string[],
  environment: Record<string, string> = {},
): Program {
  const before = name === 'init' ? ['init'] : [];
  const child = spawn(process.execPath, [root + files[name], ...before, ...args], {
    env: { ...process.env, ...environment },
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    out: out.join(''),
    err: err.join(''),
  }));
  const heard = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(out.join(''));
      if (found !== null) return found;
      const last = await Promise.race([once(child.stdout, 'data'), ended]);
      if ('code' in last && !words.test(last.out))
        throw new Error(`ended before it said ${words.source}: ${last.out}${last.err}`);
    }
  };
  return {
    said: heard,
    type: (...lines) => {
      child.stdin.write(lines.map((line) => `${line}\n`).join(''));
    },
    hangUp: () => {
      child.stdin.end();
    },
    ended,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
