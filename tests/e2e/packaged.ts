/** The packed program in a process of its own, driven by the debugging port of Chromium. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/run/electron.mjs';

/** Starts it as a person does, without any of the launchers' settings. */
export const startPacked = async (binary: string, dataDir: string): Promise<{ program: ChildProcess; address: string }> => {
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('KTS_'));
  const program = spawn(binary, [...sandboxSwitches, '--disable-gpu', '--remote-debugging-port=0'], {
    cwd: dataDir,
    env: { ...Object.fromEntries(environment), KTS_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface({ input: program.stderr });
  const address = await new Promise<string>((found, failed) => {
    program.once('exit', (code) => failed(new Error(`the application ended with ${code}`)));
    lines.on('line', (line) => {
      const said = /^DevTools listening on (\S+)/.exec(line)?.[1];
      if (said !== undefined) found(said);
    });
  });
  await windowAt(address);
  return { program, address };
};

/** Waits for the window: Playwright waits for ever on one to which it attaches while it is being made. */
const windowAt = async (address: string, timeout = 20_000): Promise<void> => {
  const targets = `http://${new URL(address).host}/json/list`;
  await expect(async () => expect(await (await fetch(targets)).json()).toMatchObject([{ type: 'page', title: 'Kiểm tra số' }])).toPass({
    timeout,
  });
};

export const pageAt = async (address: string): Promise<{ browser: Browser; page: Page }> => {
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window');
  return { browser, page };
};
