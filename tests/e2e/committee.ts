/** Ways into a book, as a person goes them. */
import { expect, type Page } from '@playwright/test';

export const passphrase = 'một câu dễ nhớ';
export const person = 'Nguyễn Thị Thử';

/** The four questions of the first run. */
export const createCommittee = async (page: Page, profile: 'Có mạng' | 'Máy độc lập' = 'Có mạng'): Promise<void> => {
  await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
  await page.getByRole('textbox', { name: 'Đảng ủy' }).fill('Đảng ủy xã Thử Nghiệm');
  await page.getByRole('textbox', { name: 'Tỉnh, thành phố' }).fill('Tỉnh Hư Cấu');
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(person);
  await page.getByRole('textbox', { name: 'Chức vụ' }).fill('Ủy viên');
  await page.getByText(profile, { exact: true }).click();
  await page.locator('input[type=password]').nth(0).fill(passphrase);
  await page.locator('input[type=password]').nth(1).fill(passphrase);
  await page.getByRole('button', { name: 'Lập sổ và bắt đầu' }).click();
  await expectOpen(page);
};

/** The practice committee; its data is made at the first call. */
export const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Ủy ban mẫu' }).click();
  await expectOpen(page);
};

export const unlock = async (page: Page, typed = passphrase): Promise<void> => {
  await page.locator('input[type=password]').fill(typed);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
};

export const expectOpen = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Các mục' })).toBeVisible({ timeout: 60_000 });

export const lock = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Khóa sổ' }).first().click();
  await expect(page.getByText('Dữ liệu đang khóa')).toBeVisible();
};

/** Goes to an address inside the window, as a link does. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
