/** What is being typed survives the end of the application, and is unreadable on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectOpen, goTo, openCommittee, unlock } from './committee';
import { expect, launch, test } from './fixtures';

test.use({ bookBefore: 'committee' });

const typed = 'Xác minh đơn về quỹ làm đường';

test('a half-typed task comes back after the application was killed', async ({ dataDir }) => {
  const first = await launch(dataDir);
  const page = await first.firstWindow();
  await openCommittee(page);
  await goTo(page, '#/tasks?new=1');
  await page.getByRole('textbox', { name: 'Việc' }).fill(typed);
  await page.getByRole('textbox', { name: 'Hạn' }).fill('5/3');
  await page.waitForTimeout(1500);
  const ended = new Promise((resolve) => first.process().once('exit', resolve));
  first.process().kill('SIGKILL');
  await ended;

  const files = filesBelow(dataDir);
  expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  const kept = files.map((file) => readFileSync(file));
  for (const encoding of ['utf8', 'utf16le'] as const) {
    expect(kept.some((content) => content.includes(Buffer.from(typed, encoding)))).toBe(false);
  }

  const second = await launch(dataDir);
  const again = await second.firstWindow();
  await unlock(again);
  await expectOpen(again);
  await goTo(again, '#/tasks?new=1');
  await expect(again.getByRole('textbox', { name: 'Việc' })).toHaveValue(typed);
  await expect(again.getByText('Đã lấy lại bản nháp')).toBeVisible();
  await again.keyboard.press('Control+s');
  await expect(again.getByRole('heading', { name: typed })).toBeVisible();

  // Saved: the draft is gone.
  await goTo(again, '#/tasks?new=1');
  await expect(again.getByRole('textbox', { name: 'Việc' })).toHaveValue('');
  await second.close();
});

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a draft can be dropped, and the drop taken back', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/tasks?new=1');
  await page.getByRole('textbox', { name: 'Việc' }).fill(typed);
  await page.getByRole('button', { name: 'Thôi' }).click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await goTo(page, '#/tasks?new=1');
  await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue(typed);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue('');
});

test('a half-written case comes back after the application was killed', async ({ dataDir }) => {
  const name = 'Quản lý quỹ làm đường ấp 7';
  const first = await launch(dataDir);
  const page = await first.firstWindow();
  await openCommittee(page);
  await goTo(page, '#/cases?new=1');
  await page.getByRole('textbox', { name: 'Tên vụ việc' }).fill(name);
  await page.waitForTimeout(1500);
  const ended = new Promise((resolve) => first.process().once('exit', resolve));
  first.process().kill('SIGKILL');
  await ended;

  const second = await launch(dataDir);
  const again = await second.firstWindow();
  await unlock(again);
  await expectOpen(again);
  await goTo(again, '#/cases?new=1');
  await expect(again.getByRole('textbox', { name: 'Tên vụ việc' })).toHaveValue(name);
  await expect(again.getByText('Đã lấy lại bản nháp')).toBeVisible();
  await again
    .locator('input')
    .and(again.getByLabel(/Loại vụ việc/))
    .first()
    .click();
  await again.getByRole('option', { name: 'Kiểm tra đảng viên khi có DHVP' }).click();
  await again.keyboard.press('Control+s');
  await expect(again.getByRole('region', { name: 'Tài liệu bước Chuẩn bị' })).toBeVisible();

  // Opened: the draft is gone.
  await goTo(again, '#/cases?new=1');
  await expect(again.getByRole('textbox', { name: 'Tên vụ việc' })).toHaveValue('');
  await second.close();
});
