/** A verified file leaves one committee as a package and comes into another with the same counts, in the real window of both. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { inRoot } from '../../scripts/setup/paths.mjs';
import type { HandoverBook } from '../support/handover-book';
import { samplePath } from '../support/sample-scans';
import { expectAccessible } from './axe';
import { createCommittee, goTo, passphrase, unlock } from './committee';
import { collectComplaints, expect, launch, newDataDir, removeDataDir, test } from './fixtures';

/** The next native dialogs answer with this path. */
const choose = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

/** A committee with one file of one verified decision. */
function filedCommittee(dataDir: string): void {
  const wanted: HandoverBook = { dataDir, passphrase, scan: samplePath('03-quyet-dinh-ky-luat-2011.jpg') };
  execFileSync(process.execPath, [inRoot('scripts/run/typescript.mjs'), inRoot('tests/support/handover-book.ts')], {
    input: JSON.stringify(wanted),
  });
}

test('a file is handed over to another committee with the same counts', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'kts bàn giao-'));
  const [giverDir, otherDir] = [newDataDir(), newDataDir()];
  try {
    filedCommittee(giverDir);
    const giver = await launch(giverDir);
    const packages = join(folder, 'gói');
    try {
      const page = await giver.firstWindow();
      const complaints = collectComplaints(page);
      await unlock(page);
      await goTo(page, '#/archive?out=place');

      // One searchable PDF of everything here.
      await expect(page.getByText('1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page);
      await choose(giver, join(folder, 'ho-so.pdf'));
      await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(statSync(join(folder, 'ho-so.pdf')).size).toBeGreaterThan(statSync(samplePath('03-quyet-dinh-ky-luat-2011.jpg')).size);

      // Lists are printed by the window as they stand in the Excel file.
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', document.querySelector('#print')?.textContent ?? '');
      });
      await page.getByRole('button', { name: 'Xuất tiếp' }).click();
      await page.getByLabel('Mục lục văn bản (Đảng, 24 cột)').check();
      await page.getByRole('button', { name: 'In', exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('data-printed', /MỤC LỤC VĂN BẢN[\s\S]*thi hành kỷ luật/);

      // The file has no language yet: the package says so and leads to the file, whose form takes it.
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await expect(page.getByText('Còn 1 ô bắt buộc chưa điền')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Chọn thư mục và xuất' })).toBeDisabled();
      await expectAccessible(page);
      await page.getByRole('button', { name: /^Ngôn ngữ: / }).click();
      await page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
      await page.getByRole('combobox', { name: 'Ngôn ngữ' }).click();
      await page.getByRole('option', { name: 'Tiếng Việt', exact: true }).click();
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('button', { name: 'Sửa hồ sơ' })).toBeVisible();

      await goTo(page, '#/archive?out=place');
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await page.getByLabel('Bên nhận (ghi vào biên bản)').fill('Đảng ủy xã Thử Nghiệm');
      await choose(giver, packages);
      await page.getByRole('button', { name: 'Chọn thư mục và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(readdirSync(packages)).toEqual(
        expect.arrayContaining([
          'ban-giao.json',
          'bien-ban-giao-nhan.xlsx',
          'bien-ban-giao-nhan.docx',
          expect.stringMatching(/^uuid-.*\.zip$/),
        ]),
      );
      expect(complaints).toEqual([]);
    } finally {
      await giver.close();
    }

    const other = await launch(otherDir);
    try {
      const page = await other.firstWindow();
      await createCommittee(page);
      await goTo(page, '#/archive?in=1');
      await choose(other, packages);
      await page.getByRole('button', { name: 'Chọn thư mục gói' }).click();
      await expect(page.getByText('Đã nhận 1 gói: 1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
      await expect(page.getByText('1 văn bản, 1 trang').first()).toBeVisible();
      await expect(page.locator('img').first()).toBeVisible();
    } finally {
      await other.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(giverDir);
    removeDataDir(otherDir);
  }
});
