import aslValidator from 'asl-validator';
import { refusals } from '#shared/domain/refusal.ts';
import { placeholdersIn, taskNameOf } from '#workflows/definition.ts';

/** A flow as its ASL file says it, only as far as the rules look. */
interface Rule {
  readonly ErrorEquals: readonly string[];
  readonly Next?: string;
  readonly JitterStrategy?: string;
}

interface State {
  readonly Type: string;
  readonly Comment?: string;
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, unknown>> };
  readonly TimeoutSeconds?: number | string;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Retry?: readonly Rule[];
  readonly Catch?: readonly Rule[];
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Default?: string;
  readonly Next?: string;
}

export interface Flow {
  readonly QueryLanguage?: string;
  readonly TimeoutSeconds?: unknown;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface FlowUnderTest {
  readonly text: string;
  /** Names in the tasks.ts beside it, and folders of functions/tasks that have a task.ts. */
  readonly tasks: readonly string[];
  readonly folders: readonly string[];
}

/** Each gives what breaks it, as sentences; nothing when the flow keeps it. */
export type AslRule = (flow: Flow, under: FlowUnderTest) => readonly string[];

const named = (flow: Flow) => Object.entries(flow.States);
const isTask = (state: State) => state.Type === 'Task';
const isWait = (state: State) => state.Resource?.endsWith('.waitForTaskToken') === true;
const isEnd = (state: State) => state.Type === 'Succeed' || state.Type === 'Fail';

function broken(
  flow: Flow,
  applies: (state: State) => boolean,
  keeps: (state: State, name: string) => boolean,
) {
  return named(flow).flatMap(([name, state]) => (applies(state) && !keeps(state, name) ? [name] : []));
}

const words = '(?:[A-Z][a-z]+)';
const namePatterns: readonly [(state: State) => boolean, RegExp][] = [
  [(state) => isWait(state) || state.Type === 'Wait', new RegExp(`^(?:Await|WaitFor)${words}+$`)],
  [(state) => isTask(state) && !isWait(state), new RegExp(`^(?!Await|WaitFor)${words}{2,}$`)],
  [(state) => state.Type === 'Choice', new RegExp(`^(?:Is|Has|Does|Where|Which|What|Who)${words}+$`)],
  [isEnd, new RegExp(`^(?!Await|Is|Where)${words}+$`)],
];

const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const catches = (state: State, error: string) =>
  state.Catch?.some((rule) => rule.ErrorEquals.includes(error) && rule.Next !== undefined) === true;

function isKnownError(name: string): boolean {
  return (
    /^(?:States|Lambda)\.\w+$/.test(name) || Object.hasOwn(refusals, name) || name === 'StoreUnavailable'
  );
}

function nextOf(state: State): readonly string[] {
  const rules = [...(state.Choices ?? []), ...(state.Catch ?? [])];
  return [state.Next, state.Default, ...rules.map((rule) => rule.Next)].filter((next) => next !== undefined);
}

/** Everything that can be reached from a state, itself included. */
function reach(flow: Flow, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) {
    const state = flow.States[name];
    for (const next of state === undefined ? [] : nextOf(state)) reached.add(next);
  }
  return reached;
}

function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('{%') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}

/** Names, dots, comparisons: no arithmetic, no text building, no function. */
const picksAndCompares = /^[\w$.\s=!<>]*$/;

function declaredIn(flow: Flow): readonly string[] {
  return ['states', ...named(flow).flatMap(([, state]) => Object.keys(state.Assign ?? {}))];
}

const variablesIn = (expression: string) =>
  Array.from(expression.matchAll(/\$(\w+)/g), ([, name = '']) => name);

/** Ids and decisions; anything else would lie open in the history of the execution. */
const carried = ['record', 'generation', 'place', 'turn', 'wakeInSeconds', 'token'];

