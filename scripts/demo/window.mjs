/** The real window in the demo: what a clerk does with mouse and keyboard, first without network, then with the hub. */
/// <reference lib="dom" />
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { sandboxSwitches } from '../run/electron.mjs';
import { addonEnv } from '../setup/addon.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { check } from './check.mjs';
import { passphrase } from './kts.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {object} options
 * @param {string} options.dir folder of the data; holds the committee of the demo
 * @param {string} options.search words that must be found on pages
 * @param {() => Promise<{ url: string, code: string }>} options.hub starts the hub
 * @param {(text: string) => void} options.say
 * @returns {Promise<number>} changes that waited before the hub came up
 */
export const workInWindow = async ({ dir, search, hub, say }) => {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...addonEnv(), KTS_DATA_DIR: dir }).filter((pair) => pair[1] !== undefined),
  );
  const app = await _electron.launch({
    args: [...sandboxSwitches, '--disable-gpu', '--lang=vi', root],
    cwd: root,
    env: /** @type {Record<string, string>} */ (env),
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.unmaximize();
      window?.setContentSize(1366, 768);
    });
    const shoot = photographer(page);

    await shoot('mo-khoa');
    await page.locator('input[type=password]').fill(passphrase);
    await page.getByRole('button', { name: 'Mở khóa' }).click();
    await page.getByRole('heading', { name: 'Theo tháng' }).first().waitFor();
    await shoot('tong-quan');

    await registerPetition(page);
    await shoot('don-thu');
    await open(page, '#/cases');
    await page.getByText('91/HS-UBKT').first().click();
    await shoot('vu-viec');
    await open(page, '#/archive');
    await shoot('luu-tru');
    await open(page, '#/pages');
    await shoot('kiem-tra-trang');
    await searchFor(page, search);
    await shoot('tim-kiem');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/pages\/./);
    await shoot('trang-va-chu');
    await open(page, '#/sync');
    const queued = await waitingChanges(page);
    check(queued > 0, `${queued} changes wait while there is no hub`);
    await shoot('dong-bo-chua-co-mang');

    say('Máy chủ tỉnh hoạt động / the hub comes up');
    const { url, code } = await hub();
    await page.getByLabel(/Địa chỉ/).fill(url);
    await page.getByLabel(/Mã đăng ký/).fill(code);
    await page.getByRole('button', { name: 'Đăng ký máy này', exact: true }).click();
    await page.getByText('Đã gửi hết về tỉnh').first().waitFor({ timeout: 60_000 });
    await shoot('dong-bo-da-gui');
    await open(page, '#/settings');
    await shoot('thiet-lap');
    return queued;
  } finally {
    await app.close();
  }
};

/** @param {Page} page @param {string} address */
const open = async (page, address) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await settled(page);
};

/** @param {Page} page */
const settled = async (page) => {
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
  // Images of pages come in after the list that names them.
  await page.waitForTimeout(700);
};

/**
 * @param {Page} page
 * @returns {(name: string) => Promise<void>} numbered pictures in out/demo
 */
const photographer = (page) => {
  const folder = inRoot('out', 'demo');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return async (name) => {
    await settled(page);
    number += 1;
    await page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${name}.png`) });
  };
};

/**
 * A petition by keyboard alone.
 * @param {Page} page
 */
const registerPetition = async (page) => {
  await open(page, '#/petitions');
  await page.keyboard.press('Control+n');
  await page.getByRole('combobox', { name: 'Loại đơn' }).pressSequentially('phan', { delay: 40 });
  await page.getByRole('option', { name: 'Phản ánh', selected: true }).or(page.locator('[data-combobox-selected]')).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Tóm tắt').fill('Chậm công khai quỹ đền ơn đáp nghĩa tại ấp 9');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: /^Đơn số/ }).waitFor();
};

/** @param {Page} page @param {string} words */
const searchFor = async (page, words) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  const strip = page.getByRole('main').getByRole('img').first();
  await strip.waitFor();
  check(await strip.isVisible(), `the window shows where "${words}" stands on the page`);
};

/**
 * What the sync page says still waits.
 * @param {Page} page
 */
const waitingChanges = async (page) => {
  const figure = page.locator('dl > div').filter({ has: page.getByText('chờ gửi', { exact: true }) });
  return Number((await figure.locator('dd b').innerText()).replaceAll(/\D/g, ''));
};
