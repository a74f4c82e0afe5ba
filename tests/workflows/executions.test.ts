import { describe, expect, it } from 'vitest';
import { createLab, flowText, gate, invoke, named } from '#tests/support/flow-lab.ts';

const end = { End: true } as const;

describe('executions', () => {
  const instant = flowText({ Done: { Type: 'Succeed' } });

  it('starts a name once when two starts race', async () => {
    const lab = createLab(instant);
    const answers = await Promise.all([
      lab.workflow.start('case', 'A-1', {}),
      lab.workflow.start('case', 'A-1', {}),
    ]);

    await lab.workflow.idle();

    expect(answers).toEqual(['started', 'started']);
    expect(lab.ended).toEqual(['case:A-1 SUCCEEDED']);
  });

  it('refuses a flow that it was not given', async () => {
    const lab = createLab(instant);

    await expect(lab.workflow.start('ceremony', 'A-1', {})).rejects.toThrow('no flow called ceremony');
  });

  it('tells the status, also of what never began', async () => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 60, End: true } }));
    await lab.run();

    expect(await lab.workflow.status('case', 'A-1')).toBe('RUNNING');
    expect(await lab.workflow.status('case', 'A-2')).toBe('NOT_FOUND');
    expect(await lab.workflow.status('ceremony', 'A-1')).toBe('NOT_FOUND');
    expect(lab.workflow.running().map(({ name, state }) => [name, state])).toEqual([['A-1', 'Pause']]);
  });

  it('calls no more tasks at once than it may, and starts them in the order of their coming', async () => {
    let now = 0;
    let most = 0;
    const order: string[] = [];
    const lab = createLab(
      flowText({ Ask: invoke('Ask', end, { name: '{% $states.context.Execution.Name %}' }) }),
      {
        concurrency: 3,
        tasks: {
          ask: async (payload) => {
            order.push((payload as { name: string }).name);
            most = Math.max(most, ++now);
            await new Promise((resolve) => setImmediate(resolve));
            now -= 1;
          },
        },
      },
    );
    const names = Array.from({ length: 20 }, (_, index) => `A-${String(index)}`);
    await Promise.all(names.map((name) => lab.workflow.start('case', name, {})));
    await lab.workflow.idle();

    expect(most).toBe(3);
    expect(order).toEqual(names);
    expect(lab.ended).toHaveLength(20);
  });

  it('lets a short flow end beside one that never ends', async () => {
    const text = flowText({
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.round %}', Next: 'Turn' }],
        Default: 'Done',
      },
      Turn: { Type: 'Pass', Next: 'Which' },
      Done: { Type: 'Succeed' },
    });
    const ended = gate();
    const lab = createLab(text, { concurrency: 1, onEnd: () => ended.open() });
    await lab.workflow.start('case', 'long', { round: true });
    await lab.workflow.start('case', 'short', { round: false });
    await ended.opened;

    expect(lab.outcome('short').status).toBe('SUCCEEDED');
    expect(lab.outcome('long').status).toBe('RUNNING');
    lab.workflow.close();
  });

  it('goes on when the hook for ends throws, and reports it', async () => {
    const lab = createLab(instant, {
      onEnd: () => {
        throw named('HookBroken');
      },
    });
    await lab.run();

    expect(lab.outcome().status).toBe('SUCCEEDED');
    expect(lab.errors).toEqual([named('HookBroken')]);
  });
});
