import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/ports.ts';
import { awaitToken, createLab, failing, flowText, gate, invoke, type Lab } from '#tests/support/flow-lab.ts';

const step = flowText({
  AwaitStep: awaitToken('AwaitStep', {
    TimeoutSeconds: 86_400,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'CheckDates' }],
    Next: 'Awarded',
  }),
  CheckDates: invoke('CheckDates', { Next: 'AwaitStep' }),
  Awarded: { Type: 'Succeed', Output: '{% $states.input %}' },
});

const tokenIn = (payload: Json) => (payload as { token: string }).token;

// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
describe('task tokens', () => {
  it('waits until the token comes back, and takes what came with it as the result', async () => {
    const lab = createLab(step, { tasks: { 'await-step': async () => 'ignored' } });
    await lab.run();
    expect(lab.outcome().status).toBe('RUNNING');

    expect(await lab.workflow.resume(lab.token(), { look: 'again' })).toBe('sent');
    await lab.workflow.idle();
    expect(lab.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { look: 'again' } });
  });

  it('takes a token while the function that stored it still runs', async () => {
    const { opened, open } = gate();
    let answer: Promise<string> | undefined;
    const lab: Lab = createLab(step, {
      tasks: {
        'await-step': async (payload) => {
          answer = lab.workflow.resume(tokenIn(payload), { early: true });
          await opened;
        },
      },
    });
    await lab.workflow.start('case', 'A-1', {});
    await expect.poll(() => lab.outcome().status).toBe('SUCCEEDED');
    open();
    await lab.workflow.idle();

    expect(await answer).toBe('sent');
    expect(lab.outcome().output).toEqual({ early: true });
    expect(lab.calls['await-step']).toHaveLength(1);
  });

  it('takes a token that the function itself sends before it returns', async () => {
    const lab: Lab = createLab(step, {
      tasks: { 'await-step': async (payload) => lab.workflow.resume(tokenIn(payload), { self: true }) },
    });
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { self: true } });
  });

  it('fails the wait by its token, and whoever catches that error goes on', async () => {
    const caught = flowText({
      AwaitStep: awaitToken('AwaitStep', {
        TimeoutSeconds: 86_400,
        Catch: [{ ErrorEquals: ['Refused'], Next: 'Awarded' }],
        End: true,
      }),
      Awarded: { Type: 'Succeed', Output: '{% $states.input %}' },
    });
    const lab = createLab(caught, { tasks: { 'await-step': async () => 'ignored' } });
    await lab.run();
    const token = lab.token();
    expect(lab.workflow.waits(token)).toBe(true);

    expect(await lab.workflow.fail(token, { error: 'Refused', cause: 'by hand' })).toBe('sent');
    await lab.workflow.idle();

    expect(lab.outcome()).toMatchObject({
      status: 'SUCCEEDED',
      output: { Error: 'Refused', Cause: 'by hand' },
    });
    expect([lab.workflow.waits(token), await lab.workflow.fail(token, {})]).toEqual([false, 'gone']);
  });

  it('ignores what the function throws once its token was sent', async () => {
    const lab: Lab = createLab(step, {
      tasks: {
        'await-step': async (payload) => {
          await lab.workflow.resume(tokenIn(payload), { sent: true });
          throw new Error('too late');
        },
      },
    });
    await lab.run();

    expect(lab.outcome().output).toEqual({ sent: true });
  });

  it('fails the state when the function throws, and its token is gone', async () => {
    const lab = createLab(step, { tasks: { 'await-step': failing('Refused') } });
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'Refused' });
    expect(await lab.workflow.resume(tokenIn(lab.calls['await-step']![0]!), {})).toBe('gone');
  });

  it('takes a token once, also when it comes twice at the same time', async () => {
    const lab = createLab(step);
    await lab.run();
    const token = lab.token();
    const answers = await Promise.all([1, 2, 3].map((n) => lab.workflow.resume(token, { n })));
    await lab.workflow.idle();

    expect(answers.toSorted()).toEqual(['gone', 'gone', 'sent']);
    expect(await lab.workflow.resume(token, { n: 4 })).toBe('gone');
    expect(lab.outcome().output).toEqual({ n: answers.indexOf('sent') + 1 });
  });

  it.each(['', 'foreign', '%', 'A-1'])('calls the foreign token %j gone', async (token) => {
    const lab = createLab(step);
    await lab.run();

    expect(await lab.workflow.resume(token, {})).toBe('gone');
    expect(lab.outcome().status).toBe('RUNNING');
  });

  it('calls a token gone from the very instant of its timeout, before any tick', async () => {
    const lab = createLab(step);
    await lab.run();
    const token = lab.token();
    lab.clock.passOffice(86_400_000 - 1);
    lab.workflow.tick();
    await lab.workflow.idle();
    expect(lab.token()).toBe(token);

    lab.clock.passOffice(1);
    expect(await lab.workflow.resume(token, {})).toBe('gone');
    await lab.passSeconds(0);
    expect(lab.calls['check-dates']).toHaveLength(1);
  });

  it('gives the wait after a timeout a new token; the old one stays gone', async () => {
    const lab = createLab(step);
    await lab.run();
    const first = lab.token();
    await lab.passDays(1);
    const second = lab.token();

    expect(second).not.toBe(first);
    expect(await lab.workflow.resume(first, {})).toBe('gone');
    expect(await lab.workflow.resume(second, {})).toBe('sent');
  });

  it('calls the token of a stopped execution gone', async () => {
    const lab = createLab(step);
    await lab.run();
    const token = lab.token();
    await lab.workflow.stop('case', 'A-1');

    expect(await lab.workflow.resume(token, {})).toBe('gone');
  });

  it('makes tokens that nobody can guess', async () => {
    const lab = createLab(step);
    const names = Array.from({ length: 50 }, (_, index) => `A-${String(index)}`);
    for (const name of names) await lab.run({}, name);
    const tokens = names.map((name) => lab.token(name));

    expect(new Set(tokens).size).toBe(50);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  });

  it('refuses an answer above 256 KiB and goes on waiting', async () => {
    const lab = createLab(step);
    await lab.run();

    await expect(lab.workflow.resume(lab.token(), { large: 'x'.repeat(262_144) })).rejects.toThrow(TypeError);
    expect(await lab.workflow.resume(lab.token(), {})).toBe('sent');
  });

  it('goes to Catch when the answer lacks what Output reads', async () => {
    const lab = createLab(
      flowText({
        AwaitStep: awaitToken('AwaitStep', {
          Output: '{% $states.result.missing %}',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Lost' }],
          End: true,
        }),
        Lost: { Type: 'Fail', Error: 'ExecutionLost' },
      }),
    );
    await lab.run();

    expect(await lab.workflow.resume(lab.token(), {})).toBe('sent');
    await lab.workflow.idle();
    expect(lab.outcome().error).toBe('ExecutionLost');
  });
});
