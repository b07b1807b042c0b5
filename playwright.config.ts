import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  tsconfig: 'tests/e2e/tsconfig.json',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two cores are the smallest machine that must run this; a third window beside two made it no quicker. A person's own screen has one
  // keyboard; of virtual ones each worker has its own.
  workers: process.env['KTS_VIRTUAL_SCREEN'] ? 2 : 1,
  forbidOnly: Boolean(process.env.CI),
  // Packing takes a minute and is a stage of its own: npm test -- package.
  projects: [
    { name: 'e2e', testIgnore: 'packaged*.spec.ts' },
    { name: 'package', testMatch: 'packaged*.spec.ts', fullyParallel: false },
  ],
  // The page's states tell what happened; pictures of every moment would cost a tenth of the run.
  use: { trace: { mode: 'retain-on-failure', screenshots: false, sources: false }, screenshot: 'only-on-failure' },
});
