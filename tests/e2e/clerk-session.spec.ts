/**
 * A clerk's session through the real window: files of a box typed by keyboard, their separator sheets, the whole stack with them as one folder,
 * a page that says MẬT, a document that is two, documents checked, the files taken out and as packages, in at another committee with the same counts.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { scansOf } from '../support/printed-separators';
import { stripOf } from '../support/sample-scans';
import { stampedPage } from '../support/secret-stamp';
import { expectAccessible } from './axe';
import { addFonds, choose, createCommittee, goTo } from './committee';
import { collectComplaints, expect, test } from './fixtures';
import { launch, newDataDir, removeDataDir } from './launch';

/** Sheets and papers in the order in which they lie in the feeder; between two decisions of the first file the sheet was forgotten. */
async function scanStack(printed: string, folder: string): Promise<void> {
  const [newDocument, first, second] = await scansOf(printed);
  const stack = [first, await stripOf('03'), await stripOf('04'), newDocument, await stampedPage(), second, await stripOf('07')];
  mkdirSync(folder);
  for (const [at, bytes] of stack.entries()) writeFileSync(join(folder, `${at + 1}.jpg`), bytes ?? '');
}

/** Two files of box 14, line by line, without the mouse. */
async function typeInventory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập nhanh' }).click();
  await page.getByRole('combobox', { name: 'Độ mật của các dòng' }).click();
  await page.getByRole('option', { name: 'Thường', exact: true }).click();
  const line = {
    Hộp: '14',
    'Tiêu đề': 'Thi hành kỷ luật đảng viên năm 2011',
    'Bắt đầu': '05/01/2011',
    'Kết thúc': '30/12/2011',
    'Số tờ': '2',
  };
  for (const [name, value] of Object.entries(line)) await page.getByRole('textbox', { name, exact: true }).fill(value);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lưu 1 hồ sơ')).toBeVisible();
  await page.keyboard.type('Tờ trình năm 2017');
  await page.getByRole('textbox', { name: 'Số tờ', exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lưu 2 hồ sơ')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đóng', exact: true }).click();
}

/** Compares each document with its page, file by file; what the paper does not say is typed. */
async function checkDocuments(page: Page, files: readonly number[]): Promise<void> {
  const count = files.reduce((sum, documents) => sum + documents);
  await goTo(page, '#/pages');
  await expect(page.getByText(`${count} văn bản đã đọc xong`)).toBeVisible({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Kiểm tra tiếp' }).press('Enter');
  const needed = {
    'Tên loại': 'Tờ trình',
    'Ngày văn bản': '06/10/2011',
    'Cơ quan ban hành': 'Đảng ủy xã Tân Thượng',
    'Trích yếu': 'về công tác',
  };
  const titles = (documents: number) =>
    documents === 1 ? ['Văn bản'] : Array.from({ length: documents }, (_, index) => `Văn bản ${index + 1} trên ${documents}`);
  for (const name of files.flatMap(titles)) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    for (const [label, value] of Object.entries(needed)) {
      const field = page.getByLabel(label, { exact: true });
      if ((await field.inputValue()) === '') await field.fill(value);
    }
    await page.keyboard.press('Control+Enter');
  }
  await expect(page.getByText('Hết văn bản để kiểm tra ở đây')).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Every file of the list, as rows of any list are chosen. */
async function chooseFiles(page: Page, count: number): Promise<void> {
  await page.getByRole('listbox', { name: 'Hồ sơ' }).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`Đã chọn ${count}`)).toBeVisible();
}

