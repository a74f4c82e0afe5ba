import { describe, expect, it } from 'vitest';
import { DefinitionRefused, loadDefinition } from '#local/workflow/definition/load-definition.ts';
import { awaitToken, flowText, invoke, validatorErrors, type States } from '#tests/support/flow-lab.ts';
import { withTaskNames } from '#workflows/definition.ts';

const done = { Type: 'Succeed' };
const tasks = new Set(['ask']);

function problemsOf(text: string): string {
  try {
    loadDefinition(withTaskNames(text), tasks);
    return 'none';
  } catch (error) {
    if (!(error instanceof DefinitionRefused)) throw error;
    return error.message;
  }
}

function ask(rest: Readonly<Record<string, unknown>>, payload = {}): States {
  return { Ask: invoke('Ask', { Next: 'Done', ...rest }, payload), Done: done };
}

const everything = flowText(
  {
    Ask: invoke(
      'Ask',
      {
        Comment: 'c',
        QueryLanguage: 'JSONata',
        TimeoutSeconds: '{% $states.input.seconds %}',
        Retry: [
          {
            ErrorEquals: ['Lambda.ServiceException', 'Lambda.TooManyRequestsException'],
            IntervalSeconds: 1,
            MaxAttempts: 6,
            BackoffRate: 2,
            MaxDelaySeconds: 30,
            JitterStrategy: 'FULL',
          },
          { ErrorEquals: ['States.ALL'] },
        ],
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Next: 'Lost',
            Assign: { e: 1 },
            Output: '{% $states.errorOutput %}',
          },
        ],
        Assign: { place: '{% $states.result.Payload.place %}' },
        Output: { id: '{% $states.input.id %}' },
        Next: 'Where',
      },
      { id: '{% $states.context.Execution.Input.id %}' },
    ),
    Where: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $place = 'ward' and $count($states.input.x[$ > 1]) > 0 %}", Next: 'Await' }],
      Default: 'Pause',
    },
    Await: awaitToken('Ask', { TimeoutSeconds: 60, Next: 'Pause' }),
    Pause: { Type: 'Wait', Timestamp: '2026-01-01T00:00:00Z', Next: 'Pass' },
    Pass: { Type: 'Pass', Output: '{% ($n := 1; $map([1, 2], function($x) { $x + $n })) %}', Next: 'Done' },
    Done: done,
    Lost: { Type: 'Fail', Error: 'ExecutionLost', Cause: '{% $states.input.Cause %}' },
  },
  { Comment: 'c', Version: '1.0', TimeoutSeconds: 31_536_000 },
);

describe('loading a flow', () => {
  it('takes everything that is implemented, and asl-validator agrees', () => {
    expect(problemsOf(everything)).toBe('none');
    expect(validatorErrors(everything)).toEqual([]);
  });

  it.each<[string, States]>([
    ["state Ask: HeartbeatSeconds isn't implemented", ask({ HeartbeatSeconds: 10 })],
    ["state Ask: ResultPath isn't implemented", ask({ ResultPath: '$.x' })],
    ["state Ask: Credentials isn't implemented", ask({ Credentials: {} })],
    ["state Ask: Retry.0.Backoff isn't implemented", ask({ Retry: [{ ErrorEquals: ['A'], Backoff: 1 }] })],
    [
      "state Ask: Catch.0.ResultPath isn't implemented",
      ask({ Catch: [{ ErrorEquals: ['A'], Next: 'Done', ResultPath: '$' }] }),
    ],
    ['state Ask: Retry.0.BackoffRate', ask({ Retry: [{ ErrorEquals: ['A'], BackoffRate: 0.5 }] })],
    ['state Ask: Retry.0.JitterStrategy', ask({ Retry: [{ ErrorEquals: ['A'], JitterStrategy: 'SOME' }] })],
    ['state Ask: TimeoutSeconds', ask({ TimeoutSeconds: 0 })],
    ['state Ask: QueryLanguage', ask({ QueryLanguage: 'JSONPath' })],
    ['state Ask: it: needs either Next or End', ask({ End: true })],
    [
      "state Ask: Arguments.Qualifier isn't implemented",
      ask({ Arguments: { FunctionName: 'ask', Payload: {}, Qualifier: '1' } }),
    ],
    [
      'state Ask: Arguments.FunctionName',
      ask({ Arguments: { FunctionName: '{% $states.input.fn %}', Payload: {} } }),
    ],
    ['state Ask: no task is called other', ask({ Arguments: { FunctionName: 'other', Payload: {} } })],
    ['state Ask: Resource', ask({ Resource: 'arn:aws:states:::sqs:sendMessage' })],
    ['state Ask: Resource', ask({ Resource: 'arn:aws:states:::states:startExecution.sync' })],
    ["state Map: Type Map isn't implemented", { Map: { Type: 'Map', End: true } }],
    ["state Two: Type Parallel isn't implemented", { Two: { Type: 'Parallel', Branches: [], End: true } }],
    ["state First: Result isn't implemented", { First: { Type: 'Pass', Result: {}, End: true } }],
    ["state First: InputPath isn't implemented", { First: { Type: 'Pass', InputPath: '$', End: true } }],
    [
      "state Pause: SecondsPath isn't implemented",
      { Pause: { Type: 'Wait', SecondsPath: '$.x', End: true } },
    ],
    [
      'state Pause: it: needs either Seconds or Timestamp',
      { Pause: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } },
    ],
    ['state Pause: it: needs either Seconds or Timestamp', { Pause: { Type: 'Wait', End: true } }],
    ['state Pause: Timestamp', { Pause: { Type: 'Wait', Timestamp: 'tomorrow', End: true } }],
    [
      "state Which: Choices.0.Variable isn't implemented",
      {
        Which: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Variable: '$.a', Next: 'Done' }] },
        Done: done,
      },
    ],
    [
      'state Which: Choices.0.Condition',
      { Which: { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'Done' }] }, Done: done },
    ],
    ['state Which: Choices: ', { Which: { Type: 'Choice', Choices: [], Default: 'Done' }, Done: done }],
    ["state Done: Assign isn't implemented", { Done: { ...done, Assign: { a: 1 } } }],
    ["state Lost: Output isn't implemented", { Lost: { Type: 'Fail', Output: 1 } }],
    ["state Lost: CausePath isn't implemented", { Lost: { Type: 'Fail', CausePath: '$.x' } }],
  ])('refuses with "%s"', (problem, states) => {
    expect(problemsOf(flowText(states))).toContain(`\n${problem}`);
  });

  it.each([
    ["the flow: Foo isn't implemented", { Foo: 1 }],
    ['the flow: QueryLanguage', { QueryLanguage: 'JSONPath' }],
    ['the flow: TimeoutSeconds', { TimeoutSeconds: '{% 60 %}' }],
    ['the flow: StartAt names the missing state Nowhere', { StartAt: 'Nowhere' }],
  ])('refuses with "%s" at the top', (problem, top) => {
    expect(problemsOf(flowText({ Done: done }, top))).toContain(`\n${problem}`);
  });

  it('refuses a flow without the word JSONata at its top: AWS would take it for JSONPath', () => {
    const text = flowText({ Done: done }).replace('"QueryLanguage":"JSONata",', '');

    expect(problemsOf(text)).toContain('the flow: QueryLanguage');
  });

  it('names every problem at once', () => {
    const problems = problemsOf(flowText({ ...ask({ HeartbeatSeconds: 1 }), Map: { Type: 'Map' } }));

    expect(problems.split('\n')).toHaveLength(3);
  });

  it.each<[string, States]>([
    ['state First: goes on to the missing state Last', { First: { Type: 'Pass', Next: 'Last' } }],
    ['state Ask: goes on to the missing state Lost', ask({ Catch: [{ ErrorEquals: ['A'], Next: 'Lost' }] })],
    ["state Done: can't be reached", { First: { Type: 'Pass', End: true }, Done: done }],
    [
      'state Ask: Catch: States.ALL must stand alone and last',
      ask({
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Done' },
          { ErrorEquals: ['A'], Next: 'Done' },
        ],
      }),
    ],
    [
      'state Ask: Retry: States.ALL must stand alone and last',
      ask({ Retry: [{ ErrorEquals: ['A', 'States.ALL'] }] }),
    ],
  ])('refuses with "%s" between states', (problem, states) => {
    expect(problemsOf(flowText(states))).toContain(`\n${problem}`);
  });
});

