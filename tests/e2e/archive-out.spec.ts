/** A file leaves one committee as a package and comes into another: verified paper, package, counts, in the real window of both. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { samplePath } from '../support/sample-scans';
import { seriousProblems } from './axe';
import { createCommittee, goTo } from './committee';
import { expect, launch, newDataDir, removeDataDir, test } from './fixtures';

/** The next native dialogs answer with this path. */
const choose = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();

test('a file is handed over to another committee with the same counts', async ({ app, page }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'kts bàn giao-'));
  const otherDir = newDataDir();
  try {
    await createCommittee(page);
    await goTo(page, '#/archive');
    await page.getByRole('button', { name: 'Thêm phông' }).click();
    await field(page, 'code').fill('P01');
    await field(page, 'name').fill('Đảng bộ xã Tân Thượng');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('treeitem', { name: /Đảng bộ xã Tân Thượng/ })).toBeVisible();
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await field(page, 'code').fill('P01.03');
    await field(page, 'title').fill('Thi hành kỷ luật đảng viên năm 2011');
    await page.keyboard.press('Control+s');
    await choose(app, samplePath('03-quyet-dinh-ky-luat-2011.jpg'));
    await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Nhập trang' })).toContainText('Đã nhập 1 trang', { timeout: 30_000 });

    // One searchable PDF of the file.
    await page.getByRole('button', { name: 'Xuất', exact: true }).nth(1).click();
    await expect(page.getByText('1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible();
    expect(await seriousProblems(page)).toEqual([]);
    await choose(app, join(folder, 'ho-so.pdf'));
    await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
    await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
    expect(statSync(join(folder, 'ho-so.pdf')).size).toBeGreaterThan(statSync(samplePath('03-quyet-dinh-ky-luat-2011.jpg')).size);

    // A package is refused with the list of what is missing; the list leads to the record.
    await page.getByRole('button', { name: 'Xuất tiếp' }).click();
    await page.getByLabel('Gói SIP để nộp lưu').check();
    await expect(page.getByText(/Còn \d+ ô bắt buộc chưa điền/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Chọn thư mục và xuất' })).toBeDisabled();
    await page.evaluate(() => window.scrollTo(0, 0));
    await fillIn(page);
    await page.getByRole('button', { name: 'Xuất', exact: true }).nth(1).click();
    await page.getByLabel('Gói SIP để nộp lưu').check();
    await page.getByLabel('Bên nhận (ghi vào biên bản)').fill('Đảng ủy phường Hòa Bình');
    const packages = join(folder, 'gói');
    await choose(app, packages);
    await page.getByRole('button', { name: 'Chọn thư mục và xuất' }).click();
    await expect(page.getByText('1 hồ sơ, 1 văn bản, 1 trang').last()).toBeVisible({ timeout: 30_000 });
    expect(readdirSync(packages)).toEqual(expect.arrayContaining(['ban-giao.json', 'bien-ban-giao-nhan.xlsx', expect.stringMatching(/^uuid-.*\.zip$/)]));

    const other = await launch(otherDir);
    try {
      const window = await other.firstWindow();
      await createCommittee(window);
      await goTo(window, '#/archive');
      await window.getByRole('button', { name: 'Nhận gói' }).click();
      await choose(other, packages);
      await window.getByRole('button', { name: 'Chọn thư mục gói' }).click();
      await expect(window.getByText('Đã nhận 1 gói: 1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible({ timeout: 60_000 });
      await window.getByRole('button', { name: 'Mở hồ sơ' }).click();
      await expect(window.getByText('1 văn bản, 1 trang')).toBeVisible();
    } finally {
      await other.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(otherDir);
  }
});

/** Fills what the package asks for through the window's own line to the service: forms are tested elsewhere. */
async function fillIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ngôn ngữ/ }).first().click();
  await expect(page).toHaveURL(/archive/);
}
