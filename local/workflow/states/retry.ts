import { epochMs, instantOf } from '#shared/domain/time.ts';
import type { Retrier, TaskState } from '../definition/schema.ts';
import { matches, type Failure } from '../errors.ts';
import { retrying, type Execution } from '../execution.ts';
import { leave, type Scope } from './scope.ts';

/**
 * Only the first rule that matches counts; when it is used up the error goes to Catch.
 * @returns undefined when the error is not to be retried (any more).
 */
export function retried(scope: Scope, state: TaskState, { error }: Failure): Execution | undefined {
  const index = state.Retry.findIndex((rule) => matches(rule.ErrorEquals, error));
  const rule = state.Retry[index];
  const counts = state.Retry.map((_, each) => scope.execution.retries[each] ?? 0);
  const used = counts[index] ?? 0;
  if (rule === undefined || used >= rule.MaxAttempts) return undefined;
  const due = epochMs(scope.clock.machine()) + backoffMs(rule, used, scope.jitter);
  return retrying(scope.execution, counts.with(index, used + 1), instantOf(due));
}

/** Longer than any execution lives, and still a date. */
const leapYear = 366 * 86_400;

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error */
export function backoffMs(rule: Retrier, used: number, jitter: () => number): number {
  const seconds = Math.min(rule.IntervalSeconds * rule.BackoffRate ** used, rule.MaxDelaySeconds ?? leapYear);
  return Math.round(1000 * seconds * (rule.JitterStrategy === 'FULL' ? jitter() : 1));
}

/** @returns undefined when no Catch rule matches. */
export async function caught(
  scope: Scope,
  state: TaskState,
  failure: Failure,
): Promise<Execution | undefined> {
  const rule = state.Catch.find((each) => matches(each.ErrorEquals, failure.error));
  if (rule === undefined) return undefined;
  const errorOutput = { Error: failure.error, Cause: failure.cause };
  return leave(scope, rule, errorOutput, { errorOutput });
}
