import type { Json } from '#shared/ports.ts';
import type { TaskState } from '../definition/schema.ts';
import { StateError, taskError, withinLimit } from '../errors.ts';
import type { Execution } from '../execution.ts';
import { toJson } from '../json.ts';
import { evaluateIn, leave, type Scope } from './scope.ts';
import { secondsFrom } from './seconds.ts';

/** Each attempt has its own timeout and, when it waits for one, its own token. */
export async function startTask(scope: Scope, state: TaskState): Promise<Execution> {
  const due =
    state.TimeoutSeconds === undefined
      ? null
      : await secondsFrom(scope, state.TimeoutSeconds, 'TimeoutSeconds', 1);
  return { ...scope.execution, phase: 'calling', due, token: awaitsToken(state) ? scope.newToken() : null };
}

/** Calls the function: again after a crash, so functions are idempotent. */
export async function callTask(scope: Scope, state: TaskState): Promise<Execution> {
  const { FunctionName, Payload } = state.Arguments;
  const payload = await evaluateIn(scope, Payload, 'Arguments/Payload');
  const name = `The state/task '${scope.execution.state}'`;
  const result = await invoke(scope, FunctionName, withinLimit(payload, `${name} was given arguments`));
  if (awaitsToken(state)) return { ...scope.execution, phase: 'waiting' };
  return completeTask(scope, state, { Payload: withinLimit(result, `${name} returned a result`) });
}

export function completeTask(scope: Scope, state: TaskState, result: Json): Promise<Execution> {
  return leave(scope, state, result, { result });
}

function awaitsToken(state: TaskState): boolean {
  return state.Resource === 'arn:aws:states:::lambda:invoke.waitForTaskToken';
}

async function invoke(scope: Scope, name: string, payload: Json): Promise<Json> {
  const task = scope.tasks.get(name);
  if (task === undefined)
    throw new StateError('Lambda.ResourceNotFoundException', `no task is called ${name}`);
  try {
    return toJson(await task(payload)) ?? null;
  } catch (thrown) {
    throw taskError(thrown);
  }
}
