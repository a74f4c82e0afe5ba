import type { Json } from '#shared/ports.ts';
import { exceedsPayloadLimit } from './json.ts';

/** What a state reports when it fails; the message becomes the Cause. */
export class StateError extends Error {
  constructor(name: string, cause = '') {
    super(cause);
    this.name = name;
  }
}

export interface Failure {
  readonly error: string;
  readonly cause: string | null;
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof StateError) return { error: thrown.name, cause: thrown.message || null };
  // Nothing but the interpreter itself can have failed: the execution can't go on.
  return { error: 'States.Runtime', cause: String(thrown) };
}

/** Names as the Node runtime of Lambda gives them: `name` of an error, else the type of what was thrown. */
export function taskError(thrown: unknown): StateError {
  return thrown instanceof Error
    ? new StateError(thrown.name, thrown.message)
    : new StateError(typeof thrown, String(thrown));
}

export function withinLimit(value: Json, what: string): Json {
  if (!exceedsPayloadLimit(value)) return value;
  throw new StateError('States.DataLimitExceeded', `${what} is larger than 256 KiB`);
}

/** Wildcards and their exceptions: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function matches(errorEquals: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') return false;
  if (errorEquals.includes(error)) return true;
  if (error === 'States.DataLimitExceeded') return false;
  return (
    errorEquals.includes('States.ALL') ||
    (errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout')
  );
}
