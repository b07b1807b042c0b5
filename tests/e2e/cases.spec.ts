/** A case of the training committee: its papers, its steps, its notes. */
import { goTo, openSample } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'sample', oneStart: true });

test('papers are marked, linked and added, the case goes on to its next step', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await goTo(page, '#/cases?new=1');
  await page.getByRole('textbox', { name: 'Tên vụ việc' }).fill('Quản lý quỹ làm đường ấp 7');
  await page.getByRole('button', { name: 'Mở vụ việc', exact: true }).click();
  await expect(page.getByText('Cần ghi ô này')).toBeVisible();
  await page
    .locator('input')
    .and(page.getByLabel(/Loại vụ việc/))
    .first()
    .click();
  await page.getByRole('option', { name: 'Kiểm tra đảng viên khi có DHVP' }).click();
  await page.getByRole('button', { name: 'Mở vụ việc', exact: true }).click();

  const papers = page.getByRole('region', { name: 'Tài liệu bước Chuẩn bị' });
  const rows = papers.getByRole('listitem');
  await expect(rows.first()).toContainText('Thiếu');
  await rows
    .first()
    .getByRole('button', { name: /^Đổi trạng thái/ })
    .click();
  await page.getByRole('menuitem', { name: 'Đánh dấu Có' }).click();
  await expect(rows.first()).toContainText('Có');

  await rows.nth(1).getByRole('button', { name: /^Gắn/ }).click();
  await rows.nth(1).getByRole('combobox').fill('to trinh');
  await page.getByRole('option').first().click();
  await expect(rows.nth(1).getByRole('button', { name: /^Mở:/ })).toBeVisible();

  const before = await rows.count();
  await papers.getByRole('button', { name: 'Thêm tài liệu ngoài danh mục' }).click();
  await papers.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Biên bản kiểm kê quỹ');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(before + 1);

  await papers.getByRole('button', { name: 'Chuyển sang bước Tiến hành' }).click();
  await expect(page.getByRole('region', { name: 'Tài liệu bước Tiến hành' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Các bước' }).getByRole('listitem').first()).toContainText('Đã xong');

  await page.getByRole('textbox', { name: 'Viết ghi chú cho đoàn…' }).fill('Đối chiếu sổ thu với biên lai');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByRole('complementary', { name: 'Ghi chú và nhật ký' })).toContainText('Đối chiếu sổ thu với biên lai');

  // Its archive file: twenty years are proposed, with where that comes from, and changed by the person.
  await page.getByRole('button', { name: 'Hồ sơ điện tử' }).click();
  const filing = page.getByRole('form', { name: 'Lập hồ sơ lưu trữ' });
  await expect(filing).toContainText('chưa kiểm chứng');
  const retention = filing.getByRole('combobox', { name: 'Thời hạn bảo quản' });
  await expect(retention).toHaveValue('20 năm');
  await retention.fill('vinh vien');
  await page.getByRole('option', { name: 'Vĩnh viễn' }).click();
  const fonds = filing.getByRole('combobox', { name: 'Phông' });
  // What was found before may be drawn anew under the click; the same text again would look for nothing.
  await expect(async () => {
    await fonds.fill('');
    await fonds.fill('phong');
    await page.getByRole('option').first().click({ timeout: 2000 });
    await expect(fonds).not.toHaveValue('phong', { timeout: 1000 });
  }).toPass();
  await filing.getByRole('button', { name: 'Lập hồ sơ' }).click();
  await page.getByRole('button', { name: /Hồ sơ Quản lý quỹ làm đường ấp 7/ }).click();
  await expect(page.getByRole('heading', { name: /HS-UBKT/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Vĩnh viễn' })).toBeVisible();
});

test('the register is filtered by state and type', async ({ page }) => {
  await openSample(page);
  await goTo(page, '#/cases');
  const all = page.getByRole('button', { name: /^Tất cả/ });
  await all.click();
  const total = Number((await all.innerText()).replace(/\D/g, ''));
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', String(total));
  await page.locator('input').and(page.getByLabel('Lọc theo loại')).first().click();
  await page.getByRole('option', { name: 'Giải quyết tố cáo', exact: true }).click();
  await expect(all).not.toContainText(String(total));
  await expect(page.getByRole('listbox', { name: 'Sổ vụ việc' }).getByRole('option').first()).toContainText('Giải quyết tố cáo');
});
