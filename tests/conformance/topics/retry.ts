import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour, Case, Doing } from '../behaviour.ts';
import {
  functionsReturn,
  is,
  isCalledAgainAfter,
  machinePasses,
  officePasses,
  succeeds,
  wasCalled,
} from '../acts.ts';

type Retrier = Readonly<Record<string, unknown>>;

const throws = (...errors: readonly string[]): readonly Doing[] => errors.map((error) => ({ throws: error }));
const busy = (times: number) => throws(...Array.from({ length: times }, () => 'Busy'));
const asking = (...retriers: readonly Retrier[]) =>
  flowText({ Ask: invoke('Ask', { Retry: retriers, End: true }) });
const catching = (...retriers: readonly Retrier[]) =>
  flowText({
    Ask: invoke('Ask', {
      Retry: retriers,
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
      End: true,
    }),
    Caught: { Type: 'Succeed' },
  });

/** A function that is always busy; after so many waits the error is the execution's. */
const waits = (retrier: Retrier, seconds: readonly number[], jitter?: number): Case => ({
  flow: asking({ ErrorEquals: ['Busy'], ...retrier }),
  functions: { ask: busy(seconds.length + 1) },
  ...(jitter === undefined ? {} : { jitter }),
  then: [isCalledAgainAfter('ask', ...seconds)],
  ends: { status: 'FAILED', error: 'Busy' },
});

