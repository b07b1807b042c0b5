/** Two workstations change the same record without knowing of each other; a person settles it in the window. */
import type { Page } from '@playwright/test';
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

/** What the window's person writes into the handling of a petition. */
const handle = async (page: Page, values: Record<string, string>) => {
  await page.getByRole('button', { name: 'Sửa phần Phân loại và xử lý' }).click();
  for (const [field, value] of Object.entries(values))
    await page.locator(`[data-field="${field}"] :is(input, textarea)`).first().fill(value);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Sửa phần Phân loại và xử lý' })).toBeVisible();
};

const settleNow = async (page: Page) => {
  await goTo(page, '#/sync');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
};

test('both versions stand side by side; one is kept, the other taken, a third typed, and decided anew', async ({ page }) => {
  test.setTimeout(240_000);
  other = await twoStations(page, home, 'xa-doi-chieu');
  const station = other;
  const [id = ''] = await elsewhere(station, petition(43));
  await settleNow(page);
  await goTo(page, `#/petitions/${id}`);
  await expect(page.getByRole('heading', { name: 'Đơn số 43' })).toBeVisible({ timeout: 30_000 });

  await goOffline(page);
  await goTo(page, `#/petitions/${id}`);
  await handle(page, { dueOn: '20/12/2026', handler: 'Nguyễn Thị Thu Hà', classificationReason: 'Thuộc thẩm quyền của xã, đủ địa chỉ.' });
  await elsewhere(station, {
    type: 'petition',
    id,
    values: {
      dueOn: '2026-12-18',
      handler: 'Đỗ Minh Khang',
      classificationReason: 'Thuộc thẩm quyền của huyện, đủ địa chỉ.',
      answeredOn: '2026-11-20',
    },
  });
  await goOnline(page);
  const region = page.getByRole('region', { name: /^Chọn bản đúng: / });
  await expect(region).toBeVisible({ timeout: 60_000 });
  await expect(region.getByText('20/12/2026')).toBeVisible();
  await expect(region.getByText('18/12/2026')).toBeVisible();
  await expectAccessible(page);

  // From the record, too.
  await goTo(page, `#/petitions/${id}`);
  await page.getByRole('status').getByRole('button', { name: 'Đối chiếu và chọn' }).click();
  await expect(page.getByRole('heading', { name: 'Đối chiếu thay đổi' })).toBeVisible();
  await expectAccessible(page);
  const due = page.getByRole('region', { name: 'Hạn xử lý', exact: true });
  const mine = due.getByRole('region', { name: /^Máy này/ });
  await expect(mine).toContainText('20/12/2026');
  await expect(page.getByText('Ngày trả lời').first()).toBeVisible();
  await mine.getByRole('button', { name: 'Giữ bản máy này' }).click();
  await expect(due).toHaveCount(0);

  // The keys: 2 takes the other version of the field in work, 3 types a third value.
  const handler = page.getByRole('region', { name: 'Cán bộ xử lý', exact: true });
  await handler.focus();
  await page.keyboard.press('2');
  await expect(handler).toHaveCount(0);
  const reason = page.getByRole('region', { name: 'Lý do phân loại', exact: true });
  await expect(reason).toBeFocused();
  await page.keyboard.press('3');
  await reason.getByRole('textbox').fill('Thuộc thẩm quyền của xã; huyện đã thống nhất.');
  await reason.getByRole('button', { name: 'Dùng giá trị này' }).click();
  await expect(page.getByText('Không có ô nào chờ chọn.')).toBeVisible();

  const values = () => {
    const record = station.book.records.get('petition', id);
    return { due: record?.values['dueOn'], handler: record?.values['handler'], reason: record?.values['classificationReason'] };
  };
  const reached = async (expected: ReturnType<typeof values>) => {
    await settleNow(page);
    await expect
      .poll(
        async () => {
          await station.settle();
          return values();
        },
        { timeout: 60_000 },
      )
      .toEqual(expected);
  };
  await reached({ due: '2026-12-20', handler: 'Đỗ Minh Khang', reason: 'Thuộc thẩm quyền của xã; huyện đã thống nhất.' });
  expect(station.book.records.conflicts()).toEqual([]);

  // Undoing is another decision.
  await goTo(page, '#/sync?view=review&tab=settled');
  await due.getByRole('button', { name: /^Lấy bản/ }).click();
  await expect(due.getByRole('region', { name: /^Máy này/ }).getByText('Đang dùng')).toHaveCount(0);
  await reached({ due: '2026-12-18', handler: 'Đỗ Minh Khang', reason: 'Thuộc thẩm quyền của xã; huyện đã thống nhất.' });
});
