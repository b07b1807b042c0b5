/** The window and a second workstation of the same committee, joined by a real hub. */
import type { Page } from '@playwright/test';
import type { RecordChange } from '#service/store/record-store';
import { forget, newWorkstation, type Workstation } from '../support/workstation';
import type { TestHub } from '../support/test-hub';
import { createCommittee, goTo } from './committee';
import { expect } from './fixtures';

/** Enrols the window's new committee and a second workstation, `commune` being both. */
export async function twoStations(page: Page, home: TestHub, commune: string): Promise<Workstation> {
  await createCommittee(page);
  await enrolWindow(page, home, commune);
  const other = await newWorkstation();
  const { id, name, title } = other.book.user;
  other.book.records.save([{ type: 'bookUser', id, values: { name, post: title } }]);
  await other.sync.enrol(home.hub.url, await home.hub.newCode(commune));
  return other;
}

export async function enrolWindow(page: Page, home: TestHub, commune: string): Promise<void> {
  await goTo(page, '#/sync');
  await page.getByRole('textbox', { name: 'Địa chỉ máy chủ' }).fill(home.hub.url);
  await page.getByRole('textbox', { name: 'Mã đăng ký' }).fill(await home.hub.newCode(commune));
  await page.getByRole('button', { name: 'Đăng ký máy này', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible({ timeout: 30_000 });
}

/** Stops the line of the window, as if the network were gone. */
export async function goOffline(page: Page): Promise<void> {
  await goTo(page, '#/sync');
  await page.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(page.getByRole('heading', { name: 'Đang tạm dừng gửi' })).toBeVisible();
}

export async function goOnline(page: Page): Promise<void> {
  await goTo(page, '#/sync');
  await page.getByRole('button', { name: 'Gửi tiếp' }).click();
  await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
}

/** Saves at the second workstation and brings it to the hub. */
export async function elsewhere(other: Workstation, ...changes: RecordChange[]): Promise<readonly string[]> {
  const saved = other.book.records.save(changes);
  await other.settle();
  return saved.map(({ id }) => id);
}

export async function leave(other: Workstation | undefined): Promise<void> {
  if (!other) return;
  await other.close();
  await forget(other.book.dir);
}

export const petition = (number: number, more: Readonly<Record<string, unknown>> = {}): RecordChange => ({
  type: 'petition',
  values: {
    number,
    receivedOn: '2026-11-02',
    kind: 'PA',
    source: 'BUU_DIEN',
    secrecy: 'THUONG',
    summary: 'Phản ánh việc thu quỹ làm đường không công khai tại ấp 4',
    state: 'DANG_GIAI_QUYET',
    dueOn: '2026-12-15',
    ...more,
  },
});
