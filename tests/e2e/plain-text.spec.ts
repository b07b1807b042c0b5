/**
 * Nothing in plain text on the disk, with the whole application: marker words are typed into a form that stays a draft, stand on a page that
 * is read, are searched and copied into a log, leave in an export that is stopped half-way and in a backup; a window is crashed, the application is
 * killed, and every byte of its profile and of the temporary folder is searched.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { plainSearch } from '../support/plain-search';
import { createCommittee, goTo } from './committee';
import { expect, launch, test } from './fixtures';

const typed = 'zqxnhapdonthu';
const onPage = 'zqxtrangquet';

/** A page on which the marker is printed large, and stands in its bytes as a comment. */
async function scan(): Promise<Buffer> {
  const lines = [0, 1, 2, 3].map(
    (n) => `<text x="120" y="${300 + n * 160}" font-size="90" font-family="sans-serif">${onPage} biên bản ${n}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fff"/>${lines.join('')}</svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg().toBuffer();
  const comment = Buffer.from(`${onPage} trong ảnh`);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment, jpeg.subarray(2)]);
}

test('after work in the real window and a kill, nothing of it can be read from the disk', async () => {
  test.setTimeout(180_000);
  const base = mkdtempSync(join(tmpdir(), 'kts-plain-e2e-'));
  // What a person chose to hand in and out lies outside of what is searched.
  const outside = mkdtempSync(join(tmpdir(), 'kts-plain-out-'));
  const [dataDir, temp, place] = [join(base, 'profile'), join(base, 'tmp'), join(base, 'usb')];
  for (const dir of [dataDir, temp, place]) mkdirSync(dir);
  const paper = join(outside, 'to-quet.jpg');
  writeFileSync(paper, await scan());
  try {
    const app = await launch(dataDir, { env: { TMPDIR: temp, TEMP: temp, TMP: temp } });
    const choose = (path: string) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      }, path);
    const page = await app.firstWindow();
    await createCommittee(page);
    const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();

    await goTo(page, '#/archive');
    await page.getByRole('button', { name: 'Thêm phông' }).click();
    await field('code').fill('P01');
    await field('name').fill(`Phông ${typed}`);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await field('code').fill('P01.01');
    await field('title').fill(`Hồ sơ ${typed}`);
    await page.keyboard.press('Control+s');
    await choose(paper);
    await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
    const thumb = page
      .getByRole('button')
      .filter({ has: page.locator('img') })
      .filter({ hasText: 'trang 1' });
    await expect(thumb).toContainText(/Đã đọc|Cần xem/, { timeout: 90_000 });
    await thumb.click();
    await expect(page.getByRole('region', { name: 'Chữ trên trang' })).toBeVisible();

    // A search, a backup, an export into a folder of the person, and one more that is under way when everything ends.
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await goTo(page, '#/settings?view=security');
    await choose(place);
    await page.getByRole('button', { name: 'Chọn USB hoặc thư mục mạng' }).click();
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await expect
      .poll(() => readdirSync(place, { recursive: true }).some((name) => String(name).endsWith('manifest.json')), { timeout: 60_000 })
      .toBe(true);
    await goTo(page, '#/archive?out=place');
    await choose(join(outside, 'ho-so.pdf'));
    await page.getByRole('button', { name: 'Chọn tệp và xuất' }).click();
    await expect(page.getByText('Đã xuất xong')).toBeVisible({ timeout: 30_000 });

    // A draft that is never saved, and a complaint of the page that names it.
    await goTo(page, '#/tasks?new=1');
    await page.getByRole('textbox', { name: 'Việc' }).fill(`${typed} chưa lưu`);
    await page.evaluate((text) => console.warn(text), `${typed} trong nhật ký`);
    await expect.poll(() => readdirSync(dataDir, { recursive: true }).some((name) => String(name).includes('IndexedDB'))).toBe(true);
    await page.waitForTimeout(1500);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;

    const search = plainSearch([typed, onPage]);
    expect(readdirSync(dataDir, { recursive: true }).filter((name) => String(name).endsWith('.ktp')).length).toBeGreaterThan(0);
    expect(search.filesHolding(base)).toEqual([]);
    // The search finds what lies there in plain.
    writeFileSync(join(temp, 'planted'), Buffer.from(typed, 'utf16le'));
    expect(search.filesHolding(temp)).toEqual([join(temp, 'planted')]);
  } finally {
    for (const dir of [base, outside]) rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
