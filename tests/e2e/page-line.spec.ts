/** Pages on their way: one is sent before the others; one of another workstation comes when it is opened; the reader says why it does not read. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePath } from '../support/sample-scans';
import { startTestHub, type TestHub } from '../support/test-hub';
import { addFile, choose, goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';
import { launch, removeDataDir } from './launch';
import { enrolWindow } from './two-stations';

test.use({ bookBefore: 'committee' });

let home: TestHub;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterAll(() => home.stop());

test('a page that waits is put before the others', async ({ app, page }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await enrolWindow(page, home, 'xa-gui-trang');
  await addFile(page);
  await choose(app, [samplePath('03-quyet-dinh-ky-luat-2011.jpg')]);
  // The hub has no place for scans: the text arrives, the image waits.
  await rm(join(home.dir, 'scans'), { recursive: true, force: true });
  await writeFile(join(home.dir, 'scans'), '');
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  const thumb = page
    .getByRole('button')
    .filter({ has: page.locator('img') })
    .filter({ hasText: 'trang 1' });
  await thumb.click({ timeout: 60_000 });
  await expect(page.getByText(/Ảnh chờ gửi về tỉnh/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Gửi trang này trước' }).click();
  await expect(page.getByText('Ảnh sẽ gửi trước các trang khác')).toBeVisible();
});

test('damaged language data is said where pages wait', async ({ dataDir }) => {
  test.setTimeout(120_000);
  const tessdata = mkdtempSync(join(tmpdir(), 'kts-tessdata-'));
  writeFileSync(join(tessdata, 'vie_fast.traineddata.gz'), 'not a model');
  const app = await launch(dataDir, { env: { KTS_TESSDATA: tessdata } });
  try {
    const page = await app.firstWindow();
    await openCommittee(page);
    await choose(app, [samplePath('03-quyet-dinh-ky-luat-2011.jpg')]);
    await goTo(page, '#/petitions?new=1');
    const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
    await field('kind').click();
    await page.keyboard.type('phan anh');
    await page.keyboard.press('Enter');
    await field('summary').fill('Đơn có bản quét');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Nhập trang quét' }).click();
    await expect(page.getByText(/Không đọc được chữ, còn 1 trang/)).toBeVisible({ timeout: 60_000 });
    await goTo(page, '#/archive');
    await expect(page.getByText(/dữ liệu ngôn ngữ tiếng Việt thiếu hoặc hỏng/)).toBeVisible();
  } finally {
    await app.close();

    removeDataDir(tessdata);
  }
});
