/**
 * Nothing in plain text on the disk, with the whole application: marker words are typed into records, a sealed sender, a note, a search and a form that
 * stays a draft; they stand on a page and in its bytes; they leave by export, print and backup. While one more page is read and one more export is
 * written, the window crashes and everything is killed; then every byte of the profile and of the temporary folder is searched, and a new machine gets
 * it all back by the words of the recovery sheet. What a person takes to the province by stick is searched in courier.spec.ts.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesBelow } from '../bench/start/memory';
import { plainSearch } from '../support/plain-search';
import { samplePath } from '../support/sample-scans';
import { choose, createCommittee, expectOpen, goTo, passphrase, unlock } from './committee';
import { expect, test } from './fixtures';
import { launch } from './launch';

const typed = 'zqxnhập đơn thư';
/** Printed on the page; nothing else of the program names it. */
const printed = 'Đặng Thanh Nghĩa';
const inBytes = 'zqxtrongảnh';

/** A scan that carries a marker as a comment, too. */
function markedScan(name: string): Buffer {
  const jpeg = readFileSync(samplePath(name));
  const comment = Buffer.from(inBytes);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment, jpeg.subarray(2)]);
}

const isAlive = (pid: number): boolean => {
  try {
    // A process that ended and was not waited for yet writes nothing any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** The machine is gone: a new one, the stick and the sheet of paper bring everything back. */
async function restoreElsewhere(dataDir: string, place: string, words: readonly string[]): Promise<void> {
  const app = await launch(dataDir);
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: /^Khôi phục từ bản sao lưu/ }).click();
    await choose(app, [place]);
    await page.getByRole('button', { name: 'Chọn USB hoặc thư mục' }).click();
    await page.getByText('Bằng tờ khôi phục', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Các từ trên tờ khôi phục' }).fill(words.join(' '));
    await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill('câu của máy mới');
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect(page.getByRole('status')).toContainText(/Đã khôi phục \d+ bản ghi, 1 trang/, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Đến màn hình mở khóa' }).click();
    await unlock(page, 'câu của máy mới');
    await expectOpen(page);
    await goTo(page, `#/search?q=${encodeURIComponent(`${typed} sửa`)}`);
    await page.getByRole('region', { name: 'Trang' }).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: 'Chữ trên trang' })).toContainText(`${typed} sửa`);
    await expect(page.locator('img[alt^="Ảnh trang 1"]')).toHaveJSProperty('complete', true);
  } finally {
    await app.close();
  }
}

