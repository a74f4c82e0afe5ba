import { defineConfig } from 'vitest/config';
import { createSummary } from './summary.ts';

/** `npm run test:faults`: not part of `npm test`, since it takes many minutes. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/faults/long/*.test.ts'],
    reporters: ['default', createSummary()],
    pool: 'forks',
    // Each of them starts servers; what is measured must not wait for its neighbour.
    maxWorkers: 1,
    fileParallelism: false,
    expect: { requireAssertions: true },
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
});
