import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Commands of their own: they need what synth wrote, or minutes.
    exclude: ['tests/rehearsal/faults/**', 'tests/faults/long/**'],
    pool: 'forks',
    silent: 'passed-only',
    expect: { requireAssertions: true },
    testTimeout: 15_000,
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'workflows/**', 'functions/**', 'web/**', 'local/**'],
    },
  },
});
