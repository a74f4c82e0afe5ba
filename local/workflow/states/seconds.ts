import { epochMs, instantOf, type Instant } from '#shared/domain/time.ts';
import { StateError } from '../errors.ts';
import { unexpected } from '../evaluate.ts';
import { evaluateIn, type Scope } from './scope.ts';

const longest = 99_999_999;

/** The office's instant so many seconds from now. */
export async function secondsFrom(
  scope: Scope,
  template: number | string,
  field: string,
  least: number,
): Promise<Instant> {
  const seconds = await evaluateIn(scope, template, field);
  if (typeof seconds !== 'number') throw unexpected(template, field, 'number', seconds);
  if (!Number.isInteger(seconds) || seconds < least || seconds > longest) {
    throw new StateError(
      'States.QueryEvaluationError',
      `The ${field} field must be a whole number from ${least} to ${longest}: ${seconds}`,
    );
  }
  return instantOf(epochMs(scope.clock.office()) + seconds * 1000);
}
