import type { ChoiceState } from '../definition/schema.ts';
import { StateError } from '../errors.ts';
import type { Execution } from '../execution.ts';
import { evaluateIn, leave, type Scope } from './scope.ts';

/**
 * The first rule that holds brings its own Assign and Output; those of the state itself go with Default.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export async function choice(scope: Scope, state: ChoiceState): Promise<Execution> {
  const input = scope.execution.stateInput;
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    const holds = await evaluateIn(scope, rule.Condition, field);
    if (typeof holds !== 'boolean')
      throw new StateError('States.QueryEvaluationError', `${field} must be a boolean`);
    if (holds) return leave(scope, rule, input);
  }
  if (state.Default === undefined)
    throw new StateError('States.NoChoiceMatched', 'no rule holds and there is no Default');
  return leave(scope, { ...state, Next: state.Default }, input);
}
