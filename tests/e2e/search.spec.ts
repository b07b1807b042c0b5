/** One box over everything, without diacritics; kinds and years narrow it; the keyboard is enough. */
import { goTo, openSample } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'sample', oneStart: true });

test('results by kind, narrowed, opened by keyboard', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('thi hanh ky luat');
  await page.keyboard.press('Enter');
  const results = page.getByRole('region', { name: 'Kết quả tìm kiếm' });
  await expect(results.getByRole('status')).toContainText(/kết quả/);
  await expect(results.locator('mark', { hasText: 'kỷ' }).first()).toBeVisible();

  await page.getByRole('checkbox', { name: 'Vụ việc' }).check();
  await expect(results.getByRole('heading')).toHaveText(['Vụ việc']);
  // Until the narrowed answer comes, the earlier one is shown for it, and says so.
  await expect(results).toHaveAttribute('aria-busy', 'false');
  await results.locator('[data-hit]').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(results.locator('[data-hit]').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Các bước' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('checkbox', { name: 'Vụ việc' })).toBeChecked();
});

test('nothing found says what to try', async ({ page }) => {
  await openSample(page);
  await goTo(page, '#/search?q=xyzkhongco');
  await expect(page.getByText('Không thấy gì cho “xyzkhongco”')).toBeVisible();
  await goTo(page, '#/search');
  await expect(page.getByText('Gõ vào ô tìm ở trên cùng')).toBeVisible();
});
