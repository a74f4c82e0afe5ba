import type { Json } from '#shared/ports.ts';
import { problemOf, type Readable } from './check-expression.ts';
import type { State } from './schema.ts';
import { expressionIn } from '../evaluate.ts';

type States = ReadonlyMap<string, State>;

/** What the schema of a single state can't see: transitions, order, variables, tasks. */
export function problemsIn(startAt: string, states: States, tasks: ReadonlySet<string>): readonly string[] {
  const variables = assignedIn(states);
  return [
    ...transitionProblems(startAt, states),
    ...[...states].flatMap(([name, state]) =>
      [...taskProblems(state, tasks), ...expressionProblems(state, variables)].map(
        (problem) => `state ${name}: ${problem}`,
      ),
    ),
  ];
}

function targetsOf(state: State): readonly (string | undefined)[] {
  switch (state.Type) {
    case 'Choice':
      return [...state.Choices.map((rule) => rule.Next), state.Default];
    case 'Task':
      return [state.Next, ...state.Catch.map((catcher) => catcher.Next)];
    case 'Wait':
    case 'Pass':
      return [state.Next];
    case 'Succeed':
    case 'Fail':
      return [];
  }
}

function transitionProblems(startAt: string, states: States): readonly string[] {
  const reached = new Set([startAt]);
  const problems = states.has(startAt) ? [] : [`the flow: StartAt names the missing state ${startAt}`];
  for (const name of reached) {
    const state = states.get(name);
    for (const target of state ? targetsOf(state) : []) {
      if (target === undefined) continue;
      if (!states.has(target)) problems.push(`state ${name}: goes on to the missing state ${target}`);
      reached.add(target);
    }
  }
  const lost = [...states.keys()].filter((name) => !reached.has(name));
  return [...problems, ...lost.map((name) => `state ${name}: can't be reached`)];
}

function taskProblems(state: State, tasks: ReadonlySet<string>): readonly string[] {
  if (state.Type !== 'Task') return [];
  const { FunctionName } = state.Arguments;
  return [
    ...(tasks.has(FunctionName) ? [] : [`no task is called ${FunctionName}`]),
    ...wildcardProblems('Retry', state.Retry),
    ...wildcardProblems('Catch', state.Catch),
  ];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
function wildcardProblems(
  field: string,
  rules: readonly { ErrorEquals: readonly string[] }[],
): readonly string[] {
  const misplaced = rules.some(
    ({ ErrorEquals: names }, index) =>
      names.includes('States.ALL') && (names.length > 1 || index < rules.length - 1),
  );
  return misplaced ? [`${field}: States.ALL must stand alone and last`] : [];
}

interface Place {
  readonly field: string;
  readonly value: Json | undefined;
  /** `Payload`: of the result only that. */
  readonly sees?: 'Payload' | 'result' | 'errorOutput' | 'token';
}

const seen = {
  Payload: 'result.Payload',
  result: 'result',
  errorOutput: 'errorOutput',
  token: 'context.Task.Token',
} as const;

function placesOf(state: State): readonly Place[] {
  if (state.Type !== 'Task') return [{ field: state.Type, value: { ...state, Comment: undefined } }];
  const callback = state.Resource.endsWith('.waitForTaskToken');
  const outcome = callback ? 'result' : 'Payload';
  return [
    { field: 'Arguments', value: state.Arguments, ...(callback ? { sees: 'token' } : {}) },
    { field: 'TimeoutSeconds', value: state.TimeoutSeconds },
    { field: 'Assign', value: state.Assign, sees: outcome },
    { field: 'Output', value: state.Output, sees: outcome },
    ...state.Catch.flatMap(({ Assign, Output }, index): readonly Place[] => [
      { field: `Catch.${index}.Assign`, value: Assign, sees: 'errorOutput' },
      { field: `Catch.${index}.Output`, value: Output, sees: 'errorOutput' },
    ]),
  ];
}

function assignedIn(states: States): ReadonlySet<string> {
  return new Set(
    [...states.values()].flatMap((state) => {
      const rules = state.Type === 'Choice' ? state.Choices : state.Type === 'Task' ? state.Catch : [];
      const own = 'Assign' in state ? [state.Assign] : [];
      return [...own, ...rules.map((rule) => rule.Assign)].flatMap((assign) => Object.keys(assign ?? {}));
    }),
  );
}

function expressionProblems(state: State, variables: ReadonlySet<string>): readonly string[] {
  return placesOf(state).flatMap(({ field, value, sees }) => {
    return problemsAt(field, value, { variables, paths: sees === undefined ? [] : [seen[sees]] });
  });
}

function problemsAt(field: string, value: Json | undefined, readable: Readable): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => problemsAt(`${field}.${key}`, each, readable));
  }
  if (typeof value !== 'string') return [];
  const expression = expressionIn(value);
  const problem = expression === undefined ? halfAnExpression(value) : problemOf(expression, readable);
  return problem === undefined ? [] : [`${field}: ${problem}`];
}

function halfAnExpression(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.startsWith('{%') || trimmed.endsWith('%}')
    ? 'an expression begins with {% and ends with %}, and nothing stands around it'
    : undefined;
}
