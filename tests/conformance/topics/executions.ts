import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour } from '../behaviour.ts';
import { functionsReturn, is, machinePasses, officePasses, starts, stops, wasCalled } from '../acts.ts';

const day = 86_400;
const done = { Type: 'Succeed' } as const;
const waiting = flowText({ Await: awaitToken('Ask', { End: true }) });
const atOnce = flowText({ Done: done });
const anything = [{ ErrorEquals: ['States.ALL'], Next: 'Done' }];

const refusedInNames = ' <>{}[]?*"#%\\^|~`$&,;:/\t\u0000\u001f\u007f\u009f\ud800\ufffe\uffff';

export const executions: readonly Behaviour[] = [
  {
    does: 'The same name with the same input while it runs is the same start, and no error',
    page: 'StartExecution',
    cases: {
      'three times': {
        flow: waiting,
        input: { n: 1 },
        then: [starts('A-1', { n: 1 }), starts('A-1', { n: 1 }), wasCalled('ask', 1)],
        ends: { status: 'RUNNING' },
      },
    },
  },
  {
    does: 'The same name with another input while it runs is refused with ExecutionAlreadyExists',
    page: 'StartExecution',
    cases: {
      'another input': {
        flow: waiting,
        input: { n: 1 },
        then: [starts('A-1', { n: 2 }, 'ExecutionAlreadyExists'), wasCalled('ask', 1)],
        ends: { status: 'RUNNING' },
      },
    },
  },
  {
    does: 'The same name after it has ended is refused so, whatever the input',
    page: 'StartExecution',
    cases: {
      'it succeeded': {
        flow: atOnce,
        input: { n: 1 },
        then: [
          starts('A-1', { n: 1 }, 'ExecutionAlreadyExists'),
          officePasses(89 * day),
          starts('A-1', {}, 'ExecutionAlreadyExists'),
        ],
        ends: { status: 'SUCCEEDED', output: { n: 1 } },
      },
      'it was stopped': {
        flow: waiting,
        then: [stops(), starts('A-1', {}, 'ExecutionAlreadyExists')],
        ends: { status: 'ABORTED' },
      },
    },
  },
  {
    does: 'A name has 1 to 80 characters, none of them space, bracket, wildcard, control or special; else InvalidName',
    page: 'StartExecution',
    cases: {
      'what is refused': {
        flow: atOnce,
        then: ['', 'x'.repeat(81), ...Array.from(refusedInNames, (sign) => `a${sign}b`), 'a😀'].map((name) =>
          starts(name, {}, 'InvalidName'),
        ),
      },
      'what is taken': {
        flow: atOnce,
        then: ['x', 'x'.repeat(80), "01J_A-1.b(c)=d+e!f@g'h", 'Nguyễn'].map((name) => starts(name, {})),
      },
    },
  },
  {
    does: 'StopExecution ends it as ABORTED with the error and cause given; nothing of it goes on',
    page: 'StopExecution',
    cases: {
      'a wait': {
        flow: flowText({ Pause: { Type: 'Wait', Seconds: 60, Next: 'Done' }, Done: done }),
        then: [stops({ error: 'Replaced', cause: 'a newer one runs' }), officePasses(day)],
        ends: { status: 'ABORTED', output: null, error: 'Replaced', cause: 'a newer one runs' },
        enters: ['Pause'],
      },
      'a backoff': {
        flow: flowText({ Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['States.ALL'] }], End: true }) }),
        functions: { ask: [{ throws: 'Busy' }] },
        then: [stops(), machinePasses(60), wasCalled('ask', 1)],
        ends: { status: 'ABORTED', error: null, cause: null },
      },
      'a function that still runs': {
        flow: flowText({ Ask: invoke('Ask', { Catch: anything, Next: 'Done' }), Done: done }),
        functions: { ask: [{ runs: true }] },
        then: [stops(), functionsReturn],
        ends: { status: 'ABORTED' },
        enters: ['Ask'],
      },
      'what never began': {
        flow: waiting,
        then: [stops({}, 'ExecutionDoesNotExist', 'A-9'), is({ status: 'RUNNING' })],
      },
    },
  },
  {
    does: 'TimeoutSeconds of the flow ends it as TIMED_OUT with States.Timeout, past every Retry and Catch',
    page: 'structure',
    cases: {
      'a wait for a token': {
        flow: flowText(
          {
            Await: awaitToken('Ask', {
              Retry: [{ ErrorEquals: ['States.ALL'] }],
              Catch: anything,
              Next: 'Done',
            }),
            Done: done,
          },
          { TimeoutSeconds: 3600 },
        ),
        then: [officePasses(3599.999), is({ status: 'RUNNING' }), officePasses(0.001)],
        ends: { status: 'TIMED_OUT', output: null, error: 'States.Timeout' },
        enters: ['Await'],
      },
      'a Wait': {
        flow: flowText(
          { Pause: { Type: 'Wait', Seconds: 61, Next: 'Done' }, Done: done },
          { TimeoutSeconds: 60 },
        ),
        then: [officePasses(60)],
        ends: { status: 'TIMED_OUT' },
      },
      'a backoff': {
        flow: flowText(
          {
            Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 90 }], End: true }),
          },
          { TimeoutSeconds: 60 },
        ),
        functions: { ask: [{ throws: 'Busy' }] },
        then: [officePasses(60)],
        ends: { status: 'TIMED_OUT' },
      },
      'a function that still runs': {
        flow: flowText(
          { Ask: invoke('Ask', { Catch: anything, Next: 'Done' }), Done: done },
          { TimeoutSeconds: 60 },
        ),
        functions: { ask: [{ runs: true }] },
        then: [officePasses(60), functionsReturn],
        ends: { status: 'TIMED_OUT' },
      },
    },
  },
  {
    does: 'An execution lives a year at most',
    page: 'quotas',
    cases: {
      'without a timeout of its own': {
        flow: waiting,
        then: [officePasses(365 * day - 1), is({ status: 'RUNNING' }), officePasses(1)],
        ends: { status: 'TIMED_OUT', error: 'States.Timeout' },
      },
      'with a longer one': {
        flow: flowText({ Await: awaitToken('Ask', { End: true }) }, { TimeoutSeconds: 99_999_999 }),
        then: [officePasses(365 * day)],
        ends: { status: 'TIMED_OUT' },
      },
    },
  },
];
