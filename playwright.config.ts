import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  tsconfig: 'tests/e2e/tsconfig.json',
  globalTeardown: './tests/e2e/made-books.ts',
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
  // What the page shows at a failure is kept, as text and as a picture. The states of the page at every step are not: they took a sixth
  // of the processor time of all tests. `npm test -- e2e -- --trace=retain-on-failure tests/e2e/NAME.spec.ts` keeps them of one.
  use: { screenshot: 'only-on-failure' },
});
