/** What the province refuses is told with its reason, opened at the field to mend, and sent again. */
import { join } from 'node:path';
import { createBook } from '#service/book/create-book';
import { startTestHub, type TestHub } from '../support/test-hub';
import { expectAccessible } from './axe';
import { expectOpen, goTo, passphrase, unlock } from './committee';
import { expect, test } from './fixtures';
import { launch, newDataDir, removeDataDir } from './launch';
import { enrolWindow, petition } from './two-stations';

let home: TestHub;
test.beforeAll(async () => {
  home = await startTestHub();
});
test.afterAll(() => home.stop());

/** A book with two changes as a later version might send them, which this hub cannot take. */
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
  const saved = book.records.save([petition(1), petition(2), petition(3)]);
  const spoil = book.db.prepare("UPDATE outbox SET op = replace(op, '2026-11-02', '2026-02-31') WHERE record_id = ?");
  for (const { id } of saved.slice(0, 2)) spoil.run(id);
  book.close();
}

test('a refused change is told, opened at its field, mended or sent again, and confirmed', async () => {
  test.setTimeout(180_000);
  const dataDir = newDataDir();
  await bookWithBadDay(dataDir);
  const app = await launch(dataDir);
  try {
    const page = await app.firstWindow();
    await unlock(page);
    await expectOpen(page);
    await enrolWindow(page, home, 'xa-bi-tu-choi');
    await expect(page.getByRole('heading', { name: 'Tỉnh chưa nhận 2 mục' })).toBeVisible({ timeout: 60_000 });
    const refused = page.getByRole('region', { name: 'Bị từ chối' });
    await expect(refused).toContainText('Ngày đến');
    await expect(refused).toContainText('Đơn số 1');
    await expect(page.getByText('2 mục bị từ chối')).toBeVisible();
    await expectAccessible(page);

    // Mended in the form: the save itself brings it to the province.
    const first = refused.getByRole('listitem').filter({ hasText: 'Đơn số 1' });
    await first.getByRole('button', { name: 'Mở để sửa' }).click();
    const day = page.locator('[data-field="receivedOn"] input');
    await expect(day).toBeFocused();
    await day.fill('5/11/26');
    await page.keyboard.press('Control+s');
    await expect(day).toHaveCount(0);
    await goTo(page, '#/sync');
    await expect(page.getByRole('heading', { name: 'Tỉnh chưa nhận 1 mục' })).toBeVisible({ timeout: 60_000 });
    await expect(refused).not.toContainText('Đơn số 1');
    // The book holds a day that exists: sent again, it is taken.
    await refused.getByRole('button', { name: 'Gửi lại' }).click();
    await expect(page.getByRole('heading', { name: 'Đã gửi hết về tỉnh' })).toBeVisible({ timeout: 60_000 });
    await expect(refused).toHaveCount(0);
    const atHub = await home.hub.database.query<{ number: string; received_on: string }>(
      "SELECT number, received_on::text FROM projection.petition WHERE commune = 'xa-bi-tu-choi' ORDER BY number",
    );
    expect(atHub.map(({ number, received_on }) => [Number(number), received_on])).toEqual([
      [1, '2026-11-05'],
      [2, '2026-11-02'],
      [3, '2026-11-02'],
    ]);
    // Nobody but this workstation wrote: nothing is left to decide.
    expect(await home.hub.database.query("SELECT field FROM conflict WHERE commune = 'xa-bi-tu-choi'")).toEqual([]);
    await goTo(page, '#/review');
    await expectAccessible(page);
    await expect(page.getByRole('listitem').filter({ hasText: 'Đơn số 1' })).toHaveCount(0);
  } finally {
    await app.close();
    removeDataDir(dataDir);
  }
});
