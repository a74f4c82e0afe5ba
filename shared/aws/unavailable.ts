import { StoreUnavailable } from '#shared/ports.ts';

/** As the SDK itself tells what may be tried again (its own few attempts are over by then). */
const throttled = [
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];
const timedOut = ['TimeoutError', 'RequestTimeout', 'RequestTimeoutException'];
/** The role's sign-in has run out or can't be renewed now; AWS gives a function another one. */
const signedOut = ['CredentialsProviderError', 'ExpiredToken', 'ExpiredTokenException', 'TokenProviderError'];
const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'];
const passing = new Set([...throttled, ...timedOut, ...signedOut]);

/**
 * What a service of AWS threw, as the one error that says "trying again later is right": it is answered with 503, and a
 * flow retries its task. Anything else stays as it is, a fault of ours.
 */
export function asUnavailable(error: unknown, service: string): unknown {
  return isTransient(error) ? new StoreUnavailable(`${service} can't serve now`, { cause: error }) : error;
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    passing.has(error.name) || unreachable.includes(code) || statusOf(error) >= 500 || statusOf(error) === 429
  );
}

/** https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-smithy-types/Interface/ResponseMetadata/ */
function statusOf(error: Error): number {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return 0;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}
