import { isDue, type TwoClocks } from './due.ts';
import type { Execution } from './execution.ts';
import type { Executions } from './executions.ts';
import type { Interpreter } from './interpreter.ts';

interface Surroundings {
  readonly executions: Executions;
  readonly interpreter: Interpreter;
  readonly clock: TwoClocks;
  /** After the commit of a transition. */
  readonly follow: (execution: Execution) => void;
}

/** Each transition is one committed write, checked against the version that it was computed from. */
export function createTransitions({ executions, interpreter, clock, follow }: Surroundings) {
  const underWay = new Set<string>();
  let closed = false;

  /** @returns false when another transition was committed first. */
  async function commit(before: Execution, after: Execution): Promise<boolean> {
    const stored = await executions.replace(before, after);
    if (stored && !closed) follow(after);
    return stored;
  }

  return {
    commit,

    async make(id: string): Promise<void> {
      const before = executions.find(id);
      if (before?.status !== 'RUNNING') return;
      // While a task's call is under way only its timeout may overtake it.
      const attempt = `${id}@${before.version}`;
      if (underWay.has(attempt) && !isDue(before, clock)) return;
      underWay.add(attempt);
      try {
        const after = await interpreter.advance(before);
        if (after && !closed) await commit(before, after);
      } finally {
        underWay.delete(attempt);
      }
    },

    close: () => {
      closed = true;
    },
  };
}
