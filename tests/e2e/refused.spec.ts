/** What the province refuses is told with its reason, opened at the field to mend, and sent again. */
import { join } from 'node:path';
import { createBook } from '#service/book/create-book';
import { startTestHub, type TestHub } from '../support/test-hub';
import { expectAccessible } from './axe';
import { expectOpen, goTo, passphrase, unlock } from './committee';
import { expect, launch, newDataDir, removeDataDir, test } from './fixtures';
import { enrolWindow, petition } from './two-stations';

let home: TestHub;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterAll(() => home.stop());

/** A book with a change as a later version might send it, which this hub cannot take. */
async function bookWithBadDay(dataDir: string): Promise<void> {
  const committee = {
    name: 'UBKT Đảng ủy xã Mẫu',
    partyCommittee: 'Đảng ủy xã Mẫu',
    province: 'Tỉnh Mẫu',
    symbol: 'UBKTĐU',
    term: '2025-2030',
    profile: 'connected' as const,
  };
  const setup = { committee, user: { name: 'Trần Thị Mẫu', title: 'Ủy viên' }, passphrase };
  const book = await createBook(join(dataDir, 'office'), setup, { ballastBytes: 0 });
  const [bad] = book.records.save([petition(1), petition(2)]);
  book.db.prepare("UPDATE outbox SET op = replace(op, '2026-11-02', '2026-02-31') WHERE record_id = ?").run(bad?.id);
  book.close();
}

test('a refused change is told, opened at its field and sent again', async () => {
  test.setTimeout(180_000);
  const dataDir = newDataDir();
  await bookWithBadDay(dataDir);
  const app = await launch(dataDir);
  try {
    const page = await app.firstWindow();
    await unlock(page);
    await expectOpen(page);
    await enrolWindow(page, home, 'xa-bi-tu-choi');
    await expect(page.getByRole('heading', { name: 'Tỉnh chưa nhận 1 mục' })).toBeVisible({ timeout: 60_000 });
    const refused = page.getByRole('region', { name: 'Bị từ chối' });
    await expect(refused).toContainText('Ngày đến');
    await expect(refused).toContainText('Đơn số 1');
    await expect(page.getByText('1 mục bị từ chối')).toBeVisible();
    await expectAccessible(page);

    await refused.getByRole('button', { name: 'Mở để sửa' }).click();
    const day = page.locator('[data-field="receivedOn"] input');
    await expect(day).toBeFocused();
    await page.getByRole('button', { name: 'Thôi' }).click();
    await goTo(page, '#/sync');
    // The book holds a day that exists: sent again, it is taken.
    await refused.getByRole('button', { name: 'Gửi lại' }).click();
    await expect(page.getByRole('heading', { name: 'Đã gửi hết về tỉnh' })).toBeVisible({ timeout: 60_000 });
    await expect(refused).toHaveCount(0);
    const atHub = await home.hub.database.query<{ received_on: string }>(
      "SELECT received_on::text FROM projection.petition WHERE commune = 'xa-bi-tu-choi' ORDER BY received_on",
    );
    expect(atHub).toEqual([{ received_on: '2026-11-02' }, { received_on: '2026-11-02' }]);
  } finally {
    await app.close();
    removeDataDir(dataDir);
  }
});
