/** Paper to text: fonds, file, scans, reading, the page beside its words, a correction, and finding it all again. */
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writePdf } from '../support/pdf';
import { samplePath } from '../support/sample-scans';
import { addFile, choose, goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee' });

const thumbOf = (page: Page) =>
  page
    .getByRole('button')
    .filter({ has: page.locator('img') })
    .filter({ hasText: 'trang 1' });

test('scans come in, are read, corrected and found', async ({ app, page }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await addFile(page);
  await choose(app, [samplePath('03-quyet-dinh-ky-luat-2011.jpg'), samplePath('manifest.json')]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  const report = page.getByRole('region', { name: 'Nhập trang' });
  await expect(report).toContainText('Đã nhập 1 trang từ 1 tệp', { timeout: 30_000 });
  await expect(report).toContainText('Tệp manifest.json không phải ảnh JPEG, PNG, TIFF hay PDF.');

  // The same paper again is said to be here and stored once.
  await choose(app, [samplePath('03-quyet-dinh-ky-luat-2011.jpg')]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  await expect(report).toContainText('1 trang đã có sẵn, không lưu lần nữa', { timeout: 30_000 });
  await report.getByRole('button', { name: 'Đóng' }).click();

  const thumb = thumbOf(page);
  await expect(thumb).toContainText(/Đã đọc|Cần xem/, { timeout: 90_000 });
  await thumb.click();
  const text = page.getByRole('region', { name: 'Chữ trên trang' });
  await expect(text).toContainText('gây thất thoát');
  await expect(page.locator('img[alt^="Ảnh trang 1"]')).toHaveJSProperty('complete', true);
  // Those of its document come after it.
  await expect(page.locator('nav[aria-label="Các trang của văn bản"] img')).toHaveCount(1);

  // A word under the mouse in the text is lit on the image, and the other way round.
  await text.locator('[data-word]').filter({ hasText: /^kỷ$/ }).first().hover();
  await expect(page.locator('[data-word][data-active]')).toHaveCount(2);

  await page.getByRole('button', { name: 'Sửa chữ' }).click();
  await text.getByRole('textbox').fill('Bản sửa: thất thoát quỹ khuyến học');
  await page.keyboard.press('Control+s');
  await expect(text).toContainText('Bản sửa: thất thoát quỹ khuyến học');
  await expect(text).toContainText('Đặng Thanh Nghĩa');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('quy khuyen hoc');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Trang' }).getByRole('button').first().click();
  await expect(text).toContainText('Bản sửa');
});

test('found words are lit on the image, also while it is still on its way', async ({ app, page, dataDir }) => {
  // A file that brings its text, so nothing waits to be read.
  const file = join(dataDir, 'van-ban.pdf');
  writeFileSync(file, writePdf([{ kind: 'text', text: 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, Phßng Tµi chÝnh', width: 842, height: 595 }]));
  await openCommittee(page);
  await addFile(page);
  await choose(app, [file]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  await expect(thumbOf(page)).toContainText('Đã đọc');
  await goTo(page, '#/search?q=chu%20nghia');
  const hit = page.getByRole('region', { name: 'Trang' }).getByRole('button').first();
  await expect(hit.locator('img')).toBeVisible();
  // As where a picture comes from the province over a slow line: what is read of the page does not wait for it.
  await app.evaluate(({ session }) => {
    const { protocol } = session.defaultSession;
    protocol.unhandle('archive');
    protocol.handle('archive', () => new Promise(() => {}));
  });
  await hit.click();
  await expect(page.getByText(/chỗ khớp với “chu nghia”/)).toBeVisible();
  await expect(page.locator('[aria-hidden] [data-found]').first()).toBeVisible();
});

/** Lets go of files over the middle of the screen, as the file manager does. */
async function dropFiles(page: Page, paths: string[]): Promise<void> {
  const files = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file', multiple: true }));
  await files.asElement()?.setInputFiles(paths);
  await files.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    for (const type of ['dragover', 'drop']) target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** The encrypted images of the pages, on the disk. */
const imagesOf = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'office', 'pages'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('dropped scans wait while reading is paused, fail without their image and are read again', async ({ page, dataDir }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await addFile(page);
  const queue = page.getByRole('region', { name: 'Đọc chữ trang quét' });

  // Nothing waits yet, so there is nothing to pause: the first page brings the button.
  await dropFiles(page, [samplePath('03-quyet-dinh-ky-luat-2011.jpg')]);
  await queue.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(queue.getByRole('button', { name: 'Đọc tiếp' })).toBeVisible();
  const before = imagesOf(dataDir);
  await dropFiles(page, [samplePath('manifest.json'), samplePath('04-to-trinh-2017.jpg')]);
  const report = page.getByRole('region', { name: 'Nhập trang' });
  await expect(report).toContainText('Đã nhập 1 trang từ', { timeout: 30_000 });
  await expect(report).toContainText('Tệp manifest.json không phải ảnh JPEG, PNG, TIFF hay PDF.');
  await expect(queue).toContainText('Đang tạm dừng. Hàng chờ còn nguyên.');

  const [image = ''] = imagesOf(dataDir).filter((path) => !before.includes(path));
  renameSync(image, `${image}.aside`);
  await queue.getByRole('button', { name: 'Đọc tiếp' }).click();
  await expect(queue).toContainText('1 trang đọc lỗi', { timeout: 90_000 });

  renameSync(`${image}.aside`, image);
  await queue.getByRole('button', { name: /^Đọc lại/ }).click();
  await expect(queue).not.toContainText('trang đọc lỗi');
  await expect(queue).toContainText('Đã đọc hết', { timeout: 90_000 });
});
