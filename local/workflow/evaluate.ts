import jsonata from 'jsonata';
import type { Json } from '#shared/ports.ts';
import { StateError } from './errors.ts';
import { isList, toJson } from './json.ts';

export type Bindings = Readonly<Record<string, Json | undefined>>;

const compiled = new Map<string, jsonata.Expression>();

/** @returns what stands between `{%` and `%}`, or undefined for a plain string. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4
    ? text.slice(2, -2).trim()
    : undefined;
}

/** An expression may take a second, and must not call itself without end. */
const guardrails = { timeout: 1000, stack: 500 };

/** Compiles once; the cache is as large as the flows are. */
export function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = jsonata(expression, guardrails);
  compiled.set(expression, fresh);
  return fresh;
}

/**
 * Evaluates every `{% … %}` string inside a JSON value.
 * An error and an undefined result both fail the state:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export async function evaluate(template: Json, bindings: Bindings, field: string): Promise<Json> {
  if (typeof template === 'string') {
    const expression = expressionIn(template);
    return expression === undefined ? template : evaluateExpression(expression, bindings, field);
  }
  if (typeof template !== 'object' || template === null) return template;
  if (isList(template)) {
    const list: Json[] = [];
    for (const [index, each] of template.entries()) {
      list.push(await evaluate(each, bindings, `${field}[${index}]`));
    }
    return list;
  }
  return evaluateFields(template, bindings, field);
}

export async function evaluateFields(
  template: Readonly<Record<string, Json | undefined>>,
  bindings: Bindings,
  field: string,
): Promise<Readonly<Record<string, Json>>> {
  const entries: [string, Json][] = [];
  for (const [name, each] of Object.entries(template)) {
    if (each !== undefined) entries.push([name, await evaluate(each, bindings, `${field}/${name}`)]);
  }
  return Object.fromEntries(entries);
}

async function evaluateExpression(expression: string, bindings: Bindings, field: string): Promise<Json> {
  let value: unknown;
  try {
    value = await compile(expression).evaluate(undefined, bindings);
  } catch (thrown) {
    throw failed(expression, field, `threw an error during evaluation. ${reasonOf(thrown)}`);
  }
  if (isFunction(value)) throw failed(expression, field, 'returned an unsupported result type.');
  const json = toJson(value);
  if (json !== undefined) return json;
  throw failed(expression, field, 'returned nothing (undefined).');
}

/** What a field says of a value that it can't take. */
export function unexpected(
  template: string | number,
  field: string,
  wanted: string,
  value: Json,
): StateError {
  const expression = expressionIn(String(template)) ?? String(template);
  const was = isList(value) ? 'array' : value === null ? 'null' : typeof value;
  return failed(
    expression,
    field,
    `returned an unexpected result type. Expected '${wanted}', but was '${was}' for value: ${JSON.stringify(value)}`,
  );
}

function failed(expression: string, field: string, how: string): StateError {
  return new StateError(
    'States.QueryEvaluationError',
    `The JSONata expression '${expression}' specified for the field '${field}' ${how}`,
  );
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value)
  );
}

// JSONata throws plain objects, not errors.
function reasonOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return String(thrown);
  return 'code' in thrown ? `${String(thrown.code)}: ${String(thrown.message)}` : String(thrown.message);
}
