import { asUnavailable } from '#shared/aws/unavailable.ts';
import { StoreUnavailable } from '#shared/ports.ts';

/**
 * What passes by itself beside what passes with every service (throttling, faults of the service, no answer); the same
 * request may then be sent again.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors
 */
const passing: ReadonlySet<string> = new Set([
  'ReplicatedWriteConflictException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** Reasons inside a cancelled transaction that pass by themselves. */
const passingReasons: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'TransactionConflict',
]);

/**
 * The role's sign-in has run out, or none can be fetched now. With another one the store serves again, hence
 * StoreUnavailable; asking again with the same one is useless, hence at once. Credentials that are wrong, or lack a right,
 * are a fault of the deployment: those errors fly as they are.
 */
const runOut: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenProviderError',
]);

/** A cancelled transaction whose reasons all pass by themselves, or that waits for them to be told the whole truth. */
export class CancelledForNow extends Error {
  constructor(reasons: readonly string[], options?: ErrorOptions) {
    super([...new Set(reasons)].join(), options);
    this.name = 'CancelledForNow';
  }
}

export const isPassingReason = (reason: string): boolean => passingReasons.has(reason);

export function isPassing(error: unknown): boolean {
  const name = nameOf(error);
  if (runOut.has(name)) return false;
  return (
    error instanceof CancelledForNow ||
    passing.has(name) ||
    asUnavailable(error, 'DynamoDB') instanceof StoreUnavailable
  );
}

/** An engine's error as the port names it; any other error as it is. */
export function asPortError(error: unknown): unknown {
  const name = nameOf(error);
  const cause = { cause: error };
  if (isPassing(error)) return new StoreUnavailable(`the table can't serve now (${describe(error)})`, cause);
  if (runOut.has(name)) return new StoreUnavailable(`credentials for the table ran out (${name})`, cause);
  if (name === 'ValidationException') return new TypeError(`the table refused: ${describe(error)}`, cause);
  return error;
}

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.message === '' ? error.name : `${error.name}: ${error.message}`;
}
