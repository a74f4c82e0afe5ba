import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Behaviour } from '../behaviour.ts';
import { officePasses, succeeds } from '../acts.ts';

const told = (output: unknown) => ({ Type: 'Succeed', Output: output });

/** What `$states` holds. Where it may not be read stands with what is refused. */
export const statesVariable: readonly Behaviour[] = [
  {
    does: '`$states.input` is the input of the state, in every field; that of the execution is `$states.context.Execution.Input`',
    page: '$states',
    cases: {
      'in Arguments, TimeoutSeconds, Assign and Output': {
        flow: flowText({
          First: { Type: 'Pass', Output: { n: 2, seconds: 9 }, Next: 'Ask' },
          Ask: invoke(
            'Ask',
            {
              TimeoutSeconds: '{% $states.input.seconds %}',
              Assign: { n: '{% $states.input.n %}' },
              Output: '{% [$states.input.n, $states.context.Execution.Input.n] %}',
              Next: 'Told',
            },
            '{% $states.input %}',
          ),
          Told: told({ n: '{% $n %}', output: '{% $states.input %}' }),
        }),
        input: { n: 1 },
        calls: { ask: [{ n: 2, seconds: 9 }] },
        ends: { output: { n: 2, output: [2, 1] } },
      },
    },
  },
  {
    does: '`$states.result` is what the function answered, as Payload; after a wait, what came with the token',
    page: '$states',
    cases: {
      'a function': {
        flow: flowText({ Ask: invoke('Ask', { Output: '{% $states.result.Payload %}', End: true }) }),
        functions: { ask: [{ gives: ['a', { b: null }] }] },
        ends: { output: ['a', { b: null }] },
      },
      'a function that answers nothing': {
        flow: flowText({ Ask: invoke('Ask', { Output: '{% $states.result.Payload %}', End: true }) }),
        functions: { ask: [{ gives: undefined }] },
        ends: { status: 'SUCCEEDED', output: null },
      },
      'a token, whatever the function answered': {
        flow: flowText({ Await: awaitToken('Ask', { Output: '{% $states.result.look %}', End: true }) }),
        functions: { ask: [{ gives: { look: 'never' } }] },
        then: [succeeds('first', { look: 'again' })],
        ends: { output: 'again' },
      },
    },
  },
  {
    does: '`$states.context` tells name, input and start of the execution, name, entry and retries of the state',
    page: 'context object',
    cases: {
      'in the second state': {
        flow: flowText({
          Pause: { Type: 'Wait', Seconds: 90, Next: 'Told' },
          Told: told({
            name: '{% $states.context.Execution.Name %}',
            input: '{% $states.context.Execution.Input.id %}',
            started: '{% $states.context.Execution.StartTime %}',
            state: '{% $states.context.State.Name %}',
            entered: '{% $states.context.State.EnteredTime %}',
            retries: '{% $states.context.State.RetryCount %}',
          }),
        }),
        input: { id: 'N1' },
        then: [officePasses(90)],
        ends: {
          output: {
            name: 'A-1',
            input: 'N1',
            started: '2026-01-05T01:00:00Z',
            state: 'Told',
            entered: '2026-01-05T01:01:30Z',
            retries: 0,
          },
        },
      },
    },
  },
  {
    does: 'A time of the context has no fraction when it is zero, else three digits',
    page: 'context object',
    cases: {
      'three digits': {
        flow: flowText({
          Pause: { Type: 'Wait', Seconds: 1, Next: 'Told' },
          Told: told('{% $states.context.State.EnteredTime %}'),
        }),
        then: [officePasses(1.25)],
        ends: { output: '2026-01-05T01:00:01.250Z' },
      },
    },
  },
  {
    does: '`$states.context.Task.Token` is the token of this attempt, in the Arguments of a wait',
    page: 'task token',
    cases: {
      'it resumes the wait': {
        flow: flowText({ Await: awaitToken('Ask', { End: true }) }),
        calls: { ask: [{ token: expectToken() }] },
        then: [succeeds('first', { ok: true })],
        ends: { status: 'SUCCEEDED', output: { ok: true } },
      },
    },
  },
];

/** At least one character, 1,024 at most. */
function expectToken() {
  return {
    asymmetricMatch: (token: unknown) =>
      typeof token === 'string' && token.length >= 1 && token.length <= 1024,
  };
}
