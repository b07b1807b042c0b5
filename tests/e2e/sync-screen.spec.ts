/** The line to a real hub: enrolment by a code that works once, what is confirmed, pause, and a hub that is away. */
import { startTestHub, type TestHub } from '../support/test-hub';
import { goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';
import { socketsOf } from './sockets';

test.use({ bookBefore: 'committee' });

let home: TestHub;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterAll(() => home.stop());

test('a workstation enrols, sends what waited, pauses and tells when the hub is away', async ({ app, page }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await goTo(page, '#/petitions?new=1');
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  await field('kind').click();
  await page.keyboard.type('phan anh');
  await page.keyboard.press('Enter');
  await field('summary').fill('Đơn chờ gửi về tỉnh');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Đơn số 1' })).toBeVisible();

  await goTo(page, '#/sync');
  await expect(page.getByRole('heading', { name: 'Máy này chưa đăng ký với máy chủ tỉnh' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Địa chỉ máy chủ' }).fill('may-chu');
  await page.getByRole('button', { name: 'Đăng ký máy này', exact: true }).click();
  await expect(page.getByText('Ghi địa chỉ bắt đầu bằng https:// hoặc http://')).toBeVisible();
  await page.getByRole('textbox', { name: 'Địa chỉ máy chủ' }).fill(home.hub.url);
  await page.getByRole('textbox', { name: 'Mã đăng ký' }).fill('2222222222');
  await page.getByRole('button', { name: 'Đăng ký máy này', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Mã đăng ký không đúng');

  await page.getByRole('textbox', { name: 'Mã đăng ký' }).fill(await home.hub.newCode('xa-thu-nghiem'));
  await page.getByRole('button', { name: 'Đăng ký máy này', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Đã gửi hết về tỉnh' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Tỉnh xác nhận lần cuối lúc/)).toBeVisible();
  // Connected to the enrolled hub, and to nothing else.
  const hubPort = Number(new URL(home.hub.url).port);
  expect((socketsOf(app) ?? []).filter((port) => port !== hubPort)).toEqual([]);
  await expect(page.getByRole('img', { name: /^Bản ghi: 2\/2/ })).toBeVisible();

  await page.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(page.getByRole('heading', { name: 'Đang tạm dừng gửi' })).toBeVisible();
  await page.getByRole('button', { name: 'Gửi tiếp' }).click();
  await expect(page.getByRole('heading', { name: 'Đã gửi hết về tỉnh' })).toBeVisible({ timeout: 30_000 });

  await home.hub.stop();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(page.getByRole('heading', { name: 'Không kết nối được máy chủ tỉnh' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Dữ liệu đã lưu an toàn trên máy này/)).toBeVisible();
});
