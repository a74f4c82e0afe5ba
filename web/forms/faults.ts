import type { z } from 'zod';
import { isRefusal, Refusal, type FieldFault } from '#shared/domain/refusal.ts';
import { isMessageKey } from '#shared/messages/say.ts';

/** @throws Refusal InputInvalid naming each field that is wrong */
export function parseCommand<T>(schema: z.ZodType<T>, typed: unknown): T {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => faultOf(issue, isBlank(typed, issue.path)));
  throw new Refusal('InputInvalid', {}, faults);
}

/** Faults of the command under the names of the inputs that asked for it. */
export function namingFaults<T>(parse: () => T, inputOf: (field: string) => string): T {
  try {
    return parse();
  } catch (error) {
    throw underInputs(error, inputOf);
  }
}

/** The same of an act that is refused. */
export async function namingFaultsOf<T>(act: Promise<T>, inputOf: (field: string) => string): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw underInputs(error, inputOf);
  }
}

function underInputs(error: unknown, inputOf: (field: string) => string): unknown {
  if (!isRefusal(error)) return error;
  const faults = error.faults.map((fault) => ({ ...fault, field: inputOf(fault.field) }));
  return new Refusal(error.code, error.details, faults);
}

/** Whether nothing was said there. */
function isBlank(typed: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = typed;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value === undefined || value === null || value === '';
}

function faultOf(issue: z.core.$ZodIssue, blank: boolean): FieldFault {
  const field = issue.path.map(String).join('.');
  const limit = limitOf(issue);
  return { field, code: codeOf(issue, blank), ...(limit === undefined ? {} : { limit }) };
}

function limitOf(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_big') return Number(issue.maximum);
  if (issue.code === 'too_small') return Number(issue.minimum);
  return undefined;
}

function codeOf(issue: z.core.$ZodIssue, blank: boolean): string {
  if (blank) return 'empty';
  if (isMessageKey(`fault.${issue.message}`)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue.expected);
    case 'too_big':
      return issue.origin === 'string' ? 'tooLong' : 'tooMany';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'empty' : 'tooFew';
    case 'invalid_value':
    case 'invalid_union':
      return 'notOneOf';
    case 'unrecognized_keys':
      return 'unknownField';
    case 'invalid_format':
      return 'notAnId';
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'wrongType';
  }
}

const typeFault = (expected: string): string =>
  expected === 'int' || expected === 'number' ? 'notAWholeNumber' : 'wrongType';
