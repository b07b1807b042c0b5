/** Ways into a book, as a person goes them. */
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

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

/** The committee that lay in the folder before (`bookBefore`), where a test before this one did not open it. */
export const openCommittee = async (page: Page): Promise<void> => {
  if (await isClosed(page, page.getByRole('button', { name: 'Mở khóa' }))) await unlock(page);
  await expectOpen(page);
};

/** The training committee, where a test before this one did not open it; its data is made at the first call. */
export const openSample = async (page: Page): Promise<void> => {
  const way = page.getByRole('button', { name: 'Ủy ban tập huấn' });
  if (await isClosed(page, way)) await way.click();
  await expectOpen(page);
};

/** Whether the door stands there, with `way` through it, instead of the open book. */
async function isClosed(page: Page, way: Locator): Promise<boolean> {
  await expect(way.or(sections(page))).toBeVisible({ timeout: 60_000 });
  return way.isVisible();
}

const sections = (page: Page): Locator => page.getByRole('navigation', { name: 'Các mục' });

export const unlock = async (page: Page, typed = passphrase): Promise<void> => {
  await page.locator('input[type=password]').fill(typed);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
};

export const expectOpen = (page: Page): Promise<void> => expect(sections(page)).toBeVisible({ timeout: 60_000 });

export const lock = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Khóa sổ' }).first().click();
  await expect(page.getByText('Dữ liệu đang khóa')).toBeVisible();
};

/** Goes to an address inside the window, as a link does. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Native dialogs answer with these files from now on: those that open with all, one that saves with the first. */
export const choose = (app: ElectronApplication, files: string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: filePaths[0] ?? '' });
  }, files);

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();

/** A fonds in an archive that has none. */
export async function addFonds(page: Page): Promise<void> {
  await goTo(page, '#/archive');
  await expect(page.getByText('Kho chưa có phông nào')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm phông' }).click();
  await field(page, 'code').fill('P01');
  await field(page, 'name').fill('Đảng bộ xã Tân Thượng (cũ)');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('treeitem', { name: /Đảng bộ xã Tân Thượng/ })).toBeVisible();
}

/** A fonds and a file in an archive that has none; the file stays open. */
export async function addFile(page: Page): Promise<void> {
  await addFonds(page);
  await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
  await field(page, 'code').fill('P01.03');
  await field(page, 'title').fill('Thi hành kỷ luật đảng viên năm 2011');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Nhập trang', exact: true })).toBeVisible();
}
