import { epochMs, instantOf } from '#shared/domain/time.ts';
import type { Json } from '#shared/ports.ts';
import type { Definition, State } from './definition/schema.ts';
import { failureOf, StateError, type Failure } from './errors.ts';
import { entered, unsuccessful, type Execution } from './execution.ts';
import { caught, retried } from './states/retry.ts';
import { stateOf, type Scope } from './states/scope.ts';
import { choice } from './states/choice.ts';
import { fail } from './states/fail.ts';
import { pass } from './states/pass.ts';
import { succeed } from './states/succeed.ts';
import { callTask, completeTask, startTask } from './states/task.ts';
import { endWait, startWait } from './states/wait.ts';

/** A Standard execution lives a year at most: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const yearSeconds = 365 * 86_400;

export type ScopeOf = (execution: Execution) => Scope;
export type Interpreter = ReturnType<typeof createInterpreter>;

/** One transition at a time, from row to row. Nothing here stores anything. */
export function createInterpreter(scopeOf: ScopeOf) {
  async function after(
    before: Execution,
    work: (scope: Scope, state: State) => Promise<Execution | undefined>,
  ) {
    const scope = scopeOf(before);
    let next: Execution | undefined;
    try {
      next = isOverdue(before, scope) ? timedOut(scope) : await work(scope, stateOf(scope));
    } catch (thrown) {
      next = await afterFailure(scope, failureOf(thrown));
    }
    return next === undefined ? undefined : prepared(next);
  }

  // Tokens and due dates go into the same commit as the transition that leads to them. What can't be prepared fails in
  // a transition of its own.
  async function prepared(execution: Execution): Promise<Execution> {
    if (execution.status !== 'RUNNING' || execution.phase !== 'entered') return execution;
    const scope = scopeOf(execution);
    try {
      return (await prepare(scope, stateOf(scope))) ?? execution;
    } catch {
      return execution;
    }
  }

  return {
    first: (execution: Omit<Execution, 'endDue'>, definition: Definition): Promise<Execution> => {
      const seconds = Math.min(definition.timeoutSeconds ?? yearSeconds, yearSeconds);
      const endDue = instantOf(epochMs(execution.startedAt) + seconds * 1000);
      return prepared(
        entered({ ...execution, endDue }, definition.startAt, execution.input, {}, execution.startedAt),
      );
    },
    /** @returns undefined when the execution has to wait. */
    advance: (before: Execution) => after(before, step),
    resumed: (before: Execution, output: Json) =>
      after(before, async (scope, state) =>
        state.Type === 'Task' ? completeTask(scope, state, output) : undefined,
      ),
    refused: (before: Execution, { error, cause }: Failure) =>
      after(before, () => Promise.reject(new StateError(error, cause))),
  };
}

function isOverdue({ endDue }: Execution, { clock }: Scope): boolean {
  return endDue !== null && endDue <= clock.office();
}

function timedOut({ execution, clock }: Scope): Execution {
  return unsuccessful(execution, 'TIMED_OUT', { error: 'States.Timeout' }, clock.office());
}

async function step(scope: Scope, state: State): Promise<Execution | undefined> {
  const { execution, clock } = scope;
  if (execution.due !== null && execution.due <= clock.office()) return stepWhenDue(scope, state);
  switch (execution.phase) {
    case 'waiting':
      return undefined;
    case 'retrying':
      if (execution.backoffDue !== null && execution.backoffDue > clock.machine()) return undefined;
      return prepare({ ...scope, execution: { ...execution, phase: 'entered', backoffDue: null } }, state);
    case 'entered':
      return (await prepare(scope, state)) ?? runAtOnce(scope, state);
    case 'calling':
      return state.Type === 'Task' ? callTask(scope, state) : undefined;
  }
}

async function stepWhenDue(scope: Scope, state: State): Promise<Execution> {
  if (state.Type === 'Wait') return endWait(scope, state);
  throw new StateError('States.Timeout');
}

async function prepare(scope: Scope, state: State): Promise<Execution | undefined> {
  if (state.Type === 'Task') return startTask(scope, state);
  if (state.Type === 'Wait') return startWait(scope, state);
  return undefined;
}

async function runAtOnce(scope: Scope, state: State): Promise<Execution | undefined> {
  switch (state.Type) {
    case 'Pass':
      return pass(scope, state);
    case 'Choice':
      return choice(scope, state);
    case 'Succeed':
      return succeed(scope, state);
    case 'Fail':
      return fail(scope, state);
    case 'Task':
    case 'Wait':
      return undefined;
  }
}

async function afterFailure(scope: Scope, failure: Failure): Promise<Execution> {
  try {
    const state = stateOf(scope);
    const next =
      state.Type === 'Task'
        ? (retried(scope, state, failure) ?? (await caught(scope, state, failure)))
        : undefined;
    if (next) return next;
  } catch (thrown) {
    // An error inside Catch has nobody left to catch it.
    return failed(scope, failureOf(thrown));
  }
  return failed(scope, failure);
}

function failed({ execution, clock }: Scope, { error, cause }: Failure): Execution {
  return unsuccessful(execution, 'FAILED', { error, cause: cause === '' ? null : cause }, clock.office());
}
