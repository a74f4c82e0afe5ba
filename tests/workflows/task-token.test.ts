import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/ports.ts';
import { awaitToken, createLab, flowText, type Lab } from '#tests/support/flow-lab.ts';

const step = flowText({ AwaitStep: awaitToken('AwaitStep', { End: true }) });

const tokenIn = (payload: Json) => (payload as { token: string }).token;

describe('task tokens', () => {
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

  it('makes tokens that nobody can guess', async () => {
    const lab = createLab(step);
    const names = Array.from({ length: 50 }, (_, index) => `A-${String(index)}`);
    for (const name of names) await lab.run({}, name);
    const tokens = names.map((name) => lab.token(name));

    expect(new Set(tokens).size).toBe(50);
    expect(tokens.every((token) => lab.workflow.isToken(token) && lab.workflow.waits(token))).toBe(true);
    expect(['', 'A-1', 'x'.repeat(42), 'x'.repeat(44)].some(lab.workflow.isToken)).toBe(false);
  });

  it('says of a used token that nothing waits for it', async () => {
    const lab = createLab(step);
    await lab.run();
    await lab.workflow.resume(lab.token(), {});

    expect(lab.workflow.waits(tokenIn(lab.calls['await-step']![0]!))).toBe(false);
  });
});