export const aslRules = {
  'is JSONata and ends by itself': (flow) => [
    ...(flow.QueryLanguage === 'JSONata' ? [] : ['QueryLanguage']),
    ...(typeof flow.TimeoutSeconds === 'number' ? [] : ['TimeoutSeconds']),
  ],
  'says of each state what a case-worker understands': (flow) =>
    broken(
      flow,
      () => true,
      ({ Comment = '' }) => Comment.split(' ').length >= 4 && !/Lambda|token|JSON/i.test(Comment),
    ),
  'names tasks by verb and noun, choices as questions, waits as waits, ends as outcomes': (flow) =>
    namePatterns.flatMap(([applies, pattern]) => broken(flow, applies, (_, name) => pattern.test(name))),
  'retries each task with full jitter on what passes, and catches the rest': (flow) =>
    broken(flow, isTask, (state) => {
      const retry = state.Retry?.find((rule) => transient.every((name) => rule.ErrorEquals.includes(name)));
      return retry?.JitterStrategy === 'FULL' && catches(state, 'States.ALL');
    }),
  'never waits for a token without end: a timeout leads on': (flow) =>
    broken(flow, isWait, (state) => state.TimeoutSeconds !== undefined && catches(state, 'States.Timeout')),
  'speaks of errors that exist': (flow) =>
    named(flow).flatMap(([name, state]) =>
      [...(state.Retry ?? []), ...(state.Catch ?? [])]
        .flatMap((rule) => rule.ErrorEquals)
        .filter((error) => !isKnownError(error))
        .map((error) => `${name}: ${error}`),
    ),
  'pairs each placeholder with a folder and with an entry of tasks.ts, and the reverse': (flow, under) => {
    const wanted = placeholdersIn(under.text).map(taskNameOf);
    const misnamed = broken(
      flow,
      (state) => isTask(state) && !isWait(state),
      (state, name) => state.Arguments?.FunctionName === `\${${name}FunctionArn}`,
    );
    return [
      ...wanted.filter((task) => !under.folders.includes(task)).map((task) => `no folder ${task}`),
      ...wanted.filter((task) => !under.tasks.includes(task)).map((task) => `no entry ${task}`),
      ...under.tasks.filter((task) => !wanted.includes(task)).map((task) => `no state calls ${task}`),
      ...misnamed.map((name) => `${name} calls a task of another name`),
    ];
  },
  'reaches every state, and from every state an end': (flow) => {
    const reached = reach(flow, flow.StartAt);
    const endless = named(flow).filter(([name]) => {
      const onward = [...reach(flow, name)].map((next) => flow.States[next]);
      return !onward.some((state) => state !== undefined && isEnd(state));
    });
    return [
      ...Object.keys(flow.States).filter((name) => !reached.has(name)),
      ...[...reached].filter((name) => flow.States[name] === undefined),
      ...endless.map(([name]) => `${name} never ends`),
    ];
  },
  'only picks and compares, in short expressions over variables that it declares': (flow) => {
    const declared = declaredIn(flow);
    return expressionsIn(flow).filter((expression) => {
      const bare = expression.slice(2, -2).replaceAll(/'[^']*'/g, '');
      const known = variablesIn(bare).every((name) => declared.includes(name));
      return expression.length > 80 || !picksAndCompares.test(bare) || !known;
    });
  },
  'carries ids and decisions, never what is written about people': (flow) =>
    named(flow).flatMap(([name, state]) =>
      [...Object.keys(state.Assign ?? {}), ...Object.keys(state.Arguments?.Payload ?? {})]
        .filter((field) => !carried.includes(field))
        .map((field) => `${name}: ${field}`),
    ),
  'pleases asl-validator': (flow) =>
    // It writes into what it is given.
    aslValidator(structuredClone(flow)).errors.map((error) => JSON.stringify(error)),
} as const satisfies Record<string, AslRule>;

export const ruleNames = Object.keys(aslRules).filter(
  (name): name is keyof typeof aslRules => name in aslRules,
);
