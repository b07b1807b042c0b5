/** A clerk's session of verification by keys alone: pages beside fields, confirmed, put off, opened again, taken back. */
import type { ElectronApplication, Page } from '@playwright/test';
import { samplePath } from '../support/sample-scans';
import { expectAccessible } from './axe';
import { addFile, choose, goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee' });

async function scannedFile(app: ElectronApplication, page: Page): Promise<void> {
  await addFile(page);
  await choose(app, [samplePath('03-quyet-dinh-ky-luat-2011.jpg'), samplePath('04-to-trinh-2017.jpg')]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
}

test('documents are checked by keyboard alone', async ({ app, page }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await scannedFile(app, page);
  const keys = page.keyboard;
  await goTo(page, '#/pages');
  await expect(page.getByText('2 văn bản đã đọc xong')).toBeVisible({ timeout: 120_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Kiểm tra tiếp' }).press('Enter');

  // The first unsure field has the focus; its place is lit on the page once it has one.
  const session = page.getByRole('heading', { name: 'Văn bản 1 trên 2' });
  await expect(session).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Các mục' })).toHaveCount(0);
  const subject = page.getByLabel('Trích yếu', { exact: true });
  await subject.focus();
  await expect(page.locator('[data-lit]')).toBeVisible();
  await expectAccessible(page);
  await keys.press('Control+a');
  await keys.type('thi hành kỷ luật đảng viên');
  await keys.press('Enter');
  await expect(subject).toHaveValue('thi hành kỷ luật đảng viên');

  // A code by its first letters, from the offered ones.
  const type = page.getByLabel('Tên loại', { exact: true });
  await type.focus();
  await keys.press('Control+a');
  await keys.type('quyet');
  await keys.press('Alt+1');
  await expect(type).toHaveValue('Quyết định');

  // What is wrong is said and not confirmed.
  const day = page.getByLabel('Ngày văn bản', { exact: true });
  await day.focus();
  await keys.press('Control+a');
  await keys.type('32/13/2011');
  await keys.press('Control+Enter');
  await expect(page.getByText('Gõ ngày như')).toBeVisible();
  await keys.press('Control+a');
  await keys.type('6/10/2011');
  await keys.press('Enter');
  await expect(day).toHaveValue('06/10/2011');
  const signer = page.getByLabel('Người ký', { exact: true });
  await signer.focus();
  await keys.press('F8');
  await expect(signer).toHaveAttribute('placeholder', 'Không đọc được');
  await keys.press('F9');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Văn bản 2 trên 2' })).toBeVisible();
  await expect(page.getByText('1 văn bản hôm nay')).toBeVisible();

  // Opened again: what was confirmed is taken back as one.
  await keys.press('F7');
  await expect(session).toBeVisible();
  await expect(page.getByText('0 văn bản hôm nay')).toBeVisible();
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Văn bản 2 trên 2' })).toBeVisible();
  await page.locator('[data-sheet-field]').first().focus();
  await keys.press('Control+Enter');
  await expect(page.getByText('Hết văn bản để kiểm tra ở đây')).toBeVisible();
  await keys.press('Enter');

  // A quality round over both, then nothing is left to look at.
  await goTo(page, '#/pages?view=quality');
  await page.getByRole('button', { name: 'Rút mẫu', exact: true }).click();
  await expect(page.getByText('Đã rút 1 trên 2 văn bản')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Xem tiếp đợt/ }).press('Enter');
  await page.getByLabel('Địa danh', { exact: true }).focus();
  await keys.press('Control+a');
  await keys.type('Xã Tân Thượng');
  await keys.press('Control+Enter');
  await expect(page.getByText('Đã xem hết văn bản rút mẫu')).toBeVisible();
  await keys.press('Enter');
  await page.getByRole('button', { name: /^Kết thúc đợt/ }).press('Enter');
  await expect(page.getByText('Trả lại', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Xã Tân Thượng' })).toBeVisible();
  await expectAccessible(page);

  for (const address of ['#/pages?view=bulk', '#/pages?view=words', '#/search?f-secrecy=THUONG']) {
    await goTo(page, address);
    await expectAccessible(page);
  }
  await expect(page.getByText('2 văn bản', { exact: true })).toBeVisible();
});
