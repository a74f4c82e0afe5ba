import { defineConfig } from 'vitest/config';

/** What stubs settings, loads built programs anew, or starts and kills processes: each file in a process of its own. */
const apart = ['browser', 'e2e', 'faults', 'functions', 'rehearsal'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
);
// Commands of their own: they need what synth wrote, or minutes.
const long = ['tests/rehearsal/faults/**', 'tests/faults/long/**', 'tests/browser/whole/**'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    // Vitest leaves one processor idle, which is half of two.
    maxWorkers: '100%',
    silent: 'passed-only',
    expect: { requireAssertions: true },
    testTimeout: 15_000,
    projects: [
      { extends: true, test: { name: 'apart', include: apart, exclude: long } },
      // Loading the program takes longer than most files take to test it: these share what was loaded.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...apart, ...long],
          isolate: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'workflows/**', 'functions/**', 'web/**', 'local/**'],
    },
  },
});
