import { flowText, invoke, type States } from '#tests/support/flow-lab.ts';
import type { Behaviour, Case } from '../behaviour.ts';

const error = 'States.QueryEvaluationError';
const done = { Type: 'Succeed' } as const;

/** With the state `Done` where one leads to it. */
const failing = (states: States, cause: string): Case => ({
  flow: flowText(JSON.stringify(states).includes('"Done"') ? { Done: done, ...states } : states, {
    StartAt: Object.keys(states)[0],
  }),
  ends: { status: 'FAILED', error, cause: { asymmetricMatch: (told: string) => told.includes(cause) } },
});
const first = (state: Readonly<Record<string, unknown>>): States => ({ First: { Next: 'Done', ...state } });
const pass = (rest: Readonly<Record<string, unknown>>) => first({ Type: 'Pass', ...rest });
const missing = '{% $states.input.missing %}';
const nothing = (field: string) =>
  `The JSONata expression '$states.input.missing' specified for the field '${field}' returned nothing (undefined).`;
const unexpected = (expression: string, field: string, wanted: string, was: string) =>
  `The JSONata expression '${expression}' specified for the field '${field}' returned an unexpected result type. Expected '${wanted}', but was '${was}'`;

const catching = (rest: Readonly<Record<string, unknown>>, payload = {}): Case => ({
  flow: flowText({
    Ask: invoke('Ask', { Catch: [{ ErrorEquals: [error], Next: 'Done' }], End: true, ...rest }, payload),
    Done: { ...done, Output: '{% $states.input.Error %}' },
  }),
  ends: { status: 'SUCCEEDED', output: error },
});

