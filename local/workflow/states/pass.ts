import type { PassState } from '../definition/schema.ts';
import type { Execution } from '../execution.ts';
import { leave, type Scope } from './scope.ts';

export function pass(scope: Scope, state: PassState): Promise<Execution> {
  return leave(scope, state, scope.execution.stateInput);
}
