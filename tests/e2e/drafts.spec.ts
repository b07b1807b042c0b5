/** What is being typed survives the end of the application, and is unreadable on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectOpen, goTo, openCommittee, unlock } from './committee';
import { expect, test } from './fixtures';
import { launch } from './launch';

test.use({ bookBefore: 'committee' });

const task = 'Xác minh đơn về quỹ làm đường';
const name = 'Quản lý quỹ làm đường ấp 7';

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The application is killed after a task and a case were half typed. */
async function killWhileTyping(dataDir: string): Promise<void> {
  const app = await launch(dataDir);
  const page = await app.firstWindow();
  await openCommittee(page);
  await goTo(page, '#/tasks?new=1');
  await page.getByRole('textbox', { name: 'Việc' }).fill(task);
  await page.getByRole('textbox', { name: 'Hạn' }).fill('5/3');
  await page.waitForTimeout(1500);
  await goTo(page, '#/cases?new=1');
  await page.getByRole('textbox', { name: 'Tên vụ việc' }).fill(name);
  await page.waitForTimeout(1500);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await ended;
}

test('a half-typed task and a half-written case come back after the application was killed', async ({ dataDir }) => {
  await killWhileTyping(dataDir);

  const files = filesBelow(dataDir);
  expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  const kept = files.map((file) => readFileSync(file));
  for (const typed of [task, name])
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(kept.some((content) => content.includes(Buffer.from(typed, encoding)))).toBe(false);

  const app = await launch(dataDir);
  const page = await app.firstWindow();
  await unlock(page);
  await expectOpen(page);
  await goTo(page, '#/tasks?new=1');
  await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue(task);
  await expect(page.getByText('Đã lấy lại bản nháp')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: task })).toBeVisible();
  // Saved: the draft is gone.
  await goTo(page, '#/tasks?new=1');
  await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue('');

  await goTo(page, '#/cases?new=1');
  await expect(page.getByRole('textbox', { name: 'Tên vụ việc' })).toHaveValue(name);
  await expect(page.getByText('Đã lấy lại bản nháp')).toBeVisible();
  await page
    .locator('input')
    .and(page.getByLabel(/Loại vụ việc/))
    .first()
    .click();
  await page.getByRole('option', { name: 'Kiểm tra đảng viên khi có DHVP' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Tài liệu bước Chuẩn bị' })).toBeVisible();
  // Opened: the draft is gone.
  await goTo(page, '#/cases?new=1');
  await expect(page.getByRole('textbox', { name: 'Tên vụ việc' })).toHaveValue('');

  await test.step('a draft can be dropped, and the drop taken back', async () => {
    await goTo(page, '#/tasks?new=1');
    await page.getByRole('textbox', { name: 'Việc' }).fill(task);
    await page.getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await goTo(page, '#/tasks?new=1');
    await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue(task);
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await expect(page.getByRole('textbox', { name: 'Việc' })).toHaveValue('');
  });
  await app.close();
});
