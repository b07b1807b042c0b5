/** A verified file leaves one committee as a package and comes into another with the same counts, in the real window of both. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { samplePath } from '../support/sample-scans';
import { expectAccessible } from './axe';
import { createCommittee, goTo, passphrase, unlock } from './committee';
import { collectComplaints, expect, launch, newDataDir, removeDataDir, test } from './fixtures';

/** The next native dialogs answer with this path. */
const choose = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

/** A committee with one file of one verified decision, made by the program without a window. */
function filedCommittee(dataDir: string): void {
  const kts = (...args: string[]): { id: string; documents: string[] } =>
    JSON.parse(
      execFileSync(process.execPath, [inRoot('out/cli/kts.js'), ...args, '--json', '--data', join(dataDir, 'office')], {
        encoding: 'utf8',
        env: { ...process.env, KTS_PASSPHRASE: passphrase },
      }),
    ) as { id: string; documents: string[] };
  const set = (values: Record<string, string>) => Object.entries(values).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  kts(
    'init',
    '--party-committee',
    'Đảng ủy xã Tân Thượng',
    '--province',
    'Tỉnh Hư Cấu',
    '--term',
    '2020-2025',
    '--symbol',
    'UBKTĐU',
    '--user-name',
    'Lê Thị Giao',
  );
  const { id: fonds } = kts('record', 'create', 'archiveFonds', ...set({ code: 'P01', name: 'Đảng bộ xã Tân Thượng' }));
  const file = {
    code: 'P01.03',
    title: 'Thi hành kỷ luật đảng viên năm 2011',
    fonds,
    startDate: '2011-01-05',
    endDate: '2011-12-30',
    retention: '06',
    accessMode: '02',
    secrecy: 'THUONG',
    state: 'DA_XONG',
    sheets: '2',
  };
  const { id } = kts('record', 'create', 'archiveFile', ...set(file));
  const { documents } = kts('import', samplePath('03-quyet-dinh-ky-luat-2011.jpg'), '--file', id);
  const decision = {
    type: 'QD',
    symbol: '128-QĐ/ĐU',
    issuedOn: '2011-10-06',
    issuer: 'Đảng ủy xã',
    subject: 'thi hành kỷ luật',
    language: '01',
    verification: 'DA_XEM',
  };
  kts('record', 'update', 'archiveDocument', documents[0] ?? '', ...set(decision));
}

test('a file is handed over to another committee with the same counts', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'kts bàn giao-'));
  const [giverDir, otherDir] = [newDataDir(), newDataDir()];
  try {
    filedCommittee(giverDir);
    const giver = await launch(giverDir);
    const packages = join(folder, 'gói');
    try {
      const page = await giver.firstWindow();
      const complaints = collectComplaints(page);
      await unlock(page);
      await goTo(page, '#/archive?out=place');

      // One searchable PDF of everything here.
      await expect(page.getByText('1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page);
      await choose(giver, join(folder, 'ho-so.pdf'));
      await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(statSync(join(folder, 'ho-so.pdf')).size).toBeGreaterThan(statSync(samplePath('03-quyet-dinh-ky-luat-2011.jpg')).size);

      // The file has no language yet: the package says so and leads to the file, whose form takes it.
      await page.getByRole('button', { name: 'Xuất tiếp' }).click();
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await expect(page.getByText('Còn 1 ô bắt buộc chưa điền')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Chọn thư mục và xuất' })).toBeDisabled();
      await expectAccessible(page);
      await page.getByRole('button', { name: /^Ngôn ngữ: / }).click();
      await page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
      await page.getByRole('combobox', { name: 'Ngôn ngữ' }).click();
      await page.getByRole('option', { name: 'Tiếng Việt', exact: true }).click();
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('button', { name: 'Sửa hồ sơ' })).toBeVisible();

      await goTo(page, '#/archive?out=place');
      await page.getByLabel('Gói SIP để nộp lưu').check();
      await page.getByLabel('Bên nhận (ghi vào biên bản)').fill('Đảng ủy xã Thử Nghiệm');
      await choose(giver, packages);
      await page.getByRole('button', { name: 'Chọn thư mục và xuất' }).click();
      await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });
      expect(readdirSync(packages)).toEqual(
        expect.arrayContaining(['ban-giao.json', 'bien-ban-giao-nhan.xlsx', expect.stringMatching(/^uuid-.*\.zip$/)]),
      );
      expect(complaints).toEqual([]);
    } finally {
      await giver.close();
    }

    const other = await launch(otherDir);
    try {
      const page = await other.firstWindow();
      await createCommittee(page);
      await goTo(page, '#/archive?in=1');
      await choose(other, packages);
      await page.getByRole('button', { name: 'Chọn thư mục gói' }).click();
      await expect(page.getByText('Đã nhận 1 gói: 1 hồ sơ, 1 văn bản, 1 trang')).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
      await expect(page.getByText('1 văn bản, 1 trang').first()).toBeVisible();
      await expect(page.locator('img').first()).toBeVisible();
    } finally {
      await other.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(giverDir);
    removeDataDir(otherDir);
  }
});
