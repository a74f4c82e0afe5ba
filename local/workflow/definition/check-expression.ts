import { compile } from '../evaluate.ts';

/** Where an expression stands decides what it may read. */
export interface Readable {
  /** Of `$states`, beside what can be read everywhere. */
  readonly paths: readonly string[];
  readonly variables: ReadonlySet<string>;
}

/** Ids and names of machines are ARNs on AWS, so no flow may look at them. */
const everywhere = [
  'input',
  'context.Execution.Name',
  'context.Execution.Input',
  'context.Execution.StartTime',
  'context.State.Name',
  'context.State.EnteredTime',
  'context.State.RetryCount',
];

/**
 * The functions of JSONata that need neither clock nor chance ($now, $millis, $random, $shuffle would not follow
 * office time), and that have answered alike since version 2.0.6, which AWS has ($formatNumber, $pad, $string, $toMillis
 * have not). AWS has no $eval, and its own additions ($partition, $range, $hash, $uuid, $parse) aren't implemented.
 */
const functions = new Set(
  `sum count max min average substring substringBefore substringAfter lowercase uppercase length trim match contains
  replace split join formatBase formatInteger parseInteger number floor ceil round abs sqrt power boolean not map zip
  filter single reduce sift keys lookup append exists spread merge reverse each error assert type sort distinct
  base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl fromMillis clone`.split(
    /\s+/,
  ),
);

/** Operators that came with JSONata 2.1; its parser turns them into others. */
const newOperators = ['?:', '??'];

/** @returns what is wrong with it, or undefined. */
export function problemOf(expression: string, readable: Readable): string | undefined {
  const bare = expression.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*[^]*?\*\//g, '');
  const tooNew = newOperators.find((operator) => bare.includes(operator));
  if (tooNew !== undefined) return `${tooNew} is not in JSONata 2.0.6`;
  const found: Found = { names: new Set(), bound: new Set(), states: [], documents: [] };
  try {
    collect(compile(expression).ast(), found, true);
  } catch (thrown) {
    return `not JSONata (${thrown instanceof Error ? thrown.message : JSON.stringify(thrown)})`;
  }
  const [document] = found.documents;
  if (document !== undefined) return `${document} stands for an input document, and there is none`;
  const allowed = [...everywhere, ...readable.paths];
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
  /** What reads the input document of JSONata, as it is written. */
  readonly documents: string[];
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Parts of a node that look at each value the node gives, not at what the node itself looks at. */
const inner = ['predicate', 'stages', 'group', 'pattern', 'update', 'delete'];

/** @param atTop nothing stands before it: `$` and names of fields would mean the input document */
function collect(value: unknown, found: Found, atTop: boolean): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found, atTop);
  if (!isNode(value)) return;
  if (value['type'] === 'path') {
    collectPath(value, found, atTop);
    return;
  }
  if (value['type'] === 'variable') collectVariable(String(value['value']), found, atTop);
  if (atTop && ['name', 'wildcard', 'descendant'].includes(String(value['type'])))
    found.documents.push(String(value['value']));
  if (value['type'] === 'bind' && isNode(value['lhs'])) found.bound.add(String(value['lhs']['value']));
  if (value['type'] === 'lambda')
    for (const each of nodesIn(value['arguments'])) found.bound.add(String(each['value']));
  for (const name of [value['focus'], value['index']]) if (typeof name === 'string') found.bound.add(name);
  for (const [part, each] of Object.entries(value)) collect(each, found, atTop && !inner.includes(part));
}

function collectPath(path: Node, found: Found, atTop: boolean): void {
  const [first, ...rest] = nodesIn(path['steps']);
  if (first?.['type'] === 'variable' && first['value'] === 'states') {
    found.states.push(rest.map((step) => String(step['value'])).join('.'));
    collect([first['stages'], first['predicate']], found, false);
  } else collect(first, found, atTop);
  collect([rest, path['group']], found, false);
}

function collectVariable(name: string, found: Found, atTop: boolean): void {
  if (name === 'states') found.states.push('');
  // `$$` is the input document wherever it stands, `$` inside a filter or a mapped function a value.
  else if (name === '$' || (name === '' && atTop)) found.documents.push(`$${name}`);
  else if (name !== '') found.names.add(name);
}
