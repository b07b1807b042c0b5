import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One application is five processes; two cores are the smallest machine that must run this.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // Keys that are pressed while a list is being read again can be lost on a busy machine; what passes the second time is told as flaky.
  retries: process.env.CI ? 2 : 0,
  // Packing takes a minute and is a stage of its own: npm test -- package.
  projects: [
    { name: 'e2e', testIgnore: 'packaged.spec.ts' },
    { name: 'package', testMatch: 'packaged.spec.ts' },
  ],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
