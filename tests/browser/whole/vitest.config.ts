import { defineConfig } from 'vitest/config';

/** `npm run test:web`: every way through the pages, in a browser. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    silent: 'passed-only',
    expect: { requireAssertions: true },
    include: ['tests/browser/**/*.test.ts'],
  },
});
