import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#shared/domain/time.ts';
import { matches } from '#local/workflow/errors.ts';
import { backoffMs } from '#local/workflow/states/retry.ts';
import {
  awaitToken,
  createLab,
  failing,
  flowText,
  invoke,
  named,
  type Lab,
} from '#tests/support/flow-lab.ts';

const caught = { Type: 'Succeed', Output: '{% $states.input %}' } as const;

function secondsToRetry(lab: Lab): number {
  const due = lab.workflow.describe('case', 'A-1')?.backoffDue;
  return due ? (epochMs(due) - epochMs(lab.clock.machine())) / 1000 : Number.NaN;
}

// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
describe('Retry', () => {
  it('waits one, two and four seconds of machine time by default, then gives up', async () => {
    const lab = createLab(
      flowText({ Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'] }], End: true }) }),
      {
        tasks: { ask: failing('Busy', 'Busy', 'Busy', 'Busy') },
      },
    );
    await lab.run();
    const waits: number[] = [];
    while (lab.outcome().status === 'RUNNING') {
      waits.push(secondsToRetry(lab));
      await lab.passMachineSeconds(secondsToRetry(lab));
    }

    expect(waits).toEqual([1, 2, 4]);
    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'Busy', cause: 'Busy happened' });
    expect(lab.calls['ask']).toHaveLength(4);
  });

  it('does not follow office time, and does not come early', async () => {
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10 }], End: true }),
      }),
      { tasks: { ask: failing('Busy') } },
    );
    await lab.run();
    await lab.passDays(30);
    await lab.passMachineSeconds(9.999);
    expect(lab.calls['ask']).toHaveLength(1);

    await lab.passMachineSeconds(0.001);
    expect(lab.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { Payload: 'done' } });
  });

  it('keeps each wait within MaxDelaySeconds and, with JitterStrategy FULL, draws it from zero to the whole', () => {
    const rule = {
      ErrorEquals: ['Busy'],
      IntervalSeconds: 3,
      BackoffRate: 2,
      MaxAttempts: 9,
      MaxDelaySeconds: 20,
    };
    const none = { ...rule, JitterStrategy: 'NONE' as const };
    const full = { ...rule, JitterStrategy: 'FULL' as const };

    expect([0, 1, 2, 3, 4].map((used) => backoffMs(none, used, () => 0.5))).toEqual([
      3000, 6000, 12_000, 20_000, 20_000,
    ]);
    expect([0, 1, 2, 3].map((used) => backoffMs(full, used, () => 0.5))).toEqual([1500, 3000, 6000, 10_000]);
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (used, random) => {
          const ms = backoffMs(full, used, () => random);
          return ms >= 0 && ms <= backoffMs(none, used, () => random) && ms <= 20_000;
        },
      ),
    );
  });

  it('tries again at once when jitter draws zero', async () => {
    const retry = [{ ErrorEquals: ['Busy'], JitterStrategy: 'FULL' }];
    const lab = createLab(flowText({ Ask: invoke('Ask', { Retry: retry, End: true }) }), {
      tasks: { ask: failing('Busy') },
      jitter: () => 0,
    });
    await lab.run();

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });

  it('counts each rule for itself: the example of the documentation', async () => {
    const retry = [
      { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
    ];
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', {
          Retry: retry,
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        }),
        Caught: caught,
      }),
      { tasks: { ask: failing('ErrorA', 'ErrorB', 'ErrorC', 'ErrorB') } },
    );
    await lab.run();
    const waits: number[] = [];
    while (lab.outcome().status === 'RUNNING') {
      waits.push(secondsToRetry(lab));
      await lab.passMachineSeconds(secondsToRetry(lab));
    }

    expect(waits).toEqual([1, 2, 5]);
    expect(lab.outcome().output).toEqual({ Error: 'ErrorB', Cause: 'ErrorB happened' });
  });

  it('never retries with MaxAttempts 0', async () => {
    const retry = [{ ErrorEquals: ['Final'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    const lab = createLab(flowText({ Ask: invoke('Ask', { Retry: retry, End: true }) }), {
      tasks: { ask: failing('Final') },
    });
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'Final' });
  });

  it('evaluates Arguments anew, with the number of retries, and counts anew in the next state', async () => {
    const count = { count: '{% $states.context.State.RetryCount %}' };
    const retry = { Retry: [{ ErrorEquals: ['States.TaskFailed'], JitterStrategy: 'FULL' }] };
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', { ...retry, Next: 'Then' }, count),
        Then: invoke('Then', { ...retry, End: true }, count),
      }),
      { tasks: { ask: failing('Busy', 'Busy'), then: failing('Busy') }, jitter: () => 0 },
    );
    await lab.run();

    expect(lab.calls['ask']).toEqual([{ count: 0 }, { count: 1 }, { count: 2 }]);
    expect(lab.calls['then']).toEqual([{ count: 0 }, { count: 1 }]);
  });

  it('retries and catches a JSONata error of the state itself', async () => {
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', {
          Output: '{% $states.result.Payload.missing %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1, JitterStrategy: 'FULL' }],
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
          End: true,
        }),
        Caught: caught,
      }),
      { tasks: { ask: async () => ({}) }, jitter: () => 0 },
    );
    await lab.run();

    expect(lab.calls['ask']).toHaveLength(2);
    expect(lab.outcome().output).toMatchObject({ Error: 'States.QueryEvaluationError' });
  });

  it('gives a repeated wait for a token a new token and a new timeout', async () => {
    const retry = [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5, MaxAttempts: 1 }];
    const lab = createLab(
      flowText({ Wait: awaitToken('Ask', { TimeoutSeconds: 60, Retry: retry, End: true }) }),
    );
    await lab.run();
    const first = lab.token();
    await lab.passSeconds(60);
    expect(await lab.workflow.resume(first, {})).toBe('gone');
    await lab.passMachineSeconds(5);
    const second = lab.token();

    expect(lab.calls['ask']).toEqual([{ token: first }, { token: second }]);
    expect(second).not.toBe(first);
    await lab.passSeconds(59);
    expect(await lab.workflow.resume(first, {})).toBe('gone');
    expect(await lab.workflow.resume(second, { ok: true })).toBe('sent');
    expect(lab.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { ok: true } });
  });
});

