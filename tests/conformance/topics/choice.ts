import { flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour } from '../behaviour.ts';

const told = { Type: 'Succeed', Output: { size: '{% $size %}', input: '{% $states.input %}' } } as const;

const sizes = flowText({
  HowMany: {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $states.input.n > 10 %}', Assign: { size: 'large' }, Next: 'Told' },
      {
        Condition: '{% $states.input.n > 1 %}',
        Assign: { size: 'some' },
        Output: { by: 'the rule' },
        Next: 'Told',
      },
      { Condition: '{% $states.input.n > 0 %}', Assign: { size: 'one' }, Next: 'Told' },
    ],
    Assign: { size: 'none' },
    Output: { by: 'the state' },
    Default: 'Told',
  },
  Told: told,
});

export const choice: readonly Behaviour[] = [
  {
    does: 'The first rule whose Condition is true is taken, with its own Assign and Output',
    page: 'Choice',
    cases: {
      'the first of three that hold': {
        flow: sizes,
        input: { n: 11 },
        ends: { output: { size: 'large', input: { n: 11 } } },
      },
      'the second, with Output': {
        flow: sizes,
        input: { n: 2 },
        ends: { output: { size: 'some', input: { by: 'the rule' } } },
      },
      'the last': { flow: sizes, input: { n: 1 }, ends: { output: { size: 'one', input: { n: 1 } } } },
    },
  },
  {
    does: 'When no rule holds Default is taken, with Assign and Output of the state',
    page: 'Choice',
    cases: {
      'none holds': {
        flow: sizes,
        input: { n: 0 },
        ends: { output: { size: 'none', input: { by: 'the state' } } },
        enters: ['HowMany', 'Told'],
      },
    },
  },
  {
    does: 'When no rule holds and there is no Default the execution fails with States.Runtime',
    page: 'Choice',
    beside: 'earlier edition',
    cases: {
      'nobody catches it': {
        flow: flowText({
          Ask: invoke('Ask', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }], Next: 'Which' }),
          Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Done' }] },
          Done: { Type: 'Succeed' },
        }),
        ends: {
          status: 'FAILED',
          error: 'States.Runtime',
          cause: 'Failed to transition out of the state. The state does not point to a next state.',
        },
        enters: ['Ask', 'Which'],
      },
    },
  },
];
