/** The first picture. */
import { expect, test } from './fixtures';

test('a new folder opens a window in Vietnamese, with its service, and the page complains about nothing', async ({ app, page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page.getByRole('button').first()).toBeVisible();
  expect(await page.title()).toContain('Kiểm tra số');
  const shown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  expect(shown).toEqual([true]);
  await page.screenshot({ path: test.info().outputPath('first.png') });
});
