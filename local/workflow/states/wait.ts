import { z } from 'zod';
import { instantOf, type Instant } from '#shared/domain/time.ts';
import type { WaitState } from '../definition/schema.ts';
import { StateError } from '../errors.ts';
import type { Execution } from '../execution.ts';
import { evaluateIn, leave, type Scope } from './scope.ts';
import { secondsFrom } from './seconds.ts';

const timestamp = z.iso.datetime({ offset: true });

export async function startWait(scope: Scope, state: WaitState): Promise<Execution> {
  return { ...scope.execution, phase: 'waiting', due: await endOf(scope, state) };
}

export function endWait(scope: Scope, state: WaitState): Promise<Execution> {
  return leave(scope, state, scope.execution.stateInput);
}

async function endOf(scope: Scope, state: WaitState): Promise<Instant> {
  if (state.Seconds !== undefined) return secondsFrom(scope, state.Seconds, 'Seconds', 0);
  const value = timestamp.safeParse(await evaluateIn(scope, state.Timestamp ?? null, 'Timestamp'));
  if (value.success) return instantOf(Date.parse(value.data));
  throw new StateError('States.QueryEvaluationError', 'Timestamp must be an RFC 3339 timestamp');
}
