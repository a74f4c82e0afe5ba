import type { ChoiceState } from '../definition/schema.ts';
import { StateError } from '../errors.ts';
import { unexpected } from '../evaluate.ts';
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
    if (typeof holds !== 'boolean') throw unexpected(rule.Condition, field, 'boolean', holds);
    if (holds) return leave(scope, rule, input);
  }
  // Not States.NoChoiceMatched, which the language names: Step Functions fails so.
  if (state.Default === undefined)
    throw new StateError(
      'States.Runtime',
      'Failed to transition out of the state. The state does not point to a next state.',
    );
  return leave(scope, { ...state, Next: state.Default }, input);
}
