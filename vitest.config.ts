import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores are the smallest machine that must run this.
    maxWorkers: 2,
    projects: [
      // Time is measured by benchmarks: the limit only ends what hangs, also on a machine that is busy with other things.
      // Files share the modules that one loaded: a fifth of the time, and a test that leaves a trace in them is found out.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // Real databases, native addons and child processes: one process for each file.
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'simulation', include: ['tests/simulation/**/*.test.ts'], pool: 'forks', testTimeout: 300_000 } },
    ],
  },
});
