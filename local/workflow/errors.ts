import type { Json } from '#shared/ports.ts';
import { exceedsPayloadLimit } from './json.ts';

export interface Failure {
  /** Null only when a failure was sent with a token, and no name with it. */
  readonly error: string | null;
  /** Empty when there is none; null only as above. */
  readonly cause: string | null;
}

/** What a state reports when it fails. */
export class StateError extends Error {
  readonly failure: Failure;
  constructor(error: string | null, cause: string | null = '') {
    super(cause ?? '');
    this.failure = { error, cause };
  }
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof StateError) return thrown.failure;
  // Nothing but the interpreter itself can have failed: the execution can't go on.
  return { error: 'States.Runtime', cause: String(thrown) };
}

/**
 * As the Node runtime of Lambda tells it: `name` of an error, else the type of what was thrown; without the stack, which
 * would only lead into this program.
 */
export function taskError(thrown: unknown): StateError {
  const [errorType, errorMessage] =
    thrown instanceof Error ? [thrown.name, thrown.message] : [typeof thrown, String(thrown)];
  return new StateError(errorType, JSON.stringify({ errorType, errorMessage, trace: [] }));
}

/** @param what the beginning of a sentence: `The state/task 'OpenStep' returned a result` */
export function withinLimit(value: Json, what: string): Json {
  if (!exceedsPayloadLimit(value)) return value;
  throw tooLarge(what);
}

export function tooLarge(what: string): StateError {
  return new StateError(
    'States.DataLimitExceeded',
    `${what} with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** Wildcards and their exceptions: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function matches(errorEquals: readonly string[], error: string | null): boolean {
  if (error === 'States.Runtime') return false;
  if (error !== null && errorEquals.includes(error)) return true;
  if (error === 'States.DataLimitExceeded') return false;
  return (
    errorEquals.includes('States.ALL') ||
    (errorEquals.includes('States.TaskFailed') && error !== null && error !== 'States.Timeout')
  );
}
