/** All pictures of docs/huong-dan-su-dung.md: fictional data, made anew by one command. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ktsOn, passphrase } from '../demo/kts.mjs';
import { scanFiles } from '../demo/papers.mjs';
import { inRoot } from '../setup/paths.mjs';
import { camera, open, openWindow } from './camera.mjs';

const folder = inRoot('docs', 'hinh');

/**
 * @param {string[]} parts of 'first', 'work'; both where empty
 * @returns {Promise<number>} exit code
 */
export const makePictures = async (parts) => {
  const dir = mkdtempSync(join(tmpdir(), 'kts-guide-'));
  const wanted = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part);
  try {
    if (wanted('first')) await firstHour(join(dir, 'first'));
    if (wanted('work')) await dailyWork(join(dir, 'work'));
    return 0;
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** From an empty machine to the list of the first hour, and the training committee. */
const firstHour = async (/** @type {string} */ dir) => {
  const { app, page } = await openWindow(dir);
  const shoot = camera(page, folder);
  try {
    await shoot('lan-dau');
    await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
    await shoot('khoi-phuc');
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
    await page.getByRole('textbox', { name: 'Đảng ủy' }).fill('Đảng ủy xã Tân Thượng');
    await page.getByRole('textbox', { name: 'Tỉnh, thành phố' }).fill('Tỉnh Quảng Hòa');
    await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Trần Thị Minh Hạnh');
    await page.getByRole('textbox', { name: 'Chức vụ' }).fill('Phó Chủ nhiệm');
    for (const index of [0, 1]) await page.locator('input[type=password]').nth(index).fill(passphrase);
    await shoot('lap-so');
    await page.getByRole('button', { name: 'Lập sổ và bắt đầu' }).click();
    await page.getByRole('complementary', { name: 'Việc giờ đầu tiên' }).waitFor();
    await shoot('gio-dau-tien');
    await page.getByRole('button', { name: 'Khóa sổ' }).click();
    await page.getByRole('button', { name: 'Ủy ban tập huấn' }).click();
    await page.getByRole('region', { name: 'TẬP HUẤN', exact: true }).waitFor({ timeout: 120_000 });
    await shoot('tap-huan');
  } finally {
    await app.close();
  }
};

/** A committee at work, with scanned papers. */
const dailyWork = async (/** @type {string} */ dir) => {
  const kts = ktsOn(join(dir, 'office'));
  await kts('init', 'sample');
  await kts('import', ...scanFiles().slice(0, 4));
  await kts('ocr');
  const { app, page } = await openWindow(dir);
  const shoot = camera(page, folder);
  try {
    await page.locator('input[type=password]').fill(passphrase);
    await page.getByRole('button', { name: 'Mở khóa' }).click();
    await page.getByRole('navigation', { name: 'Các mục' }).waitFor({ timeout: 60_000 });
    await open(page, '#/overview');
    await shoot('tong-quan');
    for (const [name, address] of screens) {
      await open(page, address);
      await shoot(name);
    }
    for (const [name, address] of records) {
      await open(page, address);
      await page.getByRole('option').first().click();
      await shoot(name);
    }
    await page.getByRole('button', { name: 'Hồ sơ điện tử' }).click();
    await shoot('ho-so-dien-tu');
    await open(page, '#/pages');
    await page.getByRole('button', { name: 'Kiểm tra tiếp' }).click();
    await shoot('kiem-tra-trang');
  } finally {
    await app.close();
  }
};

const screens = /** @type {const} */ ([
  ['don-moi', '#/petitions?new=1'],
  ['so-vu-viec', '#/cases'],
  ['to-chuc', '#/organisations'],
  ['theo-doi', '#/follow-up'],
  ['cong-viec', '#/tasks'],
  ['luu-tru', '#/archive'],
  ['tim-kiem', '#/search?q=dat%20dai'],
  ['bao-cao', '#/reports'],
  ['dong-bo', '#/sync'],
  ['usb', '#/sync?view=usb'],
  ['thiet-lap', '#/settings'],
  ['nguoi-dung', '#/settings?view=security'],
  ['lich-lam-viec', '#/settings?part=rules&view=calendar'],
]);

/** Of these the first record is opened. */
const records = /** @type {const} */ ([
  ['don-thu', '#/petitions'],
  ['ky-luat', '#/discipline'],
  ['van-ban', '#/documents'],
  ['dang-vien', '#/organisations?type=partyMember'],
  ['vu-viec', '#/cases'],
]);
