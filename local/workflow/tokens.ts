import { randomBytes } from 'node:crypto';
import type { Json } from '#shared/ports.ts';
import { isDue, type TwoClocks } from './due.ts';
import type { Execution } from './execution.ts';
import type { Executions } from './executions.ts';
import type { Interpreter } from './interpreter.ts';
import { exceedsPayloadLimit, toJson } from './json.ts';
import { checkedReason, type Reason } from './reason.ts';

interface Surroundings {
  readonly executions: Executions;
  readonly interpreter: Interpreter;
  readonly clock: TwoClocks;
  /** @returns false when another transition was committed first. */
  readonly commit: (before: Execution, after: Execution) => Promise<boolean>;
}

/** Nobody can guess it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What comes to a wait from outside, by its token. A token that was used or has timed out is gone. */
export function createTokens({ executions, interpreter, clock, commit }: Surroundings) {
  function waitOf(token: string): Execution | undefined {
    const execution = executions.findByToken(token);
    return execution === undefined || isDue(execution, clock) ? undefined : execution;
  }

  async function answer(
    token: string,
    transition: (waiting: Execution) => Promise<Execution | undefined>,
  ): Promise<'sent' | 'gone'> {
    for (;;) {
      const before = waitOf(token);
      const after = before === undefined ? undefined : await transition(before);
      if (before === undefined || after === undefined) return 'gone';
      // Another transition of the same wait may have come first (its function returned): look at what stands now.
      if (await commit(before, after)) return 'sent';
    }
  }

  return {
    async resume(token: string, output: Readonly<Record<string, Json>>): Promise<'sent' | 'gone'> {
      const result: Json = toJson(output) ?? {};
      if (exceedsPayloadLimit(result)) throw new TypeError('the output is larger than 256 KiB');
      return answer(token, (waiting) => interpreter.resumed(waiting, result));
    },
    async fail(token: string, reason: Reason): Promise<'sent' | 'gone'> {
      const { error = null, cause = null } = checkedReason(reason);
      return answer(token, (waiting) => interpreter.refused(waiting, { error, cause }));
    },
    isToken: (text: string): boolean => /^[\w-]{43}$/.test(text),
    waits: (token: string): boolean => waitOf(token) !== undefined,
  };
}
