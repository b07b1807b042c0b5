/** From an empty machine to an open book, and back behind the lock. */
import { createCommittee, expectOpen, lock, passphrase, person, unlock } from './committee';
import { expect, test } from './fixtures';

test.use({ oneStart: true });

test('questions that are not answered are marked, and nothing is created', async ({ page }) => {
  await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
  await page.getByRole('textbox', { name: 'Đảng ủy' }).fill('Đảng ủy xã Thử Nghiệm');
  await page.locator('input[type=password]').nth(0).fill(passphrase);
  await page.locator('input[type=password]').nth(1).fill(`${passphrase}!`);
  await page.getByRole('button', { name: 'Lập sổ và bắt đầu' }).click();
  await expect(page.getByText('Cần điền ô này.')).toHaveCount(2);
  await expect(page.getByText('Hai lần gõ chưa giống nhau.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Chào đồng chí' })).toBeVisible();
});

test('a passphrase that is too short is refused with the reason', async ({ page }) => {
  await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
  await page.getByRole('textbox', { name: 'Đảng ủy' }).fill('Đảng ủy xã Thử Nghiệm');
  await page.getByRole('textbox', { name: 'Tỉnh, thành phố' }).fill('Tỉnh Hư Cấu');
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(person);
  for (const index of [0, 1]) await page.locator('input[type=password]').nth(index).fill('ngắn');
  await page.getByRole('button', { name: 'Lập sổ và bắt đầu' }).click();
  await expect(page.getByRole('alert')).toContainText('Mật khẩu quá ngắn.');
});

test('the cover speaks English when asked, and remembers it', async ({ page }) => {
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page.getByRole('heading', { name: 'Chào đồng chí' })).toBeVisible();
});

test('four questions make a book; the wrong passphrase is refused, the right one opens it', async ({ app, page }) => {
  await expect(page.getByRole('heading', { name: 'Chào đồng chí' })).toBeVisible();
  await createCommittee(page);
  await expect(page.getByRole('contentinfo')).toContainText(person);
  await expect(page.getByRole('navigation', { name: 'Các mục' })).toContainText('Ủy ban Kiểm tra Đảng ủy xã Thử Nghiệm');

  await lock(page);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: person })).toBeChecked();
  await unlock(page, `${passphrase} sai`);
  await expect(page.getByRole('alert')).toContainText('Mật khẩu không đúng.');
  await expect(page.getByRole('alert')).toContainText('Dữ liệu vẫn được khóa an toàn');
  await expect(page.locator('input[type=password]')).toHaveValue('');
  await unlock(page);
  await expectOpen(page);

  // From now on the window's clock can be moved.
  await page.clock.install();
  // Whoever opens the lid, or comes back to the desk, signs in again.
  for (const event of ['suspend', 'lock-screen'] as const) {
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expect(page.getByText('Dữ liệu đang khóa')).toBeVisible();
    await unlock(page);
    await expectOpen(page);
  }
  // A quarter of an hour in which nobody touches the window.
  await page.clock.fastForward('14:00');
  await expectOpen(page);
  await page.clock.fastForward('02:00');
  await expect(page.getByText('Dữ liệu đang khóa')).toBeVisible();
});
