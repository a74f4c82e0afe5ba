import { isDeepStrictEqual } from 'node:util';
import type { FlowName, Workflow } from '#shared/ports.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createDefinitions, type FlowTexts } from './definition/definitions.ts';
import { untilDue } from './due.ts';
import { unsuccessful, type Execution } from './execution.ts';
import { createExecutions } from './executions.ts';
import { createInterpreter } from './interpreter.ts';
import { toJson } from './json.ts';
import { idOf, newExecution } from './new-execution.ts';
import { checkedReason, type Reason } from './reason.ts';
import { createRunner, type RunnerOptions } from './runner.ts';
import type { TaskFunction } from './states/scope.ts';
import { createTokens, newToken } from './tokens.ts';

export interface WorkflowOptions extends RunnerOptions {
  readonly database: Database;
  /** ASL texts as they stand in the files, placeholders included. */
  readonly flows: FlowTexts;
  /** By name: `open-step` serves `${OpenStepFunctionArn}`. Called at least once an attempt. */
  readonly tasks: Readonly<Record<string, TaskFunction>>;
  /** In [0, 1), for JitterStrategy FULL. */
  readonly jitter?: () => number;
}

export interface EmbeddedWorkflow extends Workflow {
  /** Takes up what was under way when the program ended. Once, after the tasks can be called. */
  resumeAll(): void;
  /** Takes up everything that is due by now; to be called when office time jumps. */
  tick(): void;
  /** Milliseconds until something is due, undefined when nothing is. */
  nextDue(): number | undefined;
  /** Resolves when no transition can be made now. */
  idle(): Promise<void>;
  running(): readonly Execution[];
  describe(flow: FlowName, name: string): Execution | undefined;
  /**
   * SendTaskFailure: the wait of this token fails, as if its function had.
   * @throws TypeError when the reason is too long
   */
  readonly fail: (token: string, reason: Reason) => Promise<'sent' | 'gone'>;
  /** Whether the text could be a token of this workflow at all. */
  readonly isToken: (text: string) => boolean;
  /** Whether a wait still stands on this token. */
  readonly waits: (token: string) => boolean;
  /**
   * StopExecution.
   * @returns false when it had ended before, or never began
   * @throws TypeError when the reason is too long
   */
  stop(flow: FlowName, name: string, reason?: Reason): Promise<boolean>;
  /** Takes nothing up any more and forgets what calls under way answer: they are made again after `resumeAll`. */
  close(): void;
}

/** @throws DefinitionRefused when a flow, or one that an execution still runs on, can't be interpreted. */
export function createWorkflow(options: WorkflowOptions): EmbeddedWorkflow {
  const { clock, jitter = Math.random } = options;
  const executions = createExecutions(options.database);
  const tasks = new Map(Object.entries(options.tasks));
  const definitions = createDefinitions(options.flows, executions, new Set(tasks.keys()));
  const interpreter = createInterpreter((execution) => ({
    execution,
    definition: definitions.byHash(execution.definition),
    clock,
    tasks,
    jitter,
    newToken,
  }));
  const runner = createRunner(options, executions, interpreter);
  const find = (flow: FlowName, name: string) => executions.find(idOf(flow, name));
  const tokens = createTokens({ executions, interpreter, clock, commit: runner.commit });

  return {
    tick: runner.tick,
    nextDue: () => untilDue(executions.nextDues(), clock),
    idle: runner.idle,
    close: runner.close,
    running: executions.running,
    describe: find,

    resumeAll() {
      for (const id of executions.runnable()) runner.add(id);
      runner.tick();
    },

    async start(flow, name, input) {
      const { hash, text } = definitions.current(flow);
      const definition = definitions.byHash(hash);
      const now = clock.office();
      const fresh = newExecution({ flow, name, input: toJson(input) ?? {}, hash, now }, definition);
      const first = await interpreter.first(fresh, definition);
      if (!(await executions.insert(first, { flow, hash, text }))) return again(find(flow, name), first);
      runner.follow(first);
      return 'started';
    },

    ...tokens,

    status: async (flow, name) => find(flow, name)?.status ?? 'NOT_FOUND',

    async stop(flow, name, reason = {}) {
      for (;;) {
        const before = find(flow, name);
        if (before?.status !== 'RUNNING') return false;
        const after = unsuccessful(before, 'ABORTED', checkedReason(reason), clock.office());
        if (await runner.commit(before, after)) return true;
      }
    },
  };
}

/** The very same start, made again while it runs, has succeeded; any other comes too late. */
function again(known: Execution | undefined, wanted: Execution): 'started' | 'exists' {
  return known?.status === 'RUNNING' && isDeepStrictEqual(known.input, wanted.input) ? 'started' : 'exists';
}
