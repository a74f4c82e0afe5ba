import { describe, expect, it } from 'vitest';
import { randomRun } from './random-runs.ts';

const seeds = process.env['SEED'] === undefined ? [1, 2, 3] : [Number(process.env['SEED'])];

describe('random acts of random people', () => {
  it.each(seeds)(
    'end as the plain model says, act by act (SEED=%i)',
    async (seed) => {
      const counts = await randomRun(seed, 120);
      expect([...counts.keys()].filter((what) => what.startsWith('done: ')).length).toBeGreaterThan(10);
    },
    60_000,
  );

  it('find out a program that gives a case to nobody', async () => {
    const lost = randomRun(1, 120, {
      commit: (writes) => writes.filter((write) => !('put' in write && write.put.pk.startsWith('INBOX#'))),
    });
    await expect(lost).rejects.toThrow(/^the (case|list) is .* · nobody, and should be/);
  });

  it('find out a program whose flow stores nothing', async () => {
    const idle = randomRun(1, 120, {
      task: (_name, ports) => ({ ...ports, store: { ...ports.store, commit: async () => undefined } }),
    });
    await expect(idle).rejects.toThrow(/^it never comes to rest/);
  });
});
