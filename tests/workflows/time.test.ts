import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#shared/domain/time.ts';
import { createTimer } from '#local/workflow/timer.ts';
import { awaitToken, createLab, failing, flowText, invoke, labClock } from '#tests/support/flow-lab.ts';

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
    expect(lab.calls['check-dates']!.at(-1)).toEqual({ at: '2026-03-06T01:00:00Z' });
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
    const running = vi.getTimerCount();
    lab.workflow.close();

    expect(vi.getTimerCount()).toBe(running - 1);
    await lab.passDays(1);
    expect(lab.outcome().status).toBe('RUNNING');
  });
});
