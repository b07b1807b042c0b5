/** By stick: a standalone workstation enrols, writes what waits, and takes over what the province answers. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainSearch } from '../support/plain-search';
import { startTestHub, type TestHub } from '../support/test-hub';
import { expectAccessible } from './axe';
import { createCommittee, goTo } from './committee';
import { expect, test } from './fixtures';
import { socketsOf } from './sockets';
import { hubCommand, publishToAll } from './hub-command';

let home: TestHub;
let stick: string;
test.beforeAll(async () => {
  home = await startTestHub();
  stick = mkdtempSync(join(tmpdir(), 'USB KHO '));
});
test.afterAll(async () => {
  await home.stop();
  rmSync(stick, { recursive: true, force: true });
});

test('enrolment, a bundle there and back, all without a network', async ({ app, page, dataDir }) => {
  test.setTimeout(240_000);
  await createCommittee(page, 'Máy độc lập');
  await app.evaluate(({ dialog }, dir) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [dir] });
  }, stick);
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  await goTo(page, '#/petitions?new=1');
  await field('kind').click();
  await page.keyboard.type('phan anh');
  await page.keyboard.press('Enter');
  await field('summary').fill('Đơn đi bằng USB');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Đơn số 1' })).toBeVisible();

  await goTo(page, '#/sync');
  await expect(page.getByRole('heading', { name: 'Máy độc lập, không nối mạng' })).toBeVisible();
  await page.getByRole('button', { name: 'Đăng ký máy này qua USB' }).click();
  await page.getByRole('button', { name: 'Chọn USB', exact: true }).click();
  await expect(page.getByText(`USB đang chọn: ${stick}`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Mã đăng ký do tỉnh cấp' }).fill(await home.hub.newCode('xa-doc-lap'));
  await page.getByRole('button', { name: 'Ghi tệp yêu cầu' }).click();
  await expect(page.getByText(/^Đã ghi .*ktsxin/)).toBeVisible();
  await expectAccessible(page);

  await hubCommand(home, 'courier', stick);
  await page.getByRole('button', { name: 'Xem lại USB' }).click();
  await page.getByRole('button', { name: 'Đọc tệp trả lời' }).click();
  const writing = page.getByRole('region', { name: 'Xuất ra USB' });
  await expect(writing).toContainText('chỉ tỉnh mở được');
  await expectAccessible(page);
  await writing.getByRole('button', { name: 'Ghi gói vào USB' }).click();
  await expect(writing).toContainText('Rút USB được rồi', { timeout: 30_000 });
  expect(readdirSync(join(stick, 'KIEMTRASO', 'len')).filter((name) => name.endsWith('.kts'))).toHaveLength(1);
  // Who finds the stick, or the machine's disk, reads nothing of it.
  const search = plainSearch(['Đơn đi bằng USB']);
  expect([...search.filesHolding(stick), ...search.filesHolding(dataDir)]).toEqual([]);

  await publishToAll(home, {
    type: 'instruction',
    fields: { issuedOn: '2026-11-20', issuer: 'Ủy ban Kiểm tra Tỉnh ủy', subject: 'Hướng dẫn đi bằng USB' },
  });
  await hubCommand(home, 'courier', stick);
  const atHub = await home.hub.database.query<{ summary: string }>('SELECT summary FROM projection.petition');
  expect(atHub).toEqual([{ summary: 'Đơn đi bằng USB' }]);

  await page.getByRole('button', { name: 'Xem lại USB' }).click();
  const reading = page.getByRole('region', { name: 'Đọc từ USB' });
  await expect(reading).toContainText('1 gói mới từ tỉnh');
  await reading.getByRole('button', { name: 'Nhận vào sổ' }).click();
  await expect(reading).toContainText('Đã nhận vào sổ. Rút USB được rồi.', { timeout: 30_000 });
  await expect(reading).toContainText(/Tỉnh đã xác nhận \d+ thay đổi/);
  await expectAccessible(page);
  await goTo(page, '#/documents?type=instruction');
  await expect(page.getByRole('option', { name: /Hướng dẫn đi bằng USB/ })).toBeVisible();
  await goTo(page, '#/sync');
  await expect(page.getByRole('img', { name: /^Bản ghi: 2\/2/ })).toBeVisible();
  // After all that: no socket in service, recognizer, page or any other process.
  expect(socketsOf(app) ?? []).toEqual([]);
});
