/** Starting the real application with a data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/run/electron.mjs';
import { addonEnv } from '../../scripts/setup/addon.mjs';
import { root } from '../../scripts/setup/paths.mjs';
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
