import type { Json } from '#shared/ports.ts';
import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Act, Behaviour, Case } from '../behaviour.ts';
import { fails, is, starts, succeeds } from '../acts.ts';

const limit = 262_144;
const done = { Type: 'Succeed' } as const;

/** JSON of exactly so many bytes of UTF-8; `ễ` takes three. */
function textOf(bytes: number): string {
  const letters = Math.floor((bytes - 2) / 3);
  return 'ễ'.repeat(letters) + 'x'.repeat(bytes - 2 - 3 * letters);
}
const inputOf = (bytes: number) => ({ text: textOf(bytes - '{"text":}'.length) });

const exceeded = { status: 'FAILED', error: 'States.DataLimitExceeded' } as const;
const tooLarge = (state: string) =>
  `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`;

const answering = (bytes: number, rest: Readonly<Record<string, unknown>> = {}): Case => ({
  flow: flowText({
    Ask: invoke('Ask', { Output: { done: true }, End: true, ...rest }),
    ...(JSON.stringify(rest).includes('Caught') ? { Caught: { ...done, Output: { caught: true } } } : {}),
  }),
  functions: { ask: [{ gives: textOf(bytes) }] },
});
const catching = (...names: readonly string[]) => ({
  Catch: names.map((name) => ({ ErrorEquals: [name], Next: 'Caught' })),
});

const assigning = (assign: Readonly<Record<string, unknown>>, input: Case['input']): Case => ({
  flow: flowText({ First: { Type: 'Pass', Assign: assign, Output: {}, Next: 'Done' }, Done: done }),
  ...(input === undefined ? {} : { input }),
});
const half = '{% $states.input.text %}';

/** Forty values of 256 KiB are 10 MiB. */
const held = (bytesLess: number): Act => {
  const values = Array.from({ length: 40 }, (_, n) => [
    `v${String(n)}`,
    textOf(n === 0 ? limit - bytesLess : limit),
  ]);
  return (subject) => subject.holdVariables(Object.fromEntries(values) as Readonly<Record<string, Json>>);
};
const assigningLater = flowText({
  Await: awaitToken('Ask', { Assign: { one: 1 }, Output: {}, Next: 'Done' }),
  Done: done,
});

export const limits: readonly Behaviour[] = [
  {
    does: 'An input holds 256 KiB of UTF-8; more is refused with ValidationException',
    page: 'StartExecution',
    cases: {
      'exactly as much': {
        flow: flowText({ Done: { ...done, Output: { done: true } } }),
        input: inputOf(limit),
        ends: { output: { done: true } },
      },
      'a byte more': {
        flow: flowText({ Done: done }),
        then: [starts('A-2', inputOf(limit + 1), 'ValidationException')],
      },
    },
  },
  {
    does: "A function's answer above 256 KiB of UTF-8 fails with States.DataLimitExceeded",
    page: 'quotas',
    beside: 'recording',
    cases: {
      'exactly as much': { ...answering(limit), ends: { status: 'SUCCEEDED' } },
      'a byte more': { ...answering(limit + 1), ends: { ...exceeded, cause: tooLarge('Ask') } },
      'letters of three bytes each': {
        flow: flowText({ Ask: invoke('Ask', { End: true }) }),
        functions: { ask: [{ gives: 'ễ'.repeat(90_000) }] },
        ends: exceeded,
      },
    },
  },
  {
    does: 'An output above it fails so, also where nothing could catch it',
    page: 'error names',
    beside: 'recording',
    cases: {
      'exactly as much': {
        flow: flowText({ First: { Type: 'Pass', Output: '{% $states.input.text %}', End: true } }),
        input: { text: textOf(limit - 9) },
        ends: { status: 'SUCCEEDED' },
      },
      'a list of twice the input': {
        flow: flowText({ First: { Type: 'Pass', Output: { a: half, b: half }, End: true } }),
        input: { text: textOf(limit / 2) },
        ends: { ...exceeded, cause: tooLarge('First') },
      },
    },
  },
  {
    does: 'Arguments above it fail so; the function is not called',
    page: 'quotas',
    cases: {
      'twice the input': {
        flow: flowText({ Ask: invoke('Ask', { End: true }, [half, half]) }),
        input: { text: textOf(limit / 2) },
        calls: { ask: [] },
        ends: exceeded,
      },
    },
  },
  {
    does: 'The values of one Assign hold 256 KiB together; their names do not count',
    page: 'limits of variables',
    cases: {
      'two of 128 KiB': {
        ...assigning({ x: half, y: half }, { text: textOf(limit / 2) }),
        ends: { status: 'SUCCEEDED' },
      },
      'a byte more': {
        ...assigning({ x: half, y: half, z: 1 }, { text: textOf(limit / 2) }),
        ends: exceeded,
      },
    },
  },
  {
    does: 'All variables of an execution hold 10 MiB together',
    page: 'limits of variables',
    cases: {
      'a byte is left for the last': {
        flow: assigningLater,
        then: [held(1), succeeds('first')],
        only: 'interpreter',
        ends: { status: 'SUCCEEDED' },
      },
      'nothing is left': {
        flow: assigningLater,
        then: [held(0), succeeds('first')],
        only: 'interpreter',
        ends: exceeded,
      },
    },
  },
  {
    does: 'States.ALL and States.TaskFailed do not take States.DataLimitExceeded; its own name does',
    page: 'error names',
    cases: {
      'the wildcards': {
        ...answering(limit + 1, catching('States.TaskFailed', 'States.ALL')),
        ends: exceeded,
      },
      'Retry of States.ALL': {
        ...answering(limit + 1, { Retry: [{ ErrorEquals: ['States.ALL'] }] }),
        ends: exceeded,
      },
      'its own name': {
        ...answering(limit + 1, catching('States.DataLimitExceeded')),
        ends: { status: 'SUCCEEDED', output: { caught: true } },
      },
    },
  },
  {
    does: 'What is sent with a token may be as large; more is refused with ValidationException, and the wait goes on',
    page: 'SendTaskSuccess',
    cases: {
      'exactly as much, then a byte more': {
        flow: flowText({
          Await: awaitToken('Ask', { Output: {}, Next: 'AwaitMore' }),
          AwaitMore: awaitToken('Ask', { End: true }),
        }),
        then: [
          succeeds('first', inputOf(limit)),
          succeeds('latest', inputOf(limit + 1), 'ValidationException'),
          is({ status: 'RUNNING' }),
          succeeds('latest', { small: true }),
        ],
        ends: { status: 'SUCCEEDED', output: { small: true } },
      },
    },
  },
  {
    does: 'An error that is sent has 256 characters at most, a cause 32,768',
    page: 'SendTaskFailure',
    cases: {
      'one more of each': {
        flow: flowText({ Await: awaitToken('Ask', { End: true }) }),
        then: [
          fails('first', { error: 'e'.repeat(257) }, 'ValidationException'),
          fails('first', { cause: 'c'.repeat(32_769) }, 'ValidationException'),
          fails('first', { error: 'e'.repeat(256), cause: 'c'.repeat(32_768) }),
        ],
        ends: { status: 'FAILED', error: 'e'.repeat(256) },
      },
    },
  },
];
