import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour, Case } from '../behaviour.ts';
import { isCalledAgainAfter, officePasses } from '../acts.ts';

const caught = { Type: 'Succeed' } as const;

function flowCatching(...catchers: readonly Readonly<Record<string, unknown>>[]): string {
  return flowText({ Ask: invoke('Ask', { Catch: catchers, Next: 'Caught' }), Caught: caught });
}

const inOrder = flowCatching(
  { ErrorEquals: ['Busy'], Output: 'first', Next: 'Caught' },
  { ErrorEquals: ['Refused', 'Gone'], Output: 'second', Next: 'Caught' },
  { ErrorEquals: ['States.TaskFailed'], Output: 'third', Next: 'Caught' },
  { ErrorEquals: ['States.ALL'], Output: 'last', Next: 'Caught' },
);
const takes = (error: string, output: string): Case => ({
  flow: inOrder,
  functions: { ask: [{ throws: error }] },
  ends: { status: 'SUCCEEDED', output },
});

/** As the Node runtime of Lambda tells an error. */
const causeOf = (errorType: string, errorMessage: string) =>
  JSON.stringify({ errorType, errorMessage, trace: [] });

export const catchers: readonly Behaviour[] = [
  {
    does: 'Catch takes the first catcher that names the error',
    page: 'Catch',
    cases: {
      'the first': takes('Busy', 'first'),
      'one of two names': takes('Gone', 'second'),
      'a wildcard': takes('Unheard', 'third'),
      'the last, for a timeout': {
        flow: flowText({
          Ask: awaitToken('Ask', {
            TimeoutSeconds: 1,
            Catch: [
              { ErrorEquals: ['States.TaskFailed'], Output: 'third', Next: 'Caught' },
              { ErrorEquals: ['States.ALL'], Output: 'last', Next: 'Caught' },
            ],
            Next: 'Caught',
          }),
          Caught: caught,
        }),
        then: [officePasses(1)],
        ends: { output: 'last' },
      },
    },
  },
  {
    does: 'Retry comes first; what it does not mend goes to Catch',
    page: 'Catch',
    cases: {
      'after one retry': {
        flow: flowText({
          Ask: invoke('Ask', {
            Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['Busy'], Output: 'caught', Next: 'Caught' }],
            End: true,
          }),
          Caught: caught,
        }),
        functions: { ask: [{ throws: 'Busy' }, { throws: 'Busy' }] },
        then: [isCalledAgainAfter('ask', 1)],
        ends: { output: 'caught' },
        enters: ['Ask', 'Caught'],
      },
    },
  },
  {
    does: 'Without Output a catcher gives Error and Cause on, instead of the input',
    page: 'Catch',
    beside: 'recording',
    cases: {
      'a function that threw': {
        flow: flowCatching({ ErrorEquals: ['States.ALL'], Next: 'Caught' }),
        input: { lost: true },
        functions: { ask: [{ throws: 'Refused', says: 'không phải của bạn' }] },
        ends: { output: { Error: 'Refused', Cause: causeOf('Refused', 'không phải của bạn') } },
      },
      'a timeout, which has no cause': {
        flow: flowText({
          Ask: awaitToken('Ask', {
            TimeoutSeconds: 1,
            Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Caught' }],
            Next: 'Caught',
          }),
          Caught: caught,
        }),
        then: [officePasses(1)],
        ends: { output: { Error: 'States.Timeout', Cause: '' } },
      },
    },
  },
  {
    does: 'Assign and Output of a catcher see `$states.errorOutput`, the input and the old variables; Assign of the state is not evaluated',
    page: '$states',
    cases: {
      'all of them': {
        flow: flowText({
          First: { Type: 'Pass', Assign: { n: 1, never: false }, Next: 'Ask' },
          Ask: invoke('Ask', {
            Assign: { never: true },
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Assign: { n: 2, why: '{% $states.errorOutput.Error %}' },
                Output: {
                  id: '{% $states.input.id %}',
                  n: '{% $n %}',
                  cause: '{% $states.errorOutput.Cause %}',
                },
                Next: 'Told',
              },
            ],
            End: true,
          }),
          Told: {
            Type: 'Succeed',
            Output: { n: '{% $n %}', why: '{% $why %}', never: '{% $never %}', input: '{% $states.input %}' },
          },
        }),
        input: { id: 'N1' },
        functions: { ask: [{ throws: 'Refused', says: 'no' }] },
        ends: {
          output: {
            n: 2,
            why: 'Refused',
            never: false,
            input: { id: 'N1', n: 1, cause: causeOf('Refused', 'no') },
          },
        },
      },
    },
  },
  {
    does: 'An error in a catcher itself is caught by nobody',
    page: 'Catch',
    cases: {
      'its Output gives nothing': {
        flow: flowCatching(
          { ErrorEquals: ['Refused'], Output: '{% $states.errorOutput.Nothing %}', Next: 'Caught' },
          { ErrorEquals: ['States.ALL'], Next: 'Caught' },
        ),
        functions: { ask: [{ throws: 'Refused' }] },
        ends: { status: 'FAILED', error: 'States.QueryEvaluationError' },
        enters: ['Ask'],
      },
    },
  },
  {
    does: 'An error that nothing catches fails the execution under its own name and cause',
    page: 'error names',
    cases: {
      'a function that threw': {
        flow: flowCatching({ ErrorEquals: ['Other'], Next: 'Caught' }),
        functions: { ask: [{ throws: 'Refused', says: 'not yours' }] },
        ends: { status: 'FAILED', output: null, error: 'Refused', cause: causeOf('Refused', 'not yours') },
        enters: ['Ask'],
      },
    },
  },
];