export const retry: readonly Behaviour[] = [
  {
    does: 'Retry waits 1, 2 and 4 seconds unless told otherwise, then the error counts',
    page: 'Retry',
    cases: { 'only ErrorEquals': waits({}, [1, 2, 4]) },
  },
  {
    does: 'IntervalSeconds is the first wait, BackoffRate multiplies each next one, MaxAttempts ends them',
    page: 'Retry',
    cases: {
      'the example of the page': waits({ IntervalSeconds: 3, MaxAttempts: 3, BackoffRate: 2 }, [3, 6, 12]),
      'a rate of 1': waits({ IntervalSeconds: 3, MaxAttempts: 2, BackoffRate: 1 }, [3, 3]),
      'a rate of 1.5': waits({ IntervalSeconds: 3, MaxAttempts: 3, BackoffRate: 1.5 }, [3, 4.5, 6.75]),
      'one attempt': waits({ MaxAttempts: 1 }, [1]),
    },
  },
  {
    does: 'MaxDelaySeconds limits each wait',
    page: 'Retry',
    cases: {
      'the example of the page': waits({ IntervalSeconds: 3, MaxAttempts: 3, MaxDelaySeconds: 5 }, [3, 5, 5]),
      'less than the interval': waits({ IntervalSeconds: 9, MaxAttempts: 2, MaxDelaySeconds: 4 }, [4, 4]),
    },
  },
  {
    does: 'JitterStrategy FULL draws each wait between zero and what it would be, after MaxDelaySeconds; NONE is the default',
    page: 'Retry',
    cases: {
      'half of it': waits({ IntervalSeconds: 2, JitterStrategy: 'FULL' }, [1, 2, 4], 0.5),
      'nearly all of it': waits({ IntervalSeconds: 2, JitterStrategy: 'FULL' }, [1.98, 3.96, 7.92], 0.99),
      'within MaxDelaySeconds': waits(
        { IntervalSeconds: 3, MaxDelaySeconds: 5, JitterStrategy: 'FULL' },
        [1.5, 2.5, 2.5],
        0.5,
      ),
      'nothing of it': {
        flow: asking({ ErrorEquals: ['Busy'], JitterStrategy: 'FULL' }),
        functions: { ask: busy(3) },
        jitter: 0,
        calls: { ask: [{}, {}, {}, {}] },
        ends: { status: 'SUCCEEDED' },
      },
      NONE: waits({ JitterStrategy: 'NONE' }, [1, 2, 4], 0),
    },
  },
  {
    does: 'MaxAttempts 0 never tries again',
    page: 'Retry',
    cases: {
      'although a later retrier would': {
        flow: asking({ ErrorEquals: ['Busy'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }),
        functions: { ask: busy(1) },
        then: [wasCalled('ask', 1)],
        ends: { status: 'FAILED', error: 'Busy' },
      },
    },
  },
  {
    does: 'The first retrier that names the error counts, no later one, also when it is used up',
    page: 'Retry',
    cases: {
      'used up': {
        flow: catching(
          { ErrorEquals: ['Other'], IntervalSeconds: 90 },
          { ErrorEquals: ['Gone', 'Busy'], IntervalSeconds: 2, MaxAttempts: 1 },
          { ErrorEquals: ['States.ALL'], IntervalSeconds: 60 },
        ),
        functions: { ask: busy(2) },
        then: [isCalledAgainAfter('ask', 2)],
        ends: { status: 'SUCCEEDED', output: 'Busy' },
      },
    },
  },
  {
    does: 'Each retrier counts for itself as long as the state lasts',
    page: 'language: Retry',
    cases: {
      'the example of the page': {
        flow: catching(
          { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
          { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
        ),
        functions: { ask: throws('ErrorA', 'ErrorB', 'ErrorC', 'ErrorB') },
        then: [isCalledAgainAfter('ask', 1, 2, 5)],
        ends: { status: 'SUCCEEDED', output: 'ErrorB' },
        enters: ['Ask', 'Caught'],
      },
    },
  },
  {
    does: 'Every retrier counts anew once the state has been left',
    page: 'language: Retry',
    cases: {
      'a loop that comes back': {
        flow: flowText({
          Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }], Next: 'Which' }),
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.Payload = 1 %}', Next: 'Ask' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed', Output: '{% $states.input.Payload %}' },
        }),
        functions: { ask: [{ throws: 'Busy' }, { gives: 1 }, { throws: 'Busy' }, { gives: 2 }] },
        then: [
          machinePasses(1),
          wasCalled('ask', 3),
          machinePasses(0.999),
          wasCalled('ask', 3),
          machinePasses(0.001),
        ],
        ends: { status: 'SUCCEEDED', output: 2 },
        enters: ['Ask', 'Which', 'Ask', 'Which', 'Done'],
      },
    },
  },
  {
    does: 'Names are compared exactly; States.ALL matches any, States.TaskFailed any but States.Timeout',
    page: 'error names',
    cases: {
      'another case of letters': {
        flow: asking({ ErrorEquals: ['busy', 'Bus', 'BusyNow'] }),
        functions: { ask: busy(1) },
        ends: { status: 'FAILED', error: 'Busy' },
      },
      'States.ALL': {
        flow: asking({ ErrorEquals: ['States.ALL'] }),
        functions: { ask: busy(1) },
        then: [isCalledAgainAfter('ask', 1)],
        ends: { status: 'SUCCEEDED' },
      },
      'States.TaskFailed': {
        flow: asking({ ErrorEquals: ['States.TaskFailed'] }),
        functions: { ask: throws('Lambda.ServiceException') },
        then: [isCalledAgainAfter('ask', 1)],
        ends: { status: 'SUCCEEDED' },
      },
      'States.TaskFailed and a timeout': {
        flow: flowText({
          Ask: awaitToken('Ask', {
            TimeoutSeconds: 60,
            Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
            End: true,
          }),
        }),
        then: [officePasses(60)],
        ends: { status: 'FAILED', error: 'States.Timeout' },
      },
      'States.Timeout and States.ALL': {
        flow: flowText({
          Ask: awaitToken('Ask', {
            TimeoutSeconds: 60,
            Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }, { ErrorEquals: ['States.ALL'] }],
            End: true,
          }),
        }),
        then: [officePasses(60), isCalledAgainAfter('ask', 1)],
        ends: { status: 'RUNNING' },
      },
    },
  },
  {
    does: 'Each attempt evaluates Arguments anew and sees its number in State.RetryCount',
    page: 'context object',
    cases: {
      'two retries': {
        flow: flowText({
          Ask: invoke(
            'Ask',
            {
              Retry: [{ ErrorEquals: ['States.ALL'] }],
              Output: '{% $states.context.State.RetryCount %}',
              End: true,
            },
            { attempt: '{% $states.context.State.RetryCount %}' },
          ),
        }),
        functions: { ask: busy(2) },
        then: [isCalledAgainAfter('ask', 1, 2)],
        calls: { ask: [{ attempt: 0 }, { attempt: 1 }, { attempt: 2 }] },
        ends: { output: 2 },
      },
    },
  },
  {
    does: 'Each attempt has its own TimeoutSeconds',
    page: 'Task',
    cases: {
      'two times a minute': {
        flow: flowText({
          Ask: invoke('Ask', {
            TimeoutSeconds: 60,
            Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5, MaxAttempts: 1 }],
            End: true,
          }),
        }),
        functions: { ask: [{ runs: true }, { runs: true }] },
        then: [
          officePasses(59.999),
          is({ status: 'RUNNING' }),
          officePasses(0.001),
          isCalledAgainAfter('ask', 5),
          officePasses(59.999),
          is({ status: 'RUNNING' }),
          officePasses(0.001),
          functionsReturn,
        ],
        ends: { status: 'FAILED', error: 'States.Timeout', cause: null },
      },
    },
  },
  {
    does: 'Each attempt of a wait has a new token; the one before is gone',
    page: 'task token',
    cases: {
      'after a timeout': {
        flow: flowText({
          Await: awaitToken('Ask', {
            TimeoutSeconds: 60,
            Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5 }],
            End: true,
          }),
        }),
        then: [
          officePasses(60),
          succeeds('first', {}, 'TaskTimedOut'),
          isCalledAgainAfter('ask', 5),
          succeeds('first', {}, 'TaskTimedOut'),
          succeeds('latest', { second: true }),
        ],
        ends: { status: 'SUCCEEDED', output: { second: true } },
      },
    },
  },
];
