import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // A command of their own: they need what synth wrote, and minutes.
    exclude: ['tests/rehearsal/faults/**'],
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
