/** What the province sends down: an instruction, read and found but not changed; and what it refuses, with the way to mend it. */
import { startTestHub, type TestHub } from '../support/test-hub';
import { expectAccessible } from './axe';
import { goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';
import { publishToAll } from './hub-command';
import { enrolWindow } from './two-stations';

test.use({ bookBefore: 'committee' });

let home: TestHub;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterAll(() => home.stop());

test('an instruction of the province is in its register, read only', async ({ page }) => {
  test.setTimeout(180_000);
  await openCommittee(page);
  await enrolWindow(page, home, 'xa-nhan-chi-dao');
  await publishToAll(home, {
    type: 'instruction',
    fields: {
      symbol: '15-CV/UBKTTU',
      issuedOn: '2026-11-20',
      issuer: 'Ủy ban Kiểm tra Tỉnh ủy',
      subject: 'Hướng dẫn tổng kết công tác kiểm tra, giám sát năm 2026',
      content: 'Các xã gửi báo cáo trước ngày 10/12/2026.',
      dueOn: '2026-12-10',
    },
  });
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await goTo(page, '#/documents?type=instruction');
  const row = page.getByRole('option', { name: /Hướng dẫn tổng kết/ });
  await expect(row).toBeVisible({ timeout: 30_000 });
  await row.click();
  await expect(page.getByText('Các xã gửi báo cáo trước ngày 10/12/2026.').first()).toBeVisible();
  await expect(page.getByText('Tỉnh gửi xuống, chỉ đọc')).toBeVisible();
  for (const name of ['Sửa', 'Thêm', 'Chuyển khỏi sổ']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expectAccessible(page);
});
