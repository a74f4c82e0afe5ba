import { readFileSync } from 'node:fs';
import { loadDefinition } from '#local/workflow/definition/load-definition.ts';
import { unsuccessful, type Execution } from '#local/workflow/execution.ts';
import type { Executions } from '#local/workflow/executions.ts';
import { createInterpreter } from '#local/workflow/interpreter.ts';
import { idOf, newExecution } from '#local/workflow/new-execution.ts';
import type { TaskFunction } from '#local/workflow/states/scope.ts';
import { createTokens } from '#local/workflow/tokens.ts';
import type { Clock, Workflow } from '#shared/ports.ts';
import { withTaskNames } from '#workflows/definition.ts';

/** The executions, and the latest tokens that were handed out on the way. */
export interface SavedFlows {
  readonly rows: ReadonlyMap<string, Execution>;
  readonly tokens: readonly string[];
}

/** Executions as rows in memory. What moves them on is the home's own interpreter, on the very file that is deployed. */
export interface Flows {
  readonly workflow: Workflow;
  save(): SavedFlows;
  restore(saved: SavedFlows): void;
  /** Those that can be moved on now: a task is to be called, or a wait has run out. */
  movable(): Execution[];
  /** One call of a task, or the end of a wait. `keep: false`: killed before its answer was written down. */
  advance(id: string, options?: { keep: boolean }): Promise<void>;
  /** What no other move can come between: choices, ends. */
  rest(): Promise<void>;
  /** The task fails for good. */
  fail(id: string): Promise<void>;
  abort(id: string): void;
  /** As if it had never been: a table restored, or ninety days gone. */
  forget(id: string): void;
  /** Of the latest tokens that were made on the way here those on which nothing waits any more. */
  spentTokens(): string[];
}

const text = readFileSync(new URL('../../workflows/case/flow.asl.json', import.meta.url), 'utf8');

export function createFlows(clock: Clock, tasks: ReadonlyMap<string, TaskFunction>): Flows {
  const definition = loadDefinition(withTaskNames(text), new Set(tasks.keys()));
  let rows = new Map<string, Execution>();
  let tokensMade = 0;
  let latest: readonly string[] = [];
  function newToken(): string {
    const token = `token-${String((tokensMade += 1))}`;
    latest = [...latest.slice(-3), token];
    return token;
  }
  const interpreter = createInterpreter((execution) => ({
    ...{ execution, definition, clock, tasks, newToken },
    jitter: () => 0,
  }));

  async function commit(before: Execution, after: Execution): Promise<boolean> {
    if (rows.get(before.id)?.version !== before.version) return false;
    rows.set(after.id, { ...after, version: before.version + 1 });
    return true;
  }
  async function advance(id: string, { keep } = { keep: true }): Promise<void> {
    const before = rows.get(id);
    if (before?.status !== 'RUNNING') return;
    const after = await interpreter.advance(before);
    if (after !== undefined && keep) await commit(before, after);
    await rest();
  }
  async function rest(): Promise<void> {
    for (const row of rows.values())
      if (row.status === 'RUNNING' && row.phase === 'entered') await advance(row.id);
  }

  const executions = {
    findByToken: (token: string) => [...rows.values()].find((row) => row.token === token),
  } as Executions;
  const tokens = createTokens({ executions, interpreter, clock, commit });
  const isDue = (row: Execution): boolean => row.due !== null && row.due <= clock.office();

  return {
    save: () => ({ rows: new Map(rows), tokens: latest }),
    restore(saved) {
      rows = new Map(saved.rows);
      latest = saved.tokens;
    },
    spentTokens: () => latest.filter((token) => ![...rows.values()].some((row) => row.token === token)),
    movable: () =>
      [...rows.values()].filter((row) => row.status === 'RUNNING' && (row.phase === 'calling' || isDue(row))),
    advance,
    rest,
    async fail(id) {
      const before = rows.get(id);
      if (before === undefined) return;
      const after = await interpreter.refused(before, { error: 'Lambda.Unknown', cause: null });
      if (after !== undefined) await commit(before, after);
      await rest();
    },
    abort(id) {
      const before = rows.get(id);
      if (before === undefined) return;
      rows.set(id, {
        ...unsuccessful(before, 'ABORTED', {}, clock.office()),
        version: before.version + 1,
      });
    },
    forget: (id) => {
      rows.delete(id);
    },
    workflow: {
      async start(flow, name, input) {
        const id = idOf(flow, name);
        if (rows.has(id)) return 'exists';
        const of = { flow, name, input: { ...input }, hash: '', now: clock.office() };
        rows.set(id, await interpreter.first(newExecution(of, definition), definition));
        await rest();
        return 'started';
      },
      resume: (token, output) => tokens.resume(token, output),
      status: async (flow, name) => rows.get(idOf(flow, name))?.status ?? 'NOT_FOUND',
    },
  };
}
