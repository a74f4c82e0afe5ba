import type { Json } from '#shared/ports.ts';
import type { Definition, State } from '../definition/schema.ts';
import type { TwoClocks } from '../due.ts';
import { StateError, withinLimit } from '../errors.ts';
import { evaluate, evaluateFields, type Bindings } from '../evaluate.ts';
import { entered, succeeded, type Execution, type Variables } from '../execution.ts';

/** Does what the Lambda function of the same name does on AWS. What it throws is the state's error, by `name`. */
export type TaskFunction = (payload: Json) => Promise<unknown>;

/** What a state may use while it runs. */
export interface Scope {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly clock: TwoClocks;
  readonly tasks: ReadonlyMap<string, TaskFunction>;
  readonly newToken: () => string;
  /** In [0, 1). */
  readonly jitter: () => number;
}

/** What `$states` holds beside input and context. */
interface Outcome {
  readonly result?: Json;
  readonly errorOutput?: Json;
}

export function stateOf(scope: Scope): State {
  const state = scope.definition.states.get(scope.execution.state);
  if (state === undefined)
    throw new StateError('States.Runtime', `there is no state ${scope.execution.state}`);
  return state;
}

export async function evaluateIn(
  scope: Scope,
  template: Json,
  field: string,
  outcome: Outcome = {},
): Promise<Json> {
  return withinLimit(await evaluate(template, bindingsOf(scope.execution, outcome), field), field);
}

interface WayOut {
  readonly Assign?: Variables | undefined;
  readonly Output?: Json | undefined;
  /** None ends the execution. */
  readonly Next?: string | undefined;
}

/**
 * Leaves the state. Assign and Output both see the variables as they were before it:
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export async function leave(
  scope: Scope,
  way: WayOut,
  plain: Json,
  outcome: Outcome = {},
): Promise<Execution> {
  const { execution, clock } = scope;
  const assigned = await evaluateFields(way.Assign ?? {}, bindingsOf(execution, outcome), 'Assign');
  withinLimit(assigned, 'Assign');
  const output =
    way.Output === undefined
      ? withinLimit(plain, 'the output')
      : await evaluateIn(scope, way.Output, 'Output', outcome);
  return way.Next === undefined
    ? succeeded(execution, output, clock.office())
    : entered(execution, way.Next, output, assigned, clock.office());
}

function bindingsOf(execution: Execution, outcome: Outcome): Bindings {
  const context = {
    Execution: {
      Id: execution.id,
      Name: execution.name,
      Input: execution.input,
      StartTime: execution.startedAt,
    },
    State: {
      Name: execution.state,
      EnteredTime: execution.enteredAt,
      RetryCount: execution.retries.reduce((sum, count) => sum + count, 0),
    },
    StateMachine: { Name: execution.flow },
    ...(execution.token === null ? {} : { Task: { Token: execution.token } }),
  };
  return { ...execution.variables, states: { input: execution.stateInput, context, ...outcome } };
}
