import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour } from '../behaviour.ts';
import {
  fails,
  functionsReturn,
  is,
  officePasses,
  officeShows,
  stops,
  succeeds,
  wasCalled,
} from '../acts.ts';

const day = 86_400;
const done = { Type: 'Succeed' } as const;
const waiting = flowText({ Await: awaitToken('Ask', { End: true }) });
const limited = flowText({
  Await: awaitToken('Ask', {
    TimeoutSeconds: day,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
    End: true,
  }),
  Late: { ...done, Output: { late: true } },
});
const caughtByName = (...names: readonly string[]) =>
  flowText({
    Await: awaitToken('Ask', {
      Catch: [...names.map((name) => ({ ErrorEquals: [name], Output: name, Next: 'Caught' }))],
      End: true,
    }),
    Caught: done,
  });

export const tokens: readonly Behaviour[] = [
  {
    does: 'A wait for a token lasts until SendTaskSuccess, whatever its function returns; what is sent becomes the result',
    page: 'task token',
    cases: {
      'days later': {
        flow: flowText({ Await: awaitToken('Ask', { Next: 'Done' }), Done: done }),
        functions: { ask: [{ gives: 'ignored' }] },
        then: [is({ status: 'RUNNING' }), officePasses(200 * day), succeeds('first', { look: ['again'] })],
        ends: { status: 'SUCCEEDED', output: { look: ['again'] } },
        enters: ['Await', 'Done'],
      },
      'before its function has returned': {
        flow: waiting,
        functions: { ask: [{ sends: { early: true } }] },
        ends: { status: 'SUCCEEDED', output: { early: true } },
      },
      'whatever its function throws afterwards': {
        flow: waiting,
        functions: { ask: [{ sends: { early: true }, throws: 'TooLate' }] },
        ends: { status: 'SUCCEEDED', output: { early: true } },
      },
      'while its function still runs': {
        flow: flowText({ Await: awaitToken('Ask', { Next: 'Done' }), Done: done }),
        functions: { ask: [{ runs: true }] },
        then: [succeeds('first', { early: true }), functionsReturn],
        ends: { status: 'SUCCEEDED', output: { early: true } },
      },
    },
  },
  {
    does: 'A function that throws fails the wait; its token is gone',
    page: 'task token',
    cases: {
      'at once': {
        flow: waiting,
        functions: { ask: [{ throws: 'Refused' }] },
        then: [succeeds('first', {}, 'TaskTimedOut')],
        ends: { status: 'FAILED', error: 'Refused' },
      },
    },
  },
  {
    does: 'SendTaskFailure fails the wait with its error and cause, for Retry and Catch',
    page: 'SendTaskFailure',
    cases: {
      uncaught: {
        flow: waiting,
        then: [fails('first', { error: 'Refused', cause: 'by hand' })],
        ends: { status: 'FAILED', error: 'Refused', cause: 'by hand' },
      },
      'caught by its name': {
        flow: flowText({
          Await: awaitToken('Ask', { Catch: [{ ErrorEquals: ['Refused'], Next: 'Caught' }], End: true }),
          Caught: done,
        }),
        then: [fails('first', { error: 'Refused', cause: 'by hand' })],
        ends: { status: 'SUCCEEDED', output: { Error: 'Refused', Cause: 'by hand' } },
      },
    },
  },
  {
    does: 'A failure that is sent without error and cause has none; of the wildcards only States.ALL takes it',
    page: 'SendTaskFailure',
    beside: 'recording',
    cases: {
      uncaught: {
        flow: waiting,
        then: [fails('first')],
        ends: { status: 'FAILED', error: null, cause: null },
      },
      caught: {
        flow: caughtByName('States.Timeout', 'States.TaskFailed', 'States.ALL'),
        then: [fails('first')],
        ends: { output: 'States.ALL' },
      },
      'the error output': {
        flow: flowText({
          Await: awaitToken('Ask', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], End: true }),
          Caught: done,
        }),
        then: [fails('first')],
        ends: { output: { Error: null, Cause: null } },
      },
    },
  },
  {
    does: 'A token is taken once; used again it is answered TaskTimedOut',
    page: 'SendTaskSuccess',
    cases: {
      'success twice': {
        flow: waiting,
        then: [succeeds('first', { n: 1 }), succeeds('first', { n: 2 }, 'TaskTimedOut')],
        ends: { output: { n: 1 } },
      },
      'failure after success, success after failure': {
        flow: flowText({
          Await: awaitToken('Ask', { Next: 'AwaitMore' }),
          AwaitMore: awaitToken('Ask', { End: true }),
        }),
        then: [
          succeeds('first'),
          fails('first', { error: 'Late' }, 'TaskTimedOut'),
          fails('latest', { error: 'Refused' }),
          succeeds('latest', {}, 'TaskTimedOut'),
        ],
        ends: { status: 'FAILED', error: 'Refused' },
      },
      'two at the same moment': {
        flow: waiting,
        then: [
          async (subject) => {
            const [token = ''] = subject.tokens();
            const answers = await Promise.all([1, 2, 3].map((n) => subject.succeed(token, { n })));
            const wanted = ['ok', subject.says('TaskTimedOut'), subject.says('TaskTimedOut')];
            if (answers.toSorted().join() !== wanted.toSorted().join()) throw new Error(answers.join());
          },
        ],
        ends: { status: 'SUCCEEDED' },
      },
    },
  },
  {
    does: 'A token comes too late from the instant of the timeout: TaskTimedOut',
    page: 'SendTaskSuccess',
    cases: {
      'a millisecond before': {
        flow: limited,
        then: [officePasses(day - 0.001), succeeds('first', { kept: 1 })],
        ends: { status: 'SUCCEEDED', output: { kept: 1 } },
      },
      'at the instant, although nothing has woken yet': {
        flow: limited,
        then: [officeShows(day), succeeds('first', {}, 'TaskTimedOut'), officePasses(0)],
        ends: { output: { late: true } },
      },
      'after another state has been entered': {
        flow: limited,
        then: [officePasses(day), succeeds('first', {}, 'TaskTimedOut')],
        ends: { output: { late: true } },
        enters: ['Await', 'Late'],
      },
    },
  },
  {
    does: 'A text that is no token is answered InvalidToken; the wait goes on',
    page: 'SendTaskSuccess',
    cases: {
      'an invented text': {
        flow: waiting,
        then: [
          succeeds({ text: 'A-1' }, {}, 'InvalidToken'),
          fails({ text: 'mã giả' }, {}, 'InvalidToken'),
          is({ status: 'RUNNING' }),
          succeeds('first'),
        ],
        ends: { status: 'SUCCEEDED' },
      },
      'a token of nobody': {
        flow: waiting,
        then: [succeeds({ text: 'x'.repeat(43) }, {}, 'TaskTimedOut'), is({ status: 'RUNNING' })],
      },
    },
  },
  {
    does: 'Tokens of an execution that was stopped, timed out or has ended are answered TaskTimedOut',
    page: 'SendTaskSuccess',
    cases: {
      stopped: {
        flow: waiting,
        then: [stops(), succeeds('first', {}, 'TaskTimedOut')],
        ends: { status: 'ABORTED' },
      },
      'timed out': {
        flow: flowText({ Await: awaitToken('Ask', { End: true }) }, { TimeoutSeconds: 60 }),
        then: [officePasses(60), succeeds('first', {}, 'TaskTimedOut')],
        ends: { status: 'TIMED_OUT' },
      },
    },
  },
  {
    does: 'TimeoutSeconds, a number or an expression, ends task and wait with States.Timeout, which Catch takes',
    page: 'Task',
    cases: {
      'a wait': {
        flow: flowText({
          Await: awaitToken('Ask', {
            TimeoutSeconds: '{% $states.input.seconds %}',
            Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
            End: true,
          }),
          Late: { ...done, Output: '{% $states.input.Error %}' },
        }),
        input: { seconds: 90 },
        then: [officePasses(89.999), is({ status: 'RUNNING' }), officePasses(0.001)],
        ends: { output: 'States.Timeout' },
        enters: ['Await', 'Late'],
      },
      'a function that still runs, and whose answer is dropped': {
        flow: flowText({
          Ask: invoke('Ask', {
            TimeoutSeconds: 60,
            Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
            End: true,
          }),
          Late: { ...done, Output: { late: true } },
        }),
        functions: { ask: [{ runs: true }] },
        then: [officePasses(60), functionsReturn, wasCalled('ask', 1)],
        ends: { output: { late: true } },
      },
    },
  },
  {
    does: 'A timeout of a task that nothing catches fails the execution; it does not time out',
    page: 'Task',
    cases: {
      'a wait': {
        flow: flowText({ Await: awaitToken('Ask', { TimeoutSeconds: 60, End: true }) }),
        then: [officePasses(60)],
        ends: { status: 'FAILED', output: null, error: 'States.Timeout', cause: null },
      },
    },
  },
];
