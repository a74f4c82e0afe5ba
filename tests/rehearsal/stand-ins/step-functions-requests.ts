import { z } from 'zod';
import type { Json } from '#shared/ports.ts';
import { ServiceError } from '../json-service.ts';

/** 256 KiB of UTF-8. */
const document = z.string().refine((text) => Buffer.byteLength(text) <= 262_144, 'above 262144 bytes');
const arn = z.string().min(1).max(256);
const token = z.string().min(1).max(2048);
const reason = { error: z.string().max(256).exactOptional(), cause: z.string().max(32_768).exactOptional() };

/** The constraints of https://docs.aws.amazon.com/step-functions/latest/apireference, as far as they are asked for here. */
const requests = {
  StartExecution: z.object({ stateMachineArn: arn, name: z.string(), input: document.default('{}') }),
  SendTaskSuccess: z.object({ taskToken: token, output: document }),
  SendTaskFailure: z.object({ taskToken: token, ...reason }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  DescribeExecution: z.object({ executionArn: arn }),
  StopExecution: z.object({ executionArn: arn, ...reason }),
};
type Requests = { readonly [operation in keyof typeof requests]: z.output<(typeof requests)[operation]> };

/** @throws ServiceError ValidationException, as for every request whose fields break their constraints */
export function requestOf<Operation extends keyof Requests>(
  operation: Operation,
  raw: unknown,
): Requests[Operation];
export function requestOf(operation: keyof Requests, raw: unknown): unknown {
  const parsed = requests[operation].safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: ${issue?.message ?? ''}`,
  );
}

/** @throws ServiceError under that name when the text is no JSON */
export function jsonOf(text: string, name: 'InvalidExecutionInput' | 'InvalidOutput'): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new ServiceError(name, String(error));
  }
}

/** Both as Step Functions itself says them. */
export const tokenIsNone = (): ServiceError =>
  new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
export const tokenIsGone = (): ServiceError =>
  new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
