import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#shared/domain/time.ts';
import { createTimer } from '#local/workflow/timer.ts';
import { awaitToken, createLab, failing, flowText, gate, invoke, labClock } from '#tests/support/flow-lab.ts';

const done = { Type: 'Succeed' } as const;

describe('office time', () => {
  it('wakes each morning of thirty days, however far the office clock jumps at once', async () => {
    const lab = createLab(
      flowText({
        AwaitStep: awaitToken('AwaitStep', {
          TimeoutSeconds: '{% $states.context.Execution.Input.wakeInSeconds %}',
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'CheckDates' }],
          Next: 'Done',
        }),
        CheckDates: invoke(
          'CheckDates',
          { Next: 'AwaitStep' },
          { at: '{% $states.context.State.EnteredTime %}' },
        ),
        Done: done,
      }),
    );
    await lab.run({ wakeInSeconds: 86_400 });
    for (let day = 0; day < 30; day += 1) await lab.passDays(1);
    expect(lab.calls['check-dates']).toHaveLength(30);

    await lab.passDays(30);
    expect(lab.calls['check-dates']).toHaveLength(31);
    expect(lab.calls['check-dates']!.at(-1)).toEqual({ at: '2026-03-06T01:00:00.000Z' });
  });

  it('times a task out while its function still runs, and drops what the function answers later', async () => {
    const { opened, open } = gate();
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', {
          TimeoutSeconds: 60,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
          Next: 'Done',
        }),
        Late: { Type: 'Fail', Error: '{% $states.input.Error %}' },
        Done: done,
      }),
      { tasks: { ask: () => opened } },
    );
    await lab.workflow.start('case', 'A-1', {});
    lab.clock.passOffice(60_000);
    lab.workflow.tick();
    await expect.poll(() => lab.outcome().status).toBe('FAILED');
    open();
    await lab.workflow.idle();

    expect(lab.outcome()).toMatchObject({ error: 'States.Timeout', cause: null });
    expect(lab.calls['ask']).toHaveLength(1);
  });

  // LocalStack's recording of AWS: an uncaught timeout of a task is ExecutionFailed, not ExecutionTimedOut.
  it('fails, and does not time out, when nothing catches the timeout of a task', async () => {
    const lab = createLab(
      flowText({ AwaitStep: awaitToken('AwaitStep', { TimeoutSeconds: 60, End: true }) }),
    );
    await lab.run();
    await lab.passSeconds(60);

    expect(lab.outcome()).toEqual({ status: 'FAILED', output: null, error: 'States.Timeout', cause: null });
  });

  // https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
  it('times the whole execution out, past every Catch', async () => {
    const lab = createLab(
      flowText(
        {
          AwaitStep: awaitToken('AwaitStep', {
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
            Next: 'Done',
          }),
          Done: done,
        },
        { TimeoutSeconds: 3600 },
      ),
    );
    await lab.run();
    const token = lab.token();
    await lab.passSeconds(3599);
    expect(lab.outcome().status).toBe('RUNNING');
    await lab.passSeconds(1);

    expect(lab.outcome()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(lab.ended).toEqual(['case:A-1 TIMED_OUT']);
    expect(await lab.workflow.resume(token, {})).toBe('gone');
  });

  it('times the execution out while it waits for a retry', async () => {
    const lab = createLab(
      flowText(
        { Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 600 }], End: true }) },
        { TimeoutSeconds: 60 },
      ),
      { tasks: { ask: failing('Busy') } },
    );
    await lab.run();
    await lab.passSeconds(60);

    expect(lab.outcome().status).toBe('TIMED_OUT');
  });

  // https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  it('lets no execution live longer than a year', async () => {
    const lab = createLab(
      flowText({ AwaitStep: awaitToken('AwaitStep', { End: true }) }, { TimeoutSeconds: 99_999_999 }),
    );
    await lab.run();
    await lab.passDays(364);
    expect(lab.outcome().status).toBe('RUNNING');
    await lab.passDays(1);

    expect(lab.outcome().status).toBe('TIMED_OUT');
  });

  it.each([
    ['Seconds', 90],
    ['Seconds', '{% $states.input.seconds %}'],
    ['Timestamp', '2026-01-05T08:01:30+07:00'],
    ['Timestamp', '{% $states.input.until %}'],
  ])('waits by %s %j', async (field, value) => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', [field]: value, Next: 'Done' }, Done: done }));
    await lab.run({ seconds: 90, until: '2026-01-05T01:01:30Z' });
    await lab.passSeconds(89);
    expect(lab.state()).toBe('Pause');
    await lab.passSeconds(1);

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });

  it.each([
    ['Seconds', 0],
    ['Timestamp', '2020-01-01T00:00:00Z'],
  ])('does not wait for what is past: %s %j', async (field, value) => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', [field]: value, Next: 'Done' }, Done: done }));
    await lab.run();

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });

  it('takes everything up that a jump made due', async () => {
    const lab = createLab(
      flowText({ Pause: { Type: 'Wait', Seconds: '{% $states.input.n %}', Next: 'Done' }, Done: done }),
    );
    for (let n = 1; n <= 200; n += 1) await lab.run({ n: n * 3600 }, `A-${String(n)}`);
    await lab.passDays(5);

    expect(lab.ended).toHaveLength(120);
    expect(lab.workflow.running()).toHaveLength(80);
  });
});

describe('the timer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const now = () => instantOf(Date.now());

  it('knows how long nothing will happen, by the clock that each date belongs to', async () => {
    const lab = createLab(
      flowText(
        {
          Pause: { Type: 'Wait', Seconds: 7200, Next: 'Ask' },
          Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 30 }], End: true }),
        },
        { TimeoutSeconds: 86_400 },
      ),
      { tasks: { ask: failing('Busy') } },
    );
    expect(lab.workflow.nextDue()).toBeUndefined();
    await lab.run();
    expect(lab.workflow.nextDue()).toBe(7_200_000);
    lab.clock.passOffice(7_200_000);
    expect(lab.workflow.nextDue()).toBe(0);
    await lab.passSeconds(0);

    expect(lab.workflow.nextDue()).toBe(30_000);
  });

  it('ticks by itself when the time has come', async () => {
    const real = { ...labClock(), office: now, machine: now };
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 3600, Next: 'Done' }, Done: done }), {
      clock: real,
    });
    await lab.run();
    await vi.advanceTimersByTimeAsync(3_599_000);
    expect(lab.outcome().status).toBe('RUNNING');
    await vi.advanceTimersByTimeAsync(1000);
    await lab.workflow.idle();
    lab.workflow.close();

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });

  it('keeps to one timer, the earliest, and does not fire at once for a date beyond 24 days', async () => {
    const wake = vi.fn();
    const timer = createTimer(wake, () => Date.now());
    timer.wakeIn(60 * 86_400_000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(wake).not.toHaveBeenCalled();
    const others = vi.getTimerCount() - 1;
    timer.wakeIn(5000);
    timer.wakeIn(9000);
    expect(vi.getTimerCount() - others).toBe(1);
    await vi.advanceTimersByTimeAsync(5000);

    expect(wake).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount() - others).toBe(0);
  });

  it('does not wait for due rows in a closed workflow', async () => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 3600, End: true } }));
    await lab.run();
    lab.workflow.close();

    expect(vi.getTimerCount()).toBe(0);
    await lab.passDays(1);
    expect(lab.outcome().status).toBe('RUNNING');
  });
});
