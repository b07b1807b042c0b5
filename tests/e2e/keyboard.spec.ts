/** Work without a mouse. */
import { openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee', oneStart: true });

test('a task is registered, found and opened by keys alone', async ({ page }) => {
  await openCommittee(page);
  const keys = page.keyboard;
  await keys.press('Control+n');
  const task = page.getByRole('menuitem', { name: 'Công việc' });
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  for (let step = 0; step < 12 && !(await task.evaluate((item) => item === document.activeElement)); step += 1)
    await keys.press('ArrowDown');
  await keys.press('Enter');

  await expect(page.getByRole('textbox', { name: 'Việc' })).toBeFocused();
  await keys.type('Gửi thống kê tháng');
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Người làm' })).toBeFocused();
  await keys.type('Nguyễn Thị Thử');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Bắt đầu' })).toBeFocused();
  await keys.type('1/3/26');
  await keys.press('Tab');
  await keys.type('5/3');
  for (const next of ['Giờ', 'Nơi', 'Cùng làm', 'Trạng thái']) {
    await keys.press('Tab');
    await expect(page.getByLabel(next).and(page.locator('input'))).toBeFocused();
  }
  // First letters without diacritics: Đang làm.
  await keys.press('Control+a');
  await keys.type('dang');
  await keys.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Trạng thái' })).toHaveValue('Đang làm');

  await keys.press('F1');
  const help = page.getByRole('complementary', { name: 'Trợ giúp' });
  await expect(help).toContainText('Ưu tiên');
  await expect(help).toContainText('Gõ chữ đầu không dấu');
  await keys.press('Escape');
  await expect(help).toHaveCount(0);

  await keys.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Gửi thống kê tháng' })).toBeVisible();
  await expect(page.getByText('01/03/2026')).toBeVisible();
  await expect(page.getByText('Đang làm').first()).toBeVisible();

  await keys.press('Control+z');
  await expect(page.getByText('Đã hoàn tác')).toBeVisible();
});

test('the list is one stop; arrows move through it, Ctrl+K goes to the search box', async ({ page }) => {
  await openCommittee(page);
  for (const name of ['Việc thứ nhất', 'Việc thứ hai', 'Việc thứ ba']) {
    await page.evaluate(() => {
      location.hash = '#/tasks?new=1';
    });
    await page.getByRole('textbox', { name: 'Việc' }).fill(name);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  const list = page.getByRole('listbox', { name: 'Công việc' });
  await list.focus();
  await page.keyboard.press('Home');
  const titles: (string | null)[] = [];
  for (let row = 0; row < 3; row += 1) {
    await expect(list.getByRole('option').nth(row)).toHaveAttribute('aria-selected', 'true');
    titles.push(await page.locator('main h2').first().textContent());
    await page.keyboard.press('ArrowDown');
  }
  expect(new Set(titles).size).toBe(3);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
});
