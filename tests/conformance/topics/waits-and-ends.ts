import { flowText } from '#tests/support/flow-lab.ts';
import type { Behaviour, Case } from '../behaviour.ts';
import { is, officePasses } from '../acts.ts';

const done = { Type: 'Succeed' } as const;
const input = { seconds: 90, until: '2026-01-05T01:01:30Z' };

const lasts90Seconds = (wait: Readonly<Record<string, unknown>>): Case => ({
  flow: flowText({ Pause: { Type: 'Wait', ...wait, Next: 'Done' }, Done: done }),
  input,
  then: [officePasses(89.999), is({ status: 'RUNNING' }), officePasses(0.001)],
  ends: { status: 'SUCCEEDED', output: input },
  enters: ['Pause', 'Done'],
});
const doesNotWait = (wait: Readonly<Record<string, unknown>>): Case => ({
  flow: flowText({ Pause: { Type: 'Wait', ...wait, Next: 'Done' }, Done: done }),
  ends: { status: 'SUCCEEDED' },
});

/** The clock of every case begins on 5 January 2026, 08:00 in Vietnam. */
export const waitsAndEnds: readonly Behaviour[] = [
  {
    does: 'Wait lasts so many Seconds, or until Timestamp; both plain or as an expression',
    page: 'Wait',
    cases: {
      Seconds: lasts90Seconds({ Seconds: 90 }),
      'Seconds as an expression': lasts90Seconds({ Seconds: '{% $states.input.seconds %}' }),
      Timestamp: lasts90Seconds({ Timestamp: '2026-01-05T01:01:30Z' }),
      'Timestamp of Vietnam': lasts90Seconds({ Timestamp: '2026-01-05T08:01:30+07:00' }),
      'Timestamp as an expression': lasts90Seconds({ Timestamp: '{% $states.input.until %}' }),
    },
  },
  {
    does: 'Timestamp counts in whole seconds; what is finer is cut off',
    page: 'Wait',
    cases: {
      'nine digits': lasts90Seconds({ Timestamp: '2026-01-05T01:01:30.999999999Z' }),
      'nine digits from an expression': lasts90Seconds({ Timestamp: "{% '2026-01-05T01:01:30.999Z' %}" }),
    },
  },
  {
    does: 'Wait does not wait for zero seconds or for what is past',
    page: 'Wait',
    cases: {
      'zero seconds': doesNotWait({ Seconds: 0 }),
      'a time that is past': doesNotWait({ Timestamp: '2020-01-01T00:00:00Z' }),
      'this very second': doesNotWait({ Timestamp: '2026-01-05T01:00:00.500Z' }),
    },
  },
  {
    does: 'Wait assigns and gives output when it ends, from what it was entered with',
    page: 'variables',
    cases: {
      'after a minute': {
        flow: flowText({
          Pause: {
            Type: 'Wait',
            Seconds: 60,
            Assign: { n: '{% $states.input.seconds %}' },
            Output: '{% $states.context.State.Name %}',
            Next: 'Told',
          },
          Told: { ...done, Output: '{% [$n, $states.input] %}' },
        }),
        input,
        then: [officePasses(60)],
        ends: { output: [90, 'Pause'] },
      },
    },
  },
  {
    does: 'Succeed ends the execution with its Output, a state with End with its own',
    page: 'structure',
    cases: {
      Succeed: {
        flow: flowText({ Done: { ...done, Output: { id: '{% $states.input.seconds %}' } } }),
        input,
        ends: { status: 'SUCCEEDED', output: { id: 90 }, error: null },
      },
      End: {
        flow: flowText({ Last: { Type: 'Pass', Output: '{% 7 %}', End: true } }),
        ends: { status: 'SUCCEEDED', output: 7 },
      },
    },
  },
  {
    does: 'Fail ends the execution with Error and Cause, plain or as expressions, or with neither',
    page: 'Fail',
    cases: {
      plain: {
        flow: flowText({ Lost: { Type: 'Fail', Error: 'ExecutionLost', Cause: 'see the log' } }),
        ends: { status: 'FAILED', output: null, error: 'ExecutionLost', cause: 'see the log' },
      },
      expressions: {
        flow: flowText({
          Lost: {
            Type: 'Fail',
            Error: '{% $states.input.error %}',
            Cause: "{% 'case ' & $states.input.id %}",
          },
        }),
        input: { error: 'Lost', id: 'N1' },
        ends: { status: 'FAILED', error: 'Lost', cause: 'case N1' },
      },
      neither: {
        flow: flowText({ Lost: { Type: 'Fail' } }),
        ends: { status: 'FAILED', error: null, cause: null },
      },
    },
  },
];
