import { compile } from '../evaluate.ts';

/** Where an expression stands decides what of `$states` it may read. */
export interface Readable {
  readonly result: boolean;
  readonly errorOutput: boolean;
  readonly token: boolean;
  readonly variables: ReadonlySet<string>;
}

const everywhere = [
  'input',
  'context.Execution.Id',
  'context.Execution.Name',
  'context.Execution.Input',
  'context.Execution.StartTime',
  'context.State.Name',
  'context.State.EnteredTime',
  'context.State.RetryCount',
  'context.StateMachine.Name',
];

/**
 * The functions of JSONata that need neither clock nor chance ($now, $millis, $random, $shuffle would not follow
 * office time); AWS has no $eval, and its own additions ($partition, $range, $hash, $uuid, $parse) aren't implemented.
 */
const functions = new Set(
  `sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad
  match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs
  sqrt power boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error
  assert type sort distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl
  fromMillis toMillis clone`.split(/\s+/),
);

/** @returns what is wrong with it, or undefined. */
export function problemOf(expression: string, readable: Readable): string | undefined {
  const found: Found = { names: new Set(), bound: new Set(), states: [] };
  try {
    collect(compile(expression).ast(), found);
  } catch (thrown) {
    return `not JSONata (${thrown instanceof Error ? thrown.message : JSON.stringify(thrown)})`;
  }
  const allowed = [...everywhere];
  if (readable.result) allowed.push('result');
  if (readable.errorOutput) allowed.push('errorOutput');
  if (readable.token) allowed.push('context.Task.Token');
  const foreign = found.states.find((path) => !allowed.some((each) => `${path}.`.startsWith(`${each}.`)));
  if (foreign !== undefined) return `$states.${foreign} can't be read here`;
  const unknown = [...found.names].find(
    (name) => !functions.has(name) && !found.bound.has(name) && !readable.variables.has(name),
  );
  return unknown === undefined ? undefined : `$${unknown} is neither assigned nor an implemented function`;
}

interface Found {
  readonly names: Set<string>;
  readonly bound: Set<string>;
  readonly states: string[];
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found);
  if (!isNode(value)) return;
  const [first, ...rest] = nodesIn(value['steps']);
  if (value['type'] === 'path' && first?.['type'] === 'variable' && first['value'] === 'states') {
    found.states.push(rest.map((step) => String(step['value'])).join('.'));
    collect([rest, first['stages'], first['predicate']], found);
    return;
  }
  if (value['type'] === 'variable') collectVariable(String(value['value']), found);
  if (value['type'] === 'bind' && isNode(value['lhs'])) found.bound.add(String(value['lhs']['value']));
  if (value['type'] === 'lambda')
    for (const each of nodesIn(value['arguments'])) found.bound.add(String(each['value']));
  for (const name of [value['focus'], value['index']]) if (typeof name === 'string') found.bound.add(name);
  collect(Object.values(value), found);
}

function collectVariable(name: string, found: Found): void {
  if (name === 'states') found.states.push('');
  // `$` and `$$` are the context of a filter or of a mapped function.
  else if (name !== '' && name !== '$') found.names.add(name);
}
