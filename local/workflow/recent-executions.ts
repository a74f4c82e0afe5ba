import type { Execution } from './execution.ts';

/** Enough for what an office does at once; what waits for weeks is read from its row. */
const limit = 1_000;

/** Running executions as they were last committed. Whoever asks compares the version with the row's, which costs a tenth of reading it. */
export function createRecentExecutions() {
  /** Oldest first. */
  const known = new Map<string, Execution>();
  return {
    find: (id: string): Execution | undefined => known.get(id),
    remember(execution: Execution): void {
      known.delete(execution.id);
      if (execution.status === 'RUNNING') known.set(execution.id, execution);
      const [oldest] = known.keys();
      if (known.size > limit && oldest !== undefined) known.delete(oldest);
    },
  };
}
