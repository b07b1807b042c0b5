/** A petition from its receipt to the case that it leads to, with the sender sealed. */
import { goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee', oneStart: true });

test('a petition is received with its sender sealed, classified, and a case is opened from it', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/petitions');
  await expect(page.getByText('Sổ chưa có đơn nào')).toBeVisible();
  await page.keyboard.press('Control+n');
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  await expect(field('number')).toHaveValue('1');
  await field('kind').click();
  await page.keyboard.type('to cao');
  await page.keyboard.press('Enter');
  await field('senderName').fill('Lê Văn Hư Cấu');
  await field('summary').fill('Thu quỹ làm đường không công khai');
  await page.keyboard.press('Control+s');

  await expect(page.getByRole('heading', { name: 'Đơn số 1' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Thu quỹ làm đường/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: /^Chờ phân loại/ })).toContainText('1');
  await expect(page.getByText('Lê Văn Hư Cấu')).toHaveCount(0);

  await page.getByRole('button', { name: 'Mở niêm phong' }).click();
  await expect(page.getByRole('button', { name: 'Mở và ghi nhật ký' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Lý do mở' }).fill('Mời người gửi đến làm việc');
  await page.getByRole('button', { name: 'Mở và ghi nhật ký' }).click();
  await expect(page.getByText('Lê Văn Hư Cấu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Lê Văn Hư Cấu')).toHaveCount(0);

  await page.getByRole('button', { name: 'Sửa phần Phân loại và xử lý' }).click();
  await field('handler').fill('Nguyễn Thị Thử');
  await field('dueOn').fill('1/3/26');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Phân loại và xử lý' }).getByText('01/03/2026')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Quá hạn/ })).toContainText('1');

  await page.getByRole('button', { name: 'Mở vụ việc từ đơn này' }).click();
  await expect(page.getByRole('textbox', { name: 'Mã hồ sơ' })).toHaveValue('01/HS-UBKT');
  await expect(page.getByRole('textbox', { name: 'Tên vụ việc' })).toHaveValue('Thu quỹ làm đường không công khai');
  await page.getByRole('button', { name: 'Mở vụ việc', exact: true }).click();
  await expect(page.getByText('Vụ việc 01/HS-UBKT')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Chuẩn bị' })).toContainText('Đang làm');
  await page.getByRole('button', { name: /^Đơn số 1/ }).click();
  await expect(page.getByRole('button', { name: 'Xem vụ việc' })).toBeVisible();
});

test('the register finds without diacritics and says when nothing matches', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/petitions?new=1');
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  await field('kind').click();
  await page.keyboard.type('phan anh');
  await page.keyboard.press('Enter');
  await field('summary').fill('Đèn đường ấp 4 hỏng');
  await page.keyboard.press('Control+s');
  const filter = page.getByRole('textbox', { name: 'Lọc trong sổ' });
  await filter.fill('den duong');
  await expect(page.getByRole('option')).toHaveCount(1);
  await filter.fill('khong co gi');
  await expect(page.getByText('Không có đơn nào khớp')).toBeVisible();
  await page.getByRole('button', { name: 'Xem cả sổ' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
});
