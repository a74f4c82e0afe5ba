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

/** Compiles once; the cache is as large as the flows are. */
export function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = jsonata(expression);
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
  const where = `The JSONata expression '${expression}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await compile(expression).evaluate(undefined, bindings);
  } catch (thrown) {
    throw new StateError('States.QueryEvaluationError', `${where} threw an error: ${reasonOf(thrown)}`);
  }
  const json = isFunction(value) ? undefined : toJson(value);
  if (json !== undefined) return json;
  throw new StateError('States.QueryEvaluationError', `${where} returned nothing (undefined).`);
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
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : String(thrown);
}
