/** A register made from its definition: write, change, undo, move aside, find the way by address. */
import { goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee', oneStart: true });

test('an incoming document is registered, corrected, taken back and moved aside', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/documents');
  await expect(page.getByText('Sổ này chưa có gì.')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();

  // The next number, today and the usual secrecy are there already.
  await expect(page.getByRole('textbox', { name: 'Số đến' })).toHaveValue('1');
  await page.getByRole('textbox', { name: 'Ngày đến' }).fill('31/4/26');
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Tỉnh ủy Hư Cấu');
  await expect(page.getByText('Ngày này không có trong lịch')).toBeVisible();
  await page.getByRole('textbox', { name: 'Ngày đến' }).fill('1/3/26');
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).focus();
  await expect(page.getByRole('textbox', { name: 'Ngày đến' })).toHaveValue('01/03/2026');
  await page.getByRole('button', { name: /^Lưu/ }).click();
  await expect(page.getByText('Cần điền ô này.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Hướng dẫn thống kê năm');
  await page.getByRole('button', { name: /^Lưu/ }).click();

  await expect(page.getByRole('heading', { name: 'Hướng dẫn thống kê năm' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Hướng dẫn thống kê năm/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('contentinfo')).toContainText('Đã lưu');

  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Hướng dẫn thống kê quý');
  await page.getByRole('button', { name: /^Lưu/ }).click();
  await expect(page.getByRole('heading', { name: 'Hướng dẫn thống kê quý' })).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
  await expect(page.getByRole('heading', { name: 'Hướng dẫn thống kê năm' })).toBeVisible();

  await page.getByRole('button', { name: 'Chuyển khỏi sổ', exact: true }).click();
  await page.getByRole('textbox', { name: 'Lý do chuyển khỏi sổ' }).fill('Vào sổ nhầm');
  await page.getByRole('button', { name: 'Chuyển khỏi sổ', exact: true }).last().click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('button', { name: /Đã chuyển khỏi sổ/ }).click();
  await page.getByRole('option', { name: /Hướng dẫn thống kê năm/ }).click();
  await expect(page.getByText('Vào sổ nhầm').first()).toBeVisible();
  await page.getByRole('button', { name: 'Đưa lại vào sổ' }).click();
  await goTo(page, '#/documents');
  await expect(page.getByRole('option', { name: /Hướng dẫn thống kê năm/ })).toBeVisible();
});

test('an address leads to its record, back and forward lead through what was seen', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/tasks?new=1');
  await page.getByRole('textbox', { name: 'Việc' }).fill('Lập chương trình kiểm tra');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Lập chương trình kiểm tra' })).toBeVisible();
  const address = await page.evaluate(() => location.hash);

  await goTo(page, '#/settings');
  await expect(page.getByRole('heading', { name: 'Thiết lập' })).toBeVisible();
  await goTo(page, address);
  await expect(page.getByRole('heading', { name: 'Lập chương trình kiểm tra' })).toBeVisible();
  await page.getByRole('button', { name: 'Lùi lại' }).click();
  await expect(page.getByRole('heading', { name: 'Thiết lập' })).toBeVisible();
  await page.getByRole('button', { name: 'Tiến tới' }).click();
  await expect(page.getByRole('heading', { name: 'Lập chương trình kiểm tra' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Thiết lập' })).toBeVisible();
});

test('the number of an outgoing document follows its type', async ({ page }) => {
  await openCommittee(page);
  const number = page.getByRole('textbox', { name: 'Số', exact: true });
  const symbol = page.getByRole('textbox', { name: 'Số, ký hiệu' });
  const choose = async (type: string, name: string) => {
    await page.locator('[data-field="type"] input').first().fill(type);
    await page.getByRole('option', { name, exact: true }).click();
  };
  await goTo(page, '#/documents?type=outgoingDocument&new=1');
  await choose('thong bao', 'Thông báo');
  await expect(number).toHaveValue('1');
  await expect(symbol).toHaveValue(/^01-TB\//);
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Kết luận kiểm tra');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: /Kết luận kiểm tra/ })).toBeVisible();

  await goTo(page, '#/documents?type=outgoingDocument&new=1');
  await choose('thong bao', 'Thông báo');
  await expect(number).toHaveValue('2');
  await choose('quyet dinh', 'Quyết định');
  await expect(number).toHaveValue('1');
  await expect(symbol).toHaveValue(/^01-QĐ\//);
  // What a person wrote instead stays.
  await number.fill('15');
  await choose('thong bao', 'Thông báo');
  await expect(symbol).toHaveValue(/^02-TB\//);
  await expect(number).toHaveValue('15');
});

test('who goes on while a form is being saved is not called back, and it is saved', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/tasks?new=1');
  await page.getByRole('textbox', { name: 'Việc' }).fill('Gọi lại cho chi bộ ấp 4');
  // Saved and left in one breath: the answer to saving comes when the form is gone.
  await page.getByRole('button', { name: /^Lưu/ }).evaluate((save: HTMLElement) => {
    save.click();
    location.hash = '#/documents?new=1';
  });
  await expect(page.getByRole('textbox', { name: 'Cơ quan ban hành' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Đã lưu');
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Tỉnh ủy Hư Cấu');
  await expect(page.getByRole('textbox', { name: 'Cơ quan ban hành' })).toHaveValue('Tỉnh ủy Hư Cấu');
  await goTo(page, '#/tasks');
  await page.getByRole('button', { name: 'Sổ công việc' }).click();
  await expect(page.getByRole('option', { name: /Gọi lại cho chi bộ ấp 4/ })).toBeVisible();
});

test('the whole window changes its language, size of text and contrast', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/settings');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await goTo(page, '#/discipline');
  await expect(page.getByRole('heading', { name: 'Register of discipline' })).toBeVisible();
  await goTo(page, '#/settings');
  await page.getByText('150 %').click();
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
  await page.getByRole('switch', { name: 'High contrast' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
});
