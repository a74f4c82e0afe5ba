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

  it('names every problem at once', () => {
    const problems = problemsOf(flowText({ ...ask({ HeartbeatSeconds: 1 }), Map: { Type: 'Map' } }));

    expect(problems.split('\n')).toHaveLength(3);
  });
});

describe('checking the expressions of a flow', () => {
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

  it.each([
    '$states.input.list[a = 1]',
    '$states.input.list[$.a = 1 and b.c > 2].d',
    '$states.input.list.(a + $.b)',
    '$states.input.list^(>a, b).c',
    '$states.input.list{a: $sum(b)}',
    '$states.input.list#$i[$i > 0].a',
    '$states.input.list@$l.{ "a": $l.a }',
    '$map($states.input.list, function($each, $n) { $each.a + $n })',
    '$states.input.list ~> $filter(function($each) { $each.a })',
    '$states.input ~> |list|{"b": a}|',
    '$states.input.`list`.*',
    "$contains($states.input.text, 'a ?: b ?? $$')",
    '[1..3].($ * 2)',
    '($n := $states.input.n; $n > 1 ? $n : 1)',
  ])('takes %s', (expression) => {
    expect(problemsOf(flowText(ask({}, { x: `{% ${expression} %}` })))).toBe('none');
  });

  it('reads comments as text', () => {
    const text = flowText({ First: { Type: 'Pass', Comment: '{% $missing %}', End: true } });

    expect(problemsOf(text)).toBe('none');
  });
});
