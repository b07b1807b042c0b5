/** What every list can do: several rows at once, filters of one's own, Excel, steps back; by keys alone where keys do. */
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { samplePassphrase } from '../../src-main/service/office/sample-book';
import { goTo, openSample } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'sample', oneStart: true });

test('several papers get a handler at once, and lose him again; the list goes to Excel and comes back by its own name', async ({
  app,
  page,
  dataDir,
}) => {
  await openSample(page);
  await goTo(page, '#/documents');
  const keys = page.keyboard;
  const list = page.getByRole('listbox', { name: 'Sổ văn bản đến' });
  await list.focus();
  await keys.press('Space');
  await keys.press('Shift+ArrowDown');
  await keys.press('Shift+ArrowDown');
  await expect(page.getByText('Đã chọn 3')).toBeVisible();
  await page.getByRole('button', { name: 'Sửa nhiều mục' }).press('Enter');
  await keys.type('nguoi xu ly');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await page.getByRole('textbox', { name: 'Người xử lý' }).fill('Người Làm Thử');
  await expect(page.getByText('Sẽ thay đổi 3 mục')).toBeVisible();
  await keys.press('Control+s');
  await expect(page.getByText(/Đã lưu: .* và 2 mục nữa/)).toBeVisible();

  await page.getByRole('textbox', { name: 'Lọc trong sổ' }).fill('nguoi lam thu');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Bộ lọc của tôi' }).click();
  await page.getByRole('textbox', { name: 'Tên bộ lọc' }).fill('Của người làm thử');
  await keys.press('Enter');
  await expect(page.getByText('Đã giữ bộ lọc')).toBeVisible();

  const file = join(dataDir, 'danh-sach.xlsx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Xuất, in, chọn nhiều' }).click();
  await page.getByRole('menuitem', { name: 'Xuất Excel danh sách này' }).click();
  await expect(page.getByText(/Đã xuất 3 dòng/)).toBeVisible();
  expect(existsSync(file)).toBe(true);

  await goTo(page, '#/documents');
  await page.getByRole('button', { name: 'Bộ lọc của tôi' }).click();
  await page.getByRole('button', { name: 'Của người làm thử', exact: true }).click();
  await expect(page.getByRole('option')).toHaveCount(3);

  // The step is older than its notice: Ctrl+Z still takes it back, as one.
  await page.getByRole('option').first().click();
  await expect(page.getByText('Nhật ký thay đổi')).toBeVisible();
  await list.focus();
  await keys.press('Control+z');
  await expect(page.getByText('Đã hoàn tác 3 mục')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('a list of members, tried dry in the window and by kts, says the same; taken in, it is taken back', async ({ app, page, dataDir }) => {
  const list = join(dataDir, 'dang-vien.csv');
  writeFileSync(list, '\ufeffHọ và tên,Ngày sinh,Ghi thêm\nTrần Thị Hư Cấu,12/3/1970,a\nLê Văn Hư Cấu,31/2/1980,b\n');
  const map = join(dataDir, 'map.json');
  await openSample(page);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, list);
  await goTo(page, '#/organisations?view=import');
  await page.getByRole('button', { name: 'Chọn tệp' }).click();
  // Whoever has no cell in the list belongs to this one.
  await page.locator('input').and(page.getByLabel('Chi bộ')).first().fill('chi bo');
  await page.getByRole('option').first().click();
  await expect(page.getByText('1 dòng sẵn sàng')).toBeVisible();
  await expect(page.getByText('1 dòng có lỗi')).toBeVisible();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Đã hoàn tác, 1 bản ghi')).toBeVisible();
  await app.close();

  const kts = async (...args: string[]): Promise<unknown> =>
    JSON.parse(
      await new Promise<string>((resolve) => {
        const env = { ...process.env, KTS_PASSPHRASE: samplePassphrase };
        const all = [inRoot('scripts/kts.mjs'), ...args, '--json', '--data', join(dataDir, 'sample')];
        execFile(process.execPath, all, { env }, (_, stdout) => resolve(stdout));
      }),
    );
  const cells = (await kts('list', 'organisation', '--set', 'kind=CHI_BO_TRUC_THUOC', '--limit', '1')) as { rows: { id: string }[] };
  writeFileSync(
    map,
    JSON.stringify({ columns: { 'Họ và tên': 'fullName', 'Ngày sinh': 'birthDate' }, fixed: { cell: cells.rows[0]?.id } }),
  );
  const told = (await kts('import', 'members', list, '--map', map, '--dry-run')) as {
    counts: Record<string, number>;
    problems: { row: number; target: string; problem: string }[];
  };
  expect(told.counts).toMatchObject({ rows: 2, ready: 1, faulty: 1 });
  expect(told.problems).toContainEqual(expect.objectContaining({ row: 3, target: 'birthDate' }));
});
