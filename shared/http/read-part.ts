import { z } from 'zod';
import { Refusal, type FieldFault, type RefusalCode } from '#shared/domain/refusal.ts';

/**
 * One part of a request as its schema wants it. Objects are strict: a field that nobody knows is refused, so that a
 * typo isn't lost silently.
 * @throws Refusal `code` with one fault a field
 */
export function readPart<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  code: RefusalCode,
): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  const strange = unknownFields(schema, sent).map((field) => ({ field, code: 'unknownField' }));
  if (parsed.success && strange.length === 0) return parsed.data;
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, sent));
  throw new Refusal(code, {}, [...faults, ...strange].slice(0, mostFaults));
}

/** A longer list helps nobody to mend. */
const mostFaults = 100;

function faultOf(issue: z.core.$ZodIssue, sent: unknown): FieldFault {
  return { field: fieldName(issue.path), ...codeOf(issue, sent) };
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

function codeOf(issue: z.core.$ZodIssue, sent: unknown): Omit<FieldFault, 'field'> {
  const missing = valueAt(sent, issue.path) === undefined;
  if (missing) return { code: 'missing' };
  const limit = limitOf(issue);
  // Our own schemas name their fault in one word (`empty`, `notADate`); zod's messages are sentences.
  if (/^[a-z][A-Za-z]+$/.test(issue.message)) return { code: issue.message, ...limit };
  switch (issue.code) {
    case 'too_big':
      return { code: issue.origin === 'string' ? 'tooLong' : 'tooMany', ...limit };
    case 'too_small':
      return { code: issue.origin === 'string' ? 'empty' : 'tooFew', ...limit };
    case 'invalid_value':
      return { code: 'notOneOf', limit: issue.values.map(String).join(', ') };
    case 'invalid_format':
      return { code: issue.format === 'regex' ? 'notAnId' : 'wrongType' };
    case 'invalid_type':
      return { code: issue.expected === 'int' ? 'notAWholeNumber' : 'wrongType' };
    default:
      return { code: 'wrongType' };
  }
}

function limitOf(issue: z.core.$ZodIssue): Pick<FieldFault, 'limit'> {
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) };
  return {};
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const name of path) value = isRecord(value) ? value[String(name)] : undefined;
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Paths of fields that no object of the schema names. */
function unknownFields(schema: z.core.$ZodType, value: unknown, path: readonly string[] = []): string[] {
  if (!isRecord(value)) return [];
  if (schema instanceof z.ZodObject) {
    const fields = new Map<string, z.core.$ZodType>(Object.entries(schema.shape));
    return Object.entries(value).flatMap(([name, inner]) => {
      const known = fields.get(name);
      const here = [...path, name];
      return known === undefined ? [here.join('.')] : unknownFields(known, inner, here);
    });
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const { element }: { element: z.core.$ZodType } = schema;
    return value.flatMap((inner, index) => unknownFields(element, inner, [...path, String(index)]));
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unknownFields(schema.def.innerType, value, path);
  }
  return schema instanceof z.ZodPipe ? unknownFields(schema.def.in, value, path) : [];
}
