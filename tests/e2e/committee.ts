/** Ways into a book, as a person goes them. */
import { type ElectronApplication, expect, type Page } from '@playwright/test';

export const passphrase = 'một câu dễ nhớ';
export const person = 'Nguyễn Thị Thử';

/** The four questions of the first run; the list of the first hour is put away. */
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
  await page.getByRole('button', { name: 'Để sau' }).click();
};

/** The training committee; its data is made at the first call. */
export const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Ủy ban tập huấn' }).click();
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

/** The next native dialog answers with these files. */
export const choose = (app: ElectronApplication, files: string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, files);

/** A fonds and a file in an archive that has none; the file stays open. */
export async function addFile(page: Page): Promise<void> {
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  await goTo(page, '#/archive');
  await expect(page.getByText('Kho chưa có phông nào')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm phông' }).click();
  await field('code').fill('P01');
  await field('name').fill('Đảng bộ xã Tân Thượng (cũ)');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('treeitem', { name: /Đảng bộ xã Tân Thượng/ })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
  await field('code').fill('P01.03');
  await field('title').fill('Thi hành kỷ luật đảng viên năm 2011');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Nhập trang', exact: true })).toBeVisible();
}
