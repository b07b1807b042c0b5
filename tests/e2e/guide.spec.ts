/** The guide inside the window, the list of the first hour, and the training committee that is thrown away. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './axe';
import { expectOpen, goTo, openCommittee, passphrase, unlock } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee', oneStart: true });

test('who cannot get in reads the guide at the locked door', async ({ page }) => {
  await page.getByRole('button', { name: 'Hướng dẫn sử dụng' }).click();
  await expect(page.getByRole('heading', { name: 'Mở sổ và khóa sổ' })).toBeVisible();
  await page.getByRole('button', { name: 'Quay lại mở khóa' }).click();
  await expect(page.getByRole('heading', { name: 'Mở sổ làm việc' })).toBeVisible();
});

test('F1 opens the chapter of the screen; the guide is searched and shows its pictures, all from this machine', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/petitions');
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Trợ giúp' });
  await expect(help.getByRole('region', { name: 'Hướng dẫn màn hình này' })).toContainText('Đơn thư: vào sổ và phân loại');
  await goTo(page, '#/sync?view=usb');
  await expect(help).toContainText('Đồng bộ bằng USB');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Trợ giúp' }).click();
  await page.getByRole('menuitem', { name: 'Hướng dẫn sử dụng' }).click();
  await expect(page.getByRole('heading', { name: 'Lần đầu mở máy' })).toBeVisible();
  const picture = page.getByRole('article').getByRole('img').first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(500);
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Tìm trong hướng dẫn' }).fill('quen mat khau');
  await page.getByRole('link', { name: 'Mở sổ và khóa sổ' }).click();
  await expect(page.getByRole('article')).toContainText('Quên mật khẩu');
});

test('the list of the first hour leads to its screens and ticks itself; put away, it comes back from the help menu', async ({ page }) => {
  await openCommittee(page);
  const list = page.getByRole('complementary', { name: 'Việc giờ đầu tiên' });
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: 'Trợ giúp' }).click();
  await page.getByRole('menuitem', { name: 'Việc giờ đầu tiên' }).click();
  await expect(list).toContainText('Đã xong 0 trong 7');
  await expectAccessible(page);
  await list.getByRole('link', { name: 'Ghi các chi bộ' }).click();
  await expect(page.getByRole('button', { name: 'Thêm tổ chức' })).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Chi bộ ấp Thử');
  await page.getByRole('combobox', { name: 'Loại tổ chức' }).pressSequentially('chi bo');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Chi bộ ấp Thử' })).toBeVisible();
  await expect(list).toContainText('Đã xong 1 trong 7');
  await page.reload();
  await expectOpen(page);
  await expect(list).toHaveCount(0);
});

test('the training committee is marked, sends and backs up nothing, and leaves no trace when it is thrown away', async ({
  page,
  dataDir,
}) => {
  await openCommittee(page);
  await goTo(page, '#/settings');
  await page.getByRole('button', { name: 'Mở tập huấn' }).click();
  const band = page.getByRole('region', { name: 'TẬP HUẤN', exact: true });
  await expect(band).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveTitle(/TẬP HUẤN/);
  await expectAccessible(page);
  await goTo(page, '#/sync');
  await expect(page.getByText('Ủy ban tập huấn không đăng ký với tỉnh.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đăng ký máy này', exact: true })).toHaveCount(0);

  expect(existsSync(join(dataDir, 'sample', 'vault.json'))).toBe(true);
  await band.getByRole('button', { name: 'Xóa dữ liệu tập huấn' }).click();
  await expect(band.getByRole('alert')).toContainText('Sổ của ủy ban không bị đụng tới.');
  await band.getByRole('button', { name: 'Giữ lại' }).click();
  await band.getByRole('button', { name: 'Về sổ của ủy ban' }).click();
  await expect(page).toHaveTitle('Kiểm tra số');
  await page.getByRole('button', { name: 'Xóa dữ liệu tập huấn' }).click();
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Xóa dữ liệu tập huấn' })).toHaveCount(0);
  await expect.poll(() => readdirSync(dataDir).filter((name) => name.startsWith('sample'))).toEqual([]);
  await unlock(page, passphrase);
  await expectOpen(page);
  await expect(band).toHaveCount(0);
});
