import { z } from 'zod';
import { instantOf, type Instant } from '#shared/domain/time.ts';
import type { WaitState } from '../definition/schema.ts';
import { StateError } from '../errors.ts';
import { unexpected } from '../evaluate.ts';
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
  const template = state.Timestamp ?? '';
  const text = await evaluateIn(scope, template, 'Timestamp');
  if (typeof text !== 'string') throw unexpected(template, 'Timestamp', 'string', text);
  const value = timestamp.safeParse(text);
  // Whole seconds: https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
  if (value.success) return instantOf(Math.floor(Date.parse(value.data) / 1000) * 1000);
  throw new StateError(
    'States.QueryEvaluationError',
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
  );
}
