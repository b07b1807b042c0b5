import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores are the smallest machine that must run this.
    maxWorkers: 2,
    projects: [
      // Time is measured by benchmarks: the limit only ends what hangs, also on a machine that is busy with other things.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
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
