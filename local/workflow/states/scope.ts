import type { Instant } from '#shared/domain/time.ts';
import type { Json } from '#shared/ports.ts';
import type { Definition, State } from '../definition/schema.ts';
import type { TwoClocks } from '../due.ts';
import { StateError, tooLarge, withinLimit } from '../errors.ts';
import { evaluate, evaluateFields, type Bindings } from '../evaluate.ts';
import { entered, succeeded, type Execution, type Variables } from '../execution.ts';
import { bytesOf, payloadLimit } from '../json.ts';

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

export function evaluateIn(
  scope: Scope,
  template: Json,
  field: string,
  outcome: Outcome = {},
): Promise<Json> {
  return evaluate(template, bindingsOf(scope.execution, outcome), field);
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
  if (way.Assign !== undefined) checkSizes(assigned, execution.variables);
  const output = withinLimit(
    way.Output === undefined ? plain : await evaluateIn(scope, way.Output, 'Output', outcome),
    `The state/task '${execution.state}' returned a result`,
  );
  return way.Next === undefined
    ? succeeded(execution, output, clock.office())
    : entered(execution, way.Next, output, assigned, clock.office());
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#limits */
const variablesLimit = 10 * 1_048_576;

function checkSizes(assigned: Variables, before: Variables): void {
  const sizeOf = (variables: Variables) =>
    Object.values(variables).reduce<number>((sum, value) => sum + bytesOf(value), 0);
  if (sizeOf(assigned) > payloadLimit) throw tooLarge('The Assign field gave values');
  if (sizeOf({ ...before, ...assigned }) > variablesLimit) throw tooLarge('The execution has variables');
}

/** As Step Functions writes it: no fraction when it is zero. */
function timeOf(instant: Instant): string {
  return instant.replace('.000Z', 'Z');
}

function bindingsOf(execution: Execution, outcome: Outcome): Bindings {
  const context = {
    Execution: {
      Name: execution.name,
      Input: execution.input,
      StartTime: timeOf(execution.startedAt),
    },
    State: {
      Name: execution.state,
      EnteredTime: timeOf(execution.enteredAt),
      RetryCount: execution.retries.reduce((sum, count) => sum + count, 0),
    },
    ...(execution.token === null ? {} : { Task: { Token: execution.token } }),
  };
  return { ...execution.variables, states: { input: execution.stateInput, context, ...outcome } };
}
