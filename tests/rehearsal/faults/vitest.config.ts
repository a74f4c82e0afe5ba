import { defineConfig } from 'vitest/config';

/** `npm run test:faults:aws`: not part of `npm test`, since it needs what synth wrote and takes minutes. */
export default defineConfig({
  test: {
    include: ['tests/rehearsal/faults/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    silent: 'passed-only',
    expect: { requireAssertions: true },
    hookTimeout: 60_000,
  },
});
