/** The real window at the size of the smallest screen, and pictures of it that are small enough for a repository. */
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import sharp from 'sharp';
import { sandboxSwitches } from '../run/electron.mjs';
import { addonEnv } from '../setup/addon.mjs';
import { root } from '../setup/paths.mjs';

/** Width of a kept picture in pixels, and the quality at which small type is still sharp. */
const keptWidth = 1100;
const quality = 72;

/**
 * @param {string} dir folder of the data
 * @param {{ width?: number, height?: number }} [size]
 */
export const openWindow = async (dir, { width = 1366, height = 768 } = {}) => {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...addonEnv(), KTS_DATA_DIR: dir }).filter((pair) => pair[1] !== undefined),
  );
  const app = await _electron.launch({
    args: [...sandboxSwitches, '--disable-gpu', '--lang=vi', root],
    cwd: root,
    env: /** @type {Record<string, string>} */ (env),
  });
  const page = await app.firstWindow();
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.unmaximize();
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  return { app, page };
};

/**
 * Waits until nothing is being loaded, images of pages included.
 * @param {import('@playwright/test').Page} page
 */
export const settled = async (page) => {
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.waitForTimeout(600);
};

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} hash address inside the window
 */
export const open = async (page, hash) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settled(page);
};

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} folder
 * @returns {(name: string) => Promise<void>} keeps what the window shows as `<name>.webp`
 */
export const camera = (page, folder) => {
  mkdirSync(folder, { recursive: true });
  return async (name) => {
    await settled(page);
    const shot = await page.screenshot();
    await sharp(shot)
      .resize({ width: keptWidth })
      .webp({ quality, effort: 6 })
      .toFile(join(folder, `${name}.webp`));
  };
};
