import { z } from 'zod';
import type { Instant } from '#shared/domain/time.ts';
import type { Json } from '#shared/ports.ts';
import { parseJson } from './json.ts';

const instant = z.custom<Instant>((value) => typeof value === 'string');
const json = z.string().transform(parseJson);
const variables = z
  .string()
  .transform((text) => z.record(z.string(), z.custom<Json>()).parse(parseJson(text)));
const counts = z.string().transform((text) => z.array(z.int()).parse(parseJson(text)));

/** One row of the table; what `null` means stands beside it. */
export const executionRow = z.object({
  id: z.string(),
  flow: z.enum(['case', 'ceremony']),
  name: z.string(),
  /** Hash of the text it began with and will finish on. */
  definition: z.string(),
  /** Rises with each transition; a commit that finds another one comes too late. */
  version: z.int(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  /** entered → calling → waiting (for a token or a date), retrying → entered. */
  phase: z.enum(['entered', 'calling', 'waiting', 'retrying']),
  state: z.string(),
  input: json,
  stateInput: json,
  variables,
  /** How often each Retry rule of the state was used. */
  retries: counts,
  token: z.string().nullable(),
  startedAt: instant,
  enteredAt: instant,
  endedAt: instant.nullable(),
  /** Office time: the state's timeout, or the end of its wait. */
  due: instant.nullable(),
  /** Office time: the execution's timeout. Null once it has ended. */
  endDue: instant.nullable(),
  /** Machine time. */
  backoffDue: instant.nullable(),
  output: json.nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
});

export type Execution = Readonly<z.output<typeof executionRow>>;
export type EndStatus = Exclude<Execution['status'], 'RUNNING'>;
export type Variables = Readonly<Record<string, Json>>;

const nothingDue = { token: null, due: null, backoffDue: null };

export function entered(
  execution: Execution,
  state: string,
  input: Json,
  assigned: Variables,
  now: Instant,
): Execution {
  return {
    ...execution,
    ...nothingDue,
    phase: 'entered',
    state,
    stateInput: input,
    variables: { ...execution.variables, ...assigned },
    retries: [],
    enteredAt: now,
  };
}

export function retrying(execution: Execution, retries: readonly number[], backoffDue: Instant): Execution {
  return { ...execution, ...nothingDue, phase: 'retrying', retries: [...retries], backoffDue };
}

export function succeeded(execution: Execution, output: Json, now: Instant): Execution {
  return { ...execution, ...nothingDue, endDue: null, status: 'SUCCEEDED', output, endedAt: now };
}

export function unsuccessful(
  execution: Execution,
  status: EndStatus,
  failure: { error?: string | null; cause?: string | null },
  now: Instant,
): Execution {
  const { error = null, cause = null } = failure;
  return { ...execution, ...nothingDue, endDue: null, status, error, cause, endedAt: now };
}
