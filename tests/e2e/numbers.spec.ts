/** Two workstations give the same official number offline: it is told, one is renumbered; a range keeps it from happening again. */
import { startTestHub, type TestHub } from '../support/test-hub';
import type { Workstation } from '../support/workstation';
import { expectAccessible } from './axe';
import { goTo } from './committee';
import { expect, test } from './fixtures';
import { elsewhere, goOffline, goOnline, leave, petition, twoStations } from './two-stations';

let home: TestHub;
let other: Workstation | undefined;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterEach(async () => {
  await leave(other);
  other = undefined;
});
test.afterAll(() => home.stop());

test('a number that stands twice is told and changed to a free one; a range is proposed from', async ({ page }) => {
  test.setTimeout(240_000);
  other = await twoStations(page, home, 'xa-trung-so');
  const station = other;
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  const register = async (summary: string) => {
    await goTo(page, '#/petitions?new=1');
    await field('kind').click();
    await page.keyboard.type('phan anh');
    await page.keyboard.press('Enter');
    await field('summary').fill(summary);
    await page.keyboard.press('Control+s');
  };
  await goOffline(page);
  await register('Đơn vào sổ ở máy này');
  await expect(page.getByRole('heading', { name: 'Đơn số 1', exact: true })).toBeVisible();
  const year = String(new Date().getFullYear());
  await elsewhere(station, petition(1, { receivedOn: `${year}-01-05`, summary: 'Đơn vào sổ ở máy kia' }));
  await goOnline(page);

  const clashes = page.getByRole('region', { name: 'Trùng số' });
  await expect(clashes).toContainText('2 hồ sơ mang cùng số', { timeout: 60_000 });
  await expect(clashes).toContainText('Trần Thị Mẫu');
  await expectAccessible(page);
  await clashes.getByRole('button', { name: /^Đổi thành số 2: .*máy này/ }).click();
  await expect(field('number')).toBeFocused();
  await expect(field('number')).toHaveValue('2');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Đơn số 2', exact: true })).toBeVisible();
  await goTo(page, '#/sync');
  await expect(clashes).toHaveCount(0);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect
    .poll(
      async () => {
        await station.settle();
        return station.book.records.numberClashes();
      },
      { timeout: 60_000 },
    )
    .toEqual([]);

  await page.getByRole('region', { name: 'Dải số' }).getByRole('button', { name: 'Xem và giữ dải số' }).click();
  await page.getByRole('button', { name: 'Giữ dải số cho máy này' }).click();
  await field('register').click();
  await page.keyboard.type('so tiep nhan');
  await page.keyboard.press('Enter');
  await field('first').fill('101');
  await field('last').fill('200');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('table')).toContainText('101–200');
  await expect(page.getByRole('table')).toContainText('Máy này');
  await goTo(page, '#/petitions?new=1');
  await expect(field('number')).toHaveValue('101');
});
