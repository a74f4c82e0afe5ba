import { epochMs } from '#shared/domain/time.ts';
import type { FlowName } from '#shared/ports.ts';
import { isDue, untilDue, type Dues, type TwoClocks } from './due.ts';
import type { EndStatus, Execution } from './execution.ts';
import type { Executions } from './executions.ts';
import type { Interpreter } from './interpreter.ts';
import { createTimer } from './timer.ts';
import { createTransitions } from './transitions.ts';
import { createWorkQueue } from './work-queue.ts';

export interface RunnerOptions {
  readonly clock: TwoClocks;
  /** As EventBridge tells it on AWS: best effort, after the commit. */
  readonly onEnd?: (flow: FlowName, name: string, status: EndStatus) => void;
  /** The store can't serve, or a hook threw. Nothing is lost; what was under way is tried again. */
  readonly onError?: (error: unknown, executionId?: string) => void;
  /** Transitions, and with them task calls, at once: few, as in `effects-runner.ts`. */
  readonly concurrency?: number;
}

const stalledRetryMs = 5_000;

/** Takes executions up as long as a transition can be made, and again when something falls due. */
export function createRunner(options: RunnerOptions, executions: Executions, interpreter: Interpreter) {
  const { clock, onEnd, onError, concurrency = 4 } = options;
  const stalled = new Set<string>();
  const queue = createWorkQueue(takeUp, concurrency);
  const timer = createTimer(wake, () => epochMs(clock.machine()));
  const transitions = createTransitions({ executions, interpreter, clock, follow });
  let closed = false;

  async function takeUp(id: string): Promise<void> {
    try {
      await transitions.make(id);
    } catch (error) {
      if (closed) return;
      // The store can't serve: nothing was lost, the same transition is made when it can.
      stalled.add(id);
      timer.wakeIn(stalledRetryMs);
      onError?.(error, id);
    }
  }

  function follow(execution: Execution): void {
    const { id, flow, name, status, phase } = execution;
    if (status === 'RUNNING') {
      if (phase === 'entered' || phase === 'calling' || isDue(execution, clock)) queue.add(id);
      wakeFor(execution);
      return;
    }
    try {
      onEnd?.(flow, name, status);
    } catch (error) {
      onError?.(error, id);
    }
  }

  function wakeFor(dues: Dues): void {
    const ms = untilDue(dues, clock);
    if (ms !== undefined) timer.wakeIn(ms);
  }

  function wake(): void {
    try {
      tick();
    } catch (error) {
      timer.wakeIn(stalledRetryMs);
      onError?.(error);
    }
  }

  function tick(): void {
    if (closed) return;
    for (const id of stalled) queue.add(id);
    for (const id of executions.dueBy(clock.office(), clock.machine())) queue.add(id);
    stalled.clear();
    wakeFor(executions.nextDues());
  }

  function close(): void {
    closed = true;
    transitions.close();
    queue.stop();
    timer.stop();
  }

  return { commit: transitions.commit, follow, tick, idle: queue.idle, add: queue.add, close };
}
