import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour } from '../behaviour.ts';
import { succeeds } from '../acts.ts';

const told = (output: unknown) => ({ Type: 'Succeed', Output: output });

/** Input, variables, results and outputs, and which expression sees which of them. */
export const data: readonly Behaviour[] = [
  {
    does: 'Assign evaluates every expression with the variables as they were on entry, then assigns',
    page: 'order of Assign',
    cases: {
      'two variables change places': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { x: 3, y: 6 }, Next: 'Swap' },
          Swap: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Next: 'Told' },
          Told: told('{% [$x, $y] %}'),
        }),
        ends: { status: 'SUCCEEDED', output: [6, 3] },
      },
      'the example of the page': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { x: 3, a: 6 }, Next: 'Then' },
          Then: { Type: 'Pass', Assign: { x: '{% $a %}', nextX: '{% $x %}' }, Next: 'Told' },
          Told: told({ x: '{% $x %}', nextX: '{% $nextX %}' }),
        }),
        ends: { output: { x: 6, nextX: 3 } },
      },
      'a variable that has no value yet can not be read': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { x: 1, old: '{% $x %}' }, Next: 'Told' },
          Told: told('{% $old %}'),
        }),
        ends: { status: 'FAILED', error: 'States.QueryEvaluationError' },
      },
    },
  },
  {
    does: 'Output does not see what Assign of the same state assigns',
    page: 'variables',
    cases: {
      'a Pass': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Then' },
          Then: { Type: 'Pass', Assign: { n: 2 }, Output: { saw: '{% $n %}' }, Next: 'Told' },
          Told: told({ saw: '{% $states.input.saw %}', is: '{% $n %}' }),
        }),
        ends: { output: { saw: 1, is: 2 } },
        enters: ['First', 'Then', 'Told'],
      },
    },
  },
  {
    does: 'Arguments are evaluated before the function is called; Assign and Output after it, both with its result and the old variables',
    page: 'language: input and output',
    cases: {
      'a function': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Ask' },
          Ask: invoke(
            'Ask',
            {
              Assign: { n: '{% $states.result.Payload.n %}', seen: '{% $n %}' },
              Output: { result: '{% $states.result.Payload.n %}', seen: '{% $n %}' },
              Next: 'Told',
            },
            { n: '{% $n %}' },
          ),
          Told: told({ n: '{% $n %}', seen: '{% $seen %}', output: '{% $states.input %}' }),
        }),
        functions: { ask: [{ gives: { n: 2 } }] },
        calls: { ask: [{ n: 1 }] },
        ends: { output: { n: 2, seen: 1, output: { result: 2, seen: 1 } } },
      },
      'nothing is assigned when Output fails': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Ask' },
          Ask: invoke('Ask', {
            Assign: { n: 2 },
            Output: '{% $states.input.missing %}',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Told' }],
            End: true,
          }),
          Told: told('{% $n %}'),
        }),
        ends: { output: 1 },
      },
    },
  },
  {
    does: 'Without Output a task gives its result on, every other state its input',
    page: 'language: input and output',
    cases: {
      'a token': {
        flow: flowText({ Await: awaitToken('Ask', { End: true }) }),
        input: { kept: true },
        then: [succeeds('first', { sent: 1 })],
        ends: { output: { sent: 1 } },
      },
      'the other states': {
        flow: flowText({
          First: { Type: 'Pass', Next: 'Which' },
          Which: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Pause' }] },
          Pause: { Type: 'Wait', Seconds: 0, Next: 'Done' },
          Done: { Type: 'Succeed' },
        }),
        input: { kept: true },
        ends: { output: { kept: true } },
        enters: ['First', 'Which', 'Pause', 'Done'],
      },
    },
  },
  {
    does: 'Output may be any JSON value; its expressions may stand at any depth',
    page: 'JSONata',
    cases: Object.fromEntries(
      [
        [true, true],
        [42, 42],
        [[null], [null]],
        [[], []],
        [
          ['', '$kept'],
          ['', '$kept'],
        ],
        ['{% $states.input.a %}', [1, { b: 2 }]],
        [{ x: [1, '{% $states.input.a[1].b %}', ['{% 1 + 2 %}']] }, { x: [1, 2, [3]] }],
        ["{% 'Last=>' & $states.input.name %}", 'Last=>Hoà'],
      ].map(([output, gives]) => [
        JSON.stringify(output),
        {
          flow: flowText({ Done: told(output) }),
          input: { a: [1, { b: 2 }], name: 'Hoà' },
          wider: true,
          ends: { status: 'SUCCEEDED', output: gives },
        },
      ]),
    ),
  },
  {
    does: 'A name that is bound inside an expression is no variable of the flow',
    page: 'language: JSONata',
    cases: {
      'the variable stays as it was': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Then' },
          Then: { Type: 'Pass', Output: '{% ($n := 5; $n) %}', Next: 'Told' },
          Told: told('{% [$states.input, $n] %}'),
        }),
        ends: { output: [5, 1] },
      },
    },
  },
];