describe('checking the expressions of a flow', () => {
  it.each([
    ['{% $missing %}', '$missing is neither assigned nor an implemented function'],
    ['{% $now() %}', '$now is neither'],
    ['{% $millis() %}', '$millis is neither'],
    ['{% $random() %}', '$random is neither'],
    ["{% $eval('1') %}", '$eval is neither'],
    ['{% $uuid() %}', '$uuid is neither'],
    ['{% $states.result.Payload %}', "$states.result.Payload can't be read here"],
    ['{% $states.errorOutput %}', "$states.errorOutput can't be read here"],
    ['{% $states.context.Task.Token %}', "$states.context.Task.Token can't be read here"],
    ['{% $states.context.Execution.RoleArn %}', "$states.context.Execution.RoleArn can't be read here"],
    ['{% $states.context %}', "$states.context can't be read here"],
    ['{% $states %}', "can't be read here"],
    ['{% $states.input[a = $missing] %}', '$missing is neither'],
    ['{% $states.input.a[b = $missing].c %}', '$missing is neither'],
    ["{% {'a': [1, $missing]} %}", '$missing is neither'],
    ['{% $states.input. %}', 'not JSONata'],
    ['{% $states.input', 'begins with {% but does not end in %}'],
  ])('refuses %s', (expression, problem) => {
    expect(problemsOf(flowText(ask({}, { deep: [{ x: expression }] })))).toContain(
      `state Ask: Arguments.Payload.deep.0.x: ${problem}`.replace(': can', ': $states. can'),
    );
  });

  it('lets each place read what is there: result in Output, errorOutput in Catch, the token in a wait', () => {
    const wrong = flowText({
      Await: awaitToken('Ask', {
        Output: '{% $states.errorOutput %}',
        Catch: [{ ErrorEquals: ['A'], Next: 'Done', Assign: { a: '{% $states.result %}' } }],
        Next: 'Done',
      }),
      Done: { ...done, Output: '{% $states.result %}' },
    });

    expect(problemsOf(wrong).split('\n').slice(1)).toEqual([
      "state Await: Output: $states.errorOutput can't be read here",
      "state Await: Catch.0.Assign.a: $states.result can't be read here",
      "state Done: Succeed.Output: $states.result can't be read here",
    ]);
  });

  it.each(['states', '1st', 'with-dash', 'x'.repeat(81)])('refuses the variable name %s', (name) => {
    expect(problemsOf(flowText({ First: { Type: 'Pass', Assign: { [name]: 1 }, End: true } }))).toContain(
      'state First: Assign',
    );
  });

  it('reads comments as text', () => {
    const text = flowText({ First: { Type: 'Pass', Comment: '{% $missing %}', End: true } });

    expect(problemsOf(text)).toBe('none');
  });
});
