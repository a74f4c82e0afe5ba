import type { z } from 'zod';
import { Refusal, type FieldFault } from '#shared/domain/refusal.ts';
import { isMessageKey } from '#shared/messages/say.ts';

/** @throws Refusal InputInvalid naming each field that is wrong */
export function parseCommand<T>(schema: z.ZodType<T>, typed: unknown): T {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new Refusal('InputInvalid', {}, parsed.error.issues.map(faultOf));
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const field = issue.path.map(String).join('.');
  const limit = limitOf(issue);
  return { field, code: codeOf(issue), ...(limit === undefined ? {} : { limit }) };
}

function limitOf(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_big') return Number(issue.maximum);
  if (issue.code === 'too_small') return Number(issue.minimum);
  return undefined;
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (isMessageKey(`fault.${issue.message}`)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'empty' : typeFault(issue.expected);
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
