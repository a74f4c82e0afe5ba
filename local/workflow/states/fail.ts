import type { FailState } from '../definition/schema.ts';
import { unexpected } from '../evaluate.ts';
import { unsuccessful, type Execution } from '../execution.ts';
import { evaluateIn, type Scope } from './scope.ts';

export async function fail(scope: Scope, state: FailState): Promise<Execution> {
  const error = await textOf(scope, state.Error, 'Error');
  const cause = await textOf(scope, state.Cause, 'Cause');
  return unsuccessful(scope.execution, 'FAILED', { error, cause }, scope.clock.office());
}

async function textOf(scope: Scope, template: string | undefined, field: string): Promise<string | null> {
  if (template === undefined) return null;
  const text = await evaluateIn(scope, template, field);
  if (typeof text === 'string') return text;
  throw unexpected(template, field, 'string', text);
}