test('after work in the real window and a kill, nothing of it can be read from the disk, and a backup brings it back', async () => {
  test.setTimeout(300_000);
  const base = mkdtempSync(join(tmpdir(), 'kts-plain-e2e-'));
  // What a person chose to hand in and out lies outside of what is searched.
  const outside = mkdtempSync(join(tmpdir(), 'kts-plain-out-'));
  const [dataDir, temp, place] = [join(base, 'profile'), join(base, 'tmp'), join(base, 'usb')];
  for (const dir of [dataDir, temp, place]) mkdirSync(dir);
  const scans = ['03-quyet-dinh-ky-luat-2011.jpg', '04-to-trinh-2017.jpg'].map((name) => {
    const path = join(outside, name);
    writeFileSync(path, markedScan(name));
    return path;
  });
  try {
    const app = await launch(dataDir, { env: { TMPDIR: temp, TEMP: temp, TMP: temp }, switches: ['--password-store=basic'] });
    const saveTo = (path: string) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
    const page = await app.firstWindow();
    const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
    await createCommittee(page);

    // A petition with a sealed sender, which is opened; a case with a note.
    await goTo(page, '#/petitions?new=1');
    await field('kind').click();
    await page.keyboard.type('to cao');
    await page.keyboard.press('Enter');
    await field('senderName').fill(typed);
    await field('summary').fill(`${typed} nội dung`);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name: 'Đơn số 1' })).toBeVisible();
    await page.getByRole('button', { name: 'Mở niêm phong' }).click();
    await page.getByRole('textbox', { name: 'Lý do mở' }).fill(`${typed} lý do`);
    await page.getByRole('button', { name: 'Mở và ghi nhật ký' }).click();
    await expect(page.getByText(typed, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mở vụ việc từ đơn này' }).click();
    await page.getByRole('button', { name: 'Mở vụ việc', exact: true }).click();
    await page.getByRole('textbox', { name: 'Viết ghi chú cho đoàn…' }).fill(`${typed} ghi chú`);
    await page.getByRole('button', { name: 'Ghi lại' }).click();
    await expect(page.getByRole('complementary', { name: 'Ghi chú và nhật ký' })).toContainText(`${typed} ghi chú`);

    // A page that is read, shown and corrected.
    await goTo(page, '#/archive');
    await page.getByRole('button', { name: 'Thêm phông' }).click();
    await field('code').fill('P01');
    await field('name').fill(`Phông ${typed}`);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await field('code').fill('P01.01');
    await field('title').fill(`Hồ sơ ${typed}`);
    await page.keyboard.press('Control+s');
    const importing = page.getByRole('button', { name: 'Nhập trang', exact: true });
    await expect(importing).toBeVisible();
    const file = new URL(page.url()).hash;
    await choose(app, scans.slice(0, 1));
    await importing.click();
    const queue = page.getByRole('region', { name: 'Đọc chữ trang quét' });
    await page
      .getByRole('button')
      .filter({ has: page.locator('img') })
      .filter({ hasText: 'trang 1' })
      .click();
    const text = page.getByRole('region', { name: 'Chữ trên trang' });
    // Before the page is in the queue, that says that nothing waits: the page itself tells when it was read.
    await expect(text).toContainText(printed, { timeout: 150_000 });
    await page.getByRole('button', { name: 'Sửa chữ' }).click();
    await text.getByRole('textbox').fill(`${printed} ${typed} sửa`);
    await page.keyboard.press('Control+s');
    await expect(text).toContainText(`${typed} sửa`);

    // Searched, printed, exported, backed up.
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Trang' }).getByRole('button').first()).toBeVisible();
    expect(
      await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({}))?.length ?? 0),
    ).toBeGreaterThan(1000);
    await goTo(page, '#/archive?out=place');
    await saveTo(join(outside, 'ho-so.pdf'));
    await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
    await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 60_000 });
    await goTo(page, '#/settings?view=security');
    // This system keeps keys in plain text (the switch below), so it gets none.
    await page.getByRole('textbox', { name: 'Mật khẩu của đồng chí' }).fill(passphrase);
    await page.getByRole('button', { name: 'Cho máy giữ khóa của tôi' }).click();
    await expect(page.getByText('không giữ khóa an toàn được')).toBeVisible();
    // The recovery sheet stands on the screen until it is put away.
    await page.getByRole('textbox', { name: 'Mật khẩu của đồng chí' }).fill(passphrase);
    await page.getByRole('button', { name: 'Lập tờ khôi phục' }).click();
    const sheet = page.getByRole('region', { name: 'Tờ khôi phục 1/1' }).getByRole('listitem');
    await expect(sheet).toHaveCount(12, { timeout: 30_000 });
    const words = await sheet.allInnerTexts();
    await page.getByRole('button', { name: 'Đã cất, xóa khỏi màn hình' }).click();
    await choose(app, [place]);
    await page.getByRole('button', { name: 'Chọn USB hoặc thư mục mạng' }).click();
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await expect
      .poll(() => readdirSync(place, { recursive: true }).some((name) => String(name).endsWith('manifest.json')), { timeout: 60_000 })
      .toBe(true);

    // A draft that is never saved, a complaint of the page that names it; a page that is being read and an export that is being written.
    await goTo(page, '#/tasks?new=1');
    await page.getByRole('textbox', { name: 'Việc' }).fill(`${typed} chưa lưu`);
    await page.evaluate((line) => console.warn(line), `${typed} trong nhật ký`);
    await expect.poll(() => readdirSync(dataDir, { recursive: true }).some((name) => String(name).includes('IndexedDB'))).toBe(true);
    await page.waitForTimeout(1500);
    await goTo(page, file);
    await choose(app, scans.slice(1));
    await importing.click();
    await expect(queue).not.toContainText('Đã đọc hết');
    await goTo(page, '#/archive?out=place');
    await saveTo(join(outside, 'do-dang.pdf'));
    await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
    const pids = processesBelow(app.process().pid ?? 0);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    for (const pid of pids.toReversed()) process.kill(pid, 'SIGKILL');
    await expect.poll(() => pids.filter(isAlive), { timeout: 30_000 }).toEqual([]);

    const search = plainSearch([typed, 'zqxnhập', printed, inBytes, words.slice(0, 3).join(' ')]);
    expect(readdirSync(dataDir, { recursive: true }).filter((name) => String(name).endsWith('.ktp')).length).toBeGreaterThan(1);
    expect(search.filesHolding(base)).toEqual([]);
    await restoreElsewhere(join(base, 'máy mới'), place, words);
    // The search finds what lies there in plain, in every form.
    for (const planted of search.examples(printed)) {
      writeFileSync(join(temp, 'planted'), planted);
      expect(search.filesHolding(temp)).toEqual([join(temp, 'planted')]);
    }
  } finally {
    for (const dir of [base, outside]) rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
