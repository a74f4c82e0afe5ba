import type { SucceedState } from '../definition/schema.ts';
import type { Execution } from '../execution.ts';
import { leave, type Scope } from './scope.ts';

export function succeed(scope: Scope, state: SucceedState): Promise<Execution> {
  return leave(scope, state, scope.execution.stateInput);
}
