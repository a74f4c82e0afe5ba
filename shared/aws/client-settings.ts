/**
 * For clients of services that people wait for: three attempts, and no connection that hangs. A function has a time of its
 * own, and what is tried later is tried by whoever asked.
 */
export const clientSettings = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
