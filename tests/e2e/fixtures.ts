/** The real application in a real window, with a data folder of its own, for Playwright. */
import { cpSync } from 'node:fs';
import { type ElectronApplication, type Page, test as base } from '@playwright/test';
import { goTo } from './committee';
import { launch, newDataDir, removeDataDir } from './launch';
import { type MadeBook, madeBook } from './made-books';

/**
 * Collects what the page complains about: console errors, refused content and thrown errors.
 * @param expected texts that the test provokes
 */
export const collectComplaints = (page: Page, expected: RegExp[] = []): string[] => {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  page.on('pageerror', (error) => note(error.message));
  return complaints;
};

/** What lies in the folder before the application starts: nothing, a committee whose book is locked, or the training committee. */
type BookBefore = 'none' | MadeBook;

interface Fixtures {
  bookBefore: BookBefore;
  /**
   * The tests of the file share one start and one folder, in their order: each finds what those before it left in the book, in a
   * window that was loaded anew at its overview.
   */
  oneStart: boolean;
  dataDir: string;
  app: ElectronApplication;
  page: Page;
  /** What the test makes the page complain about. */
  expectedComplaints: RegExp[];
}

interface Started {
  readonly file: string;
  readonly dataDir: string;
  app?: ElectronApplication;
}

interface WorkerFixtures {
  /** What the file with `oneStart` that runs at present has started. */
  kept: { of: (file: string, bookBefore: BookBefore) => Promise<Started> };
}

async function dirWith(bookBefore: BookBefore): Promise<string> {
  const dir = newDataDir();
  if (bookBefore !== 'none') cpSync(await madeBook(bookBefore), dir, { recursive: true });
  return dir;
}

/** `page` fails the test when the page complained. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  bookBefore: ['none', { option: true }],
  oneStart: [false, { option: true }],
  kept: [
    // Playwright reads the fixtures that are needed from the pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let current: Started | undefined;
      const end = async () => {
        await current?.app?.close();
        if (current) removeDataDir(current.dataDir);
        current = undefined;
      };
      await use({
        async of(file, bookBefore) {
          if (current?.file === file) return current;
          await end();
          current = { file, dataDir: await dirWith(bookBefore) };
          return current;
        },
      });
      await end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  expectedComplaints: [[], { option: true }],
  dataDir: async ({ bookBefore, oneStart, kept }, use, { file }) => {
    if (oneStart) return use((await kept.of(file, bookBefore)).dataDir);
    const dir = await dirWith(bookBefore);
    await use(dir);
    removeDataDir(dir);
  },
  app: async ({ bookBefore, oneStart, kept, dataDir }, use, { file }) => {
    if (oneStart) {
      const started = await kept.of(file, bookBefore);
      if (started.app) {
        const page = await started.app.firstWindow();
        await goTo(page, '#/overview');
        await page.reload();
      }
      return use((started.app ??= await launch(dataDir)));
    }
    const app = await launch(dataDir);
    await use(app);
    await app.close();
  },
  page: async ({ app, expectedComplaints }, use) => {
    const page = await app.firstWindow();
    const complaints = collectComplaints(page, expectedComplaints);
    await use(page);
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
  },
});

export { expect } from '@playwright/test';