/** Expressions that fail. */
export const expressions: readonly Behaviour[] = [
  {
    does: 'An expression that gives nothing fails with States.QueryEvaluationError; the cause names expression and field',
    page: 'JSONata',
    beside: 'recording',
    cases: {
      Output: failing(pass({ Output: missing }), nothing('Output')),
      'inside Output': failing(pass({ Output: { a: { b: missing } } }), nothing('Output/a/b')),
      'inside a list': { ...failing(pass({ Output: [1, missing] }), nothing('Output[1]')), wider: true },
      Assign: failing(pass({ Assign: { result: missing } }), nothing('Assign/result')),
      Arguments: failing(
        { Ask: invoke('Ask', { Next: 'Done' }, { x: missing }) },
        nothing('Arguments/Payload/x'),
      ),
      TimeoutSeconds: failing(
        { Ask: invoke('Ask', { TimeoutSeconds: missing, Next: 'Done' }) },
        nothing('TimeoutSeconds'),
      ),
      Condition: failing(
        { Which: { Type: 'Choice', Choices: [{ Condition: missing, Next: 'Done' }] } },
        nothing('Choices[0]/Condition'),
      ),
      Seconds: failing(first({ Type: 'Wait', Seconds: missing }), nothing('Seconds')),
      Error: failing({ Which: { Type: 'Fail', Error: missing, Cause: 'never' } }, nothing('Error')),
      'a variable of a way that was not taken': failing(
        {
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% false %}', Assign: { n: 1 }, Next: 'Done' }],
            Default: 'Done',
          },
          Done: { ...done, Output: '{% $n %}' },
        },
        "The JSONata expression '$n' specified for the field 'Output' returned nothing (undefined).",
      ),
    },
  },
  {
    does: 'A part that gives nothing is left out of an object that JSONata itself builds',
    page: 'JSONata',
    cases: {
      'one field of two': {
        flow: flowText({ Done: { ...done, Output: "{% {'a': $states.input.missing, 'b': 1} %}" } }),
        ends: { output: { b: 1 } },
      },
    },
  },
  {
    does: 'An expression that throws fails so',
    page: 'JSONata',
    beside: 'recording',
    cases: {
      'a sum of a number and a text': failing(
        pass({ Output: "{% 1 + 'a' %}" }),
        "The JSONata expression '1 + 'a'' specified for the field 'Output' threw an error during evaluation. T2002: ",
      ),
      'a recursion without end': failing(
        pass({ Output: '{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}' }),
        'threw an error during evaluation. D1011: ',
      ),
      'more than a second of work': {
        ...failing(
          pass({ Output: '{% ($f := function($n) { $f($n) }; $f(1)) %}' }),
          'threw an error during evaluation. D1012: ',
        ),
        only: 'interpreter',
      },
    },
  },
  {
    does: 'A result of a type that the field does not take fails so',
    page: 'JSONata',
    beside: 'recording',
    cases: {
      'a text as TimeoutSeconds': failing(
        { Ask: invoke('Ask', { TimeoutSeconds: "{% '60' %}", Next: 'Done' }) },
        unexpected("'60'", 'TimeoutSeconds', 'number', 'string'),
      ),
      'a number as Condition': failing(
        { Which: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Done' }] } },
        unexpected('1', 'Choices[0]/Condition', 'boolean', 'number'),
      ),
      'a list as Seconds': failing(
        first({ Type: 'Wait', Seconds: '{% [1, 2] %}' }),
        unexpected('[1, 2]', 'Seconds', 'number', 'array'),
      ),
      'null as Error': failing(
        { Lost: { Type: 'Fail', Error: '{% null %}' } },
        unexpected('null', 'Error', 'string', 'null'),
      ),
      'an object as Cause': failing(
        { Lost: { Type: 'Fail', Cause: "{% {'a': 1} %}" } },
        unexpected("{'a': 1}", 'Cause', 'string', 'object'),
      ),
      'a function as Output': failing(
        pass({ Output: '{% $sum %}' }),
        "The JSONata expression '$sum' specified for the field 'Output' returned an unsupported result type.",
      ),
    },
  },
  {
    does: 'A number out of the range of TimeoutSeconds (1 to 99,999,999) or Seconds (from 0), or that is not whole, fails so',
    page: 'JSONata',
    cases: Object.fromEntries([
      ...[0, -1, 1.5, 100_000_000].map((seconds): [string, Case] => [
        `TimeoutSeconds ${String(seconds)}`,
        failing(
          { Ask: invoke('Ask', { TimeoutSeconds: `{% ${String(seconds)} %}`, Next: 'Done' }) },
          'TimeoutSeconds',
        ),
      ]),
      ...[-1, 0.5, 100_000_000].map((seconds): [string, Case] => [
        `Seconds ${String(seconds)}`,
        failing(first({ Type: 'Wait', Seconds: `{% ${String(seconds)} %}` }), 'Seconds'),
      ]),
    ]),
  },
  {
    does: 'A Timestamp that is not RFC 3339 with T and Z or an offset fails so',
    page: 'Wait',
    beside: 'recording',
    cases: Object.fromEntries(
      [
        '2016-12-05 21:29:29Z',
        '2016-12-05T21:29:29',
        '2016-13-05T21:29:29Z',
        '2016-12-05T25:29:29Z',
        '05-12-2016T21:29:29Z',
        '2016-12-05T21:29Z',
        '2016-12-05',
      ].map((text): [string, Case] => [
        text,
        failing(
          first({ Type: 'Wait', Timestamp: `{% '${text}' %}` }),
          `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
        ),
      ]),
    ),
  },
  {
    does: 'Retry and Catch of the task itself take such an error, wherever in it the expression stands',
    page: 'JSONata',
    cases: {
      Arguments: catching({}, { x: missing }),
      TimeoutSeconds: catching({ TimeoutSeconds: missing }),
      Output: catching({ Output: missing }),
      Assign: catching({ Assign: { x: missing } }),
      'retried, the function is called again': {
        ...catching({
          Output: missing,
          Retry: [{ ErrorEquals: [error], MaxAttempts: 2, JitterStrategy: 'FULL' }],
        }),
        jitter: 0,
        calls: { ask: [{}, {}, {}] },
      },
    },
  },
];