test('a box of paper becomes checked files that another committee holds with the same counts', async () => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'kts bàn giao-'));
  const packages = join(folder, 'gói');
  const [giverDir, otherDir] = [newDataDir(), newDataDir()];
  try {
    const giver = await launch(giverDir);
    try {
      const page = await giver.firstWindow();
      const complaints = collectComplaints(page);
      await createCommittee(page);
      await addFonds(page);
      await typeInventory(page);

      await choose(giver, [join(folder, 'to-phan-cach.html')]);
      await page.getByRole('button', { name: 'In tờ phân cách' }).click();
      await expect(page.getByText('Đã ghi 3 tờ phân cách')).toBeVisible();
      await scanStack(join(folder, 'to-phan-cach.html'), join(folder, 'chồng'));
      await page.getByRole('checkbox', { name: /Nhận tờ phân cách/ }).check();
      await choose(giver, [join(folder, 'chồng')]);
      await page.getByRole('button', { name: 'Thư mục', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Nhập trang' })).toContainText('Đã nhập 4 trang từ', { timeout: 60_000 });

      // The page that says MẬT stops its document, until a person says why it is none.
      await goTo(page, '#/archive');
      const alarms = page.getByRole('region', { name: '1 văn bản nghi có dấu mật' });
      await expect(alarms).toContainText('Trên trang có chữ Mật', { timeout: 180_000 });
      await expectAccessible(page);
      await alarms.getByRole('textbox', { name: 'Lý do, căn cứ' }).fill('Dấu thử của máy đóng dấu, không phải tài liệu mật');
      await alarms.getByRole('button', { name: 'Không phải mật' }).click();
      await expect(alarms).toHaveCount(0);

      // Two documents came as one: the machine marks where the second begins, the clerk parts them.
      await page.getByRole('option', { name: /Thi hành kỷ luật/ }).click();
      await expect(page.getByText('2 văn bản, 3 trang').first()).toBeVisible();
      await expect(page.getByText('Chờ đọc')).toHaveCount(0, { timeout: 180_000 });
      await page.getByRole('button', { name: 'Tách văn bản' }).click();
      const parting = page.getByRole('region', { name: 'Tách văn bản' });
      await expect(parting.getByRole('checkbox', { name: 'Văn bản mới từ trang 2' })).toBeChecked();
      await expectAccessible(page);
      await parting.getByRole('button', { name: 'Tách thành 2 văn bản' }).click();
      await expect(page.getByText('Đã tách thành 2 văn bản.')).toBeVisible();
      await checkDocuments(page, [3, 1]);

      // One searchable PDF of the chosen files.
      await goTo(page, '#/archive');
      await chooseFiles(page, 2);
      await page.getByRole('button', { name: 'Xuất các hồ sơ này' }).click();
      await expect(page.getByText('2 hồ sơ, 4 văn bản, 4 trang')).toBeVisible();
      await expectAccessible(page);
      await choose(giver, [join(folder, 'ho-so.pdf')]);
      await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(statSync(join(folder, 'ho-so.pdf')).size).toBeGreaterThan((await stripOf('03')).length);

      // Lists are printed by the window as they stand in the Excel file.
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', document.querySelector('#print')?.textContent ?? '');
      });
      await page.getByRole('button', { name: 'Xuất tiếp' }).click();
      await page.getByLabel('Mục lục văn bản (Đảng, 24 cột)').check();
      // The chosen rows can be printed, too; this is the button of the panel.
      await page.getByRole('button', { name: 'In', exact: true }).last().click();
      await expect(page.locator('html')).toHaveAttribute('data-printed', /MỤC LỤC VĂN BẢN[\s\S]*thi hành kỷ luật đối với/);

      // The files have no language yet: the package says so; all of them get one at once.
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await expect(page.getByText('Còn 6 ô bắt buộc chưa điền')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Chọn thư mục và xuất' })).toBeDisabled();
      await expectAccessible(page);
      await goTo(page, '#/archive');
      await chooseFiles(page, 2);
      await page.getByRole('button', { name: 'Sửa nhiều mục' }).press('Enter');
      await page.keyboard.type('ngon ngu');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: 'Ngôn ngữ', exact: true }).click();
      await page.getByRole('option', { name: 'Tiếng Việt', exact: true }).click();
      await expect(page.getByText('Sẽ thay đổi 2 mục')).toBeVisible();
      await page.keyboard.press('Control+s');

      await goTo(page, '#/archive?out=place');
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await page.getByLabel('Bên nhận (ghi vào biên bản)').fill('Đảng ủy xã Thử Nghiệm');
      await choose(giver, [packages]);
      await page.getByRole('button', { name: 'Chọn thư mục và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(
        readdirSync(packages)
          .map((name) => name.replace(/^uuid-.*\.zip$/, 'uuid.zip'))
          .toSorted(),
      ).toEqual(['ban-giao.json', 'bien-ban-giao-nhan.docx', 'bien-ban-giao-nhan.xlsx', 'uuid.zip', 'uuid.zip']);
      expect(complaints).toEqual([]);
    } finally {
      await giver.close();
    }

    const other = await launch(otherDir);
    try {
      const page = await other.firstWindow();
      await createCommittee(page);
      await goTo(page, '#/archive?in=1');
      await choose(other, [packages]);
      await page.getByRole('button', { name: 'Chọn thư mục gói' }).click();
      await expect(page.getByText('Đã nhận 2 gói: 2 hồ sơ, 4 văn bản, 4 trang')).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Mở hồ sơ' }).first().click();
      await expect(page.locator('img').first()).toBeVisible();
      await goTo(page, '#/archive?out=place');
      await expect(page.getByText('2 hồ sơ, 4 văn bản, 4 trang')).toBeVisible();
    } finally {
      await other.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(giverDir);
    removeDataDir(otherDir);
  }
});
