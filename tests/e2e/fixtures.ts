/** The real application in a real window, with a data folder of its own, for Playwright. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/run/electron.mjs';
import { addonEnv } from '../../scripts/setup/addon.mjs';
import { root } from '../../scripts/setup/paths.mjs';
import { createCommittee, openSample } from './committee';
import { screenOfWorker } from './screen';

export interface LaunchOptions {
  /** Further variables of the environment. */
  env?: Record<string, string>;
  /** Further switches of Electron. */
  switches?: string[];
}

/**
 * Starts the application that `npm run build` made. It reads pages beside the test: behind all other work it would get no turn while a second
 * window is driven on the other core.
 * Playwright is not told where Electron lies: it then finds the `electron` package itself and holds the start back until it is attached.
 */
export const launch = async (dataDir: string, { env = {}, switches = [] }: LaunchOptions = {}): Promise<ElectronApplication> =>
  _electron.launch({
    args: [...sandboxSwitches, '--disable-gpu', '--lang=vi', ...switches, root],
    cwd: root,
    env: { ...definedEnv(), ...addonEnv(), ...(await screenOfWorker()), KTS_DATA_DIR: dataDir, KTS_READ_EAGERLY: '1', ...env },
    timeout: 30_000,
  });

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** A new folder for the office's data. The caller removes it. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'kts-'));

/** Windows lets go of the files of an ended process a little later. */
export const removeDataDir = (dir: string): void => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

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
type BookBefore = 'none' | 'committee' | 'sample';

interface Fixtures {
  bookBefore: BookBefore;
  dataDir: string;
  app: ElectronApplication;
  page: Page;
  /** What the test makes the page complain about. */
  expectedComplaints: RegExp[];
}

interface WorkerFixtures {
  /** A folder to copy, made once for each worker by the same answers that a person gives. */
  made: (book: Exclude<BookBefore, 'none'>) => Promise<string>;
}

async function make(dir: string, by: (page: Page) => Promise<void>): Promise<string> {
  const app = await launch(dir);
  await by(await app.firstWindow());
  await app.close();
  return dir;
}

/** `page` fails the test when the page complained. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  bookBefore: ['none', { option: true }],
  made: [
    // Playwright reads the fixtures that are needed from the pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dirs = new Map<BookBefore, Promise<string>>();
      await use((book) => {
        const dir = dirs.get(book) ?? make(newDataDir(), book === 'sample' ? openSample : createCommittee);
        dirs.set(book, dir);
        return dir;
      });
      for (const dir of dirs.values()) removeDataDir(await dir);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  expectedComplaints: [[], { option: true }],
  dataDir: async ({ bookBefore, made }, use) => {
    const dir = newDataDir();
    if (bookBefore !== 'none') cpSync(await made(bookBefore), dir, { recursive: true });
    await use(dir);
    removeDataDir(dir);
  },
  app: async ({ dataDir }, use) => {
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