describe('Catch', () => {
  const catching = (...rules: readonly Readonly<Record<string, unknown>>[]) =>
    flowText({ Ask: invoke('Ask', { Catch: rules, Next: 'Other' }), Caught: caught, Other: caught });

  it('takes the first rule that matches', async () => {
    const text = catching(
      { ErrorEquals: ['Busy'], Next: 'Other', Output: 'first' },
      { ErrorEquals: ['Refused', 'Gone'], Next: 'Caught', Output: 'second' },
      { ErrorEquals: ['States.TaskFailed'], Next: 'Other', Output: 'third' },
      { ErrorEquals: ['States.ALL'], Next: 'Other', Output: 'last' },
    );
    const outputs: unknown[] = [];
    for (const error of ['Busy', 'Gone', 'Unheard', 'Refused']) {
      const lab = createLab(text, { tasks: { ask: failing(error) } });
      await lab.run();
      outputs.push(lab.outcome().output);
    }

    expect(outputs).toEqual(['first', 'second', 'third', 'second']);
  });

  it('hands Error and Cause on as the output, unless Output says otherwise', async () => {
    const plain = createLab(catching({ ErrorEquals: ['States.ALL'], Next: 'Caught' }), {
      tasks: { ask: failing(named('Refused', 'not yours')) },
    });
    await plain.run();
    const shaped = createLab(
      flowText({
        Ask: invoke('Ask', {
          Assign: { never: 1 },
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Assign: { why: '{% $states.errorOutput.Error %}' },
              Output: { cause: '{% $states.errorOutput.Cause %}', id: '{% $states.input.id %}' },
              Next: 'Caught',
            },
          ],
          End: true,
        }),
        Caught: {
          Type: 'Succeed',
          Output: { why: '{% $why %}', input: '{% $states.input %}', no: '{% $exists($never) %}' },
        },
      }),
      { tasks: { ask: failing(named('Refused', 'not yours')) } },
    );
    await shaped.run({ id: 'N1' });

    expect(plain.outcome().output).toEqual({ Error: 'Refused', Cause: 'not yours' });
    expect(shaped.outcome().output).toEqual({
      why: 'Refused',
      input: { cause: 'not yours', id: 'N1' },
      no: false,
    });
  });

  it('fails the execution when the Catch itself can not be evaluated', async () => {
    const lab = createLab(
      catching({ ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% $states.errorOutput.Nothing %}' }),
      { tasks: { ask: failing('Refused') } },
    );
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  it('names what was thrown and is no error by its type, as Lambda does', async () => {
    const lab = createLab(catching({ ErrorEquals: ['string'], Next: 'Caught' }), {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the case
      tasks: { ask: () => Promise.reject('just words') },
    });
    await lab.run();

    expect(lab.outcome().output).toEqual({ Error: 'string', Cause: 'just words' });
  });

  it('catches a function that throws before it returns a promise', async () => {
    const lab = createLab(catching({ ErrorEquals: ['Early'], Next: 'Caught' }), {
      tasks: {
        ask: () => {
          throw named('Early');
        },
      },
    });
    await lab.run();

    expect(lab.outcome().output).toMatchObject({ Error: 'Early' });
  });

  it('fails the execution with the error of the task when nothing catches it', async () => {
    const lab = createLab(catching({ ErrorEquals: ['Other'], Next: 'Caught' }), {
      tasks: { ask: failing(named('Refused', 'not yours')) },
    });
    await lab.run();

    expect(lab.outcome()).toEqual({ status: 'FAILED', output: null, error: 'Refused', cause: 'not yours' });
  });

  it.each([
    ['States.ALL', 'Refused', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.QueryEvaluationError', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.TaskFailed', 'Refused', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.DataLimitExceeded', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.Runtime', 'States.Runtime', false],
    ['refused', 'Refused', false],
  ])('lets %s match %s: %s', (pattern, error, expected) => {
    expect(matches([pattern], error)).toBe(expected);
  });
});
