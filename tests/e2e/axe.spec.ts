/** No violation of the accessibility rules on any screen, with the data of the training committee. */
import { cpSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { screens } from '../../src-renderer/app/route';
import { expectAccessible, violations } from './axe';
import { createCommittee, goTo, lock, openSample } from './committee';
import { expect, test } from './fixtures';
import { launch, newDataDir, removeDataDir } from './launch';
import { madeBook } from './made-books';

// One application for all: nothing is changed here but the settings.
const dataDir = newDataDir();
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  cpSync(await madeBook('sample'), dataDir, { recursive: true });
  app = await launch(dataDir);
  page = await app.firstWindow();
  await openSample(page);
});
test.afterAll(async () => {
  await app.close();
  removeDataDir(dataDir);
});

for (const screen of screens) {
  test(`screen ${screen}`, async () => {
    await goTo(page, screen === 'search' ? '#/search?q=dat' : `#/${screen}`);
    await expectAccessible(page);
  });
}

for (const address of [
  'follow-up?view=digest',
  'follow-up?view=notDone',
  'tasks?view=hands',
  'documents?view=gaps',
  'settings?part=rules',
  'settings?part=rules&view=calendar',
  'settings?view=security',
  'settings?view=approvals',
  'archive?type=secrecyApproval',
  'archive?type=secrecyApproval&new=1',
  'archive?view=retention',
  'archive?view=retention&tab=disposals',
  'archive?view=retention&tab=personal',
  'settings?part=rules&view=templates',
  'reports?view=branches',
  'petitions?view=book',
  'petitions?view=awaiting',
  'organisations?view=import',
  'documents?type=outgoingDocument',
]) {
  test(`address ${address}`, async () => {
    await goTo(page, `#/${address}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectAccessible(page);
  });
}

for (const view of ['review', 'review&tab=settled', 'usb', 'ranges', 'ranges&new=1']) {
  test(`sync, view ${view}`, async () => {
    await goTo(page, `#/sync?view=${view}`);
    // The list of a chosen field opens over the page; the page itself is meant here.
    if (view.endsWith('new=1')) {
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await expectAccessible(page);
  });
}

for (const screen of [
  'discipline',
  'follow-up?type=duty',
  'follow-up?type=conclusion',
  'tasks?type=task',
  'documents',
  'organisations?type=organisation',
  'organisations?type=partyMember',
  'petitions',
  'cases',
] as const) {
  test(`one record of ${screen}`, async () => {
    await goTo(page, `#/${screen}`);
    await page.getByRole('option').first().click();
    await expectAccessible(page);
  });
}

test('several rows, further filters and own ones, and the tree of organisations', async () => {
  await goTo(page, '#/discipline');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Sửa nhiều mục' }).click();
  await page.getByRole('button', { name: 'Lọc thêm' }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bộ lọc của tôi' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await goTo(page, '#/organisations');
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'Nguồn gốc' }).first()).toBeVisible();
  await expectAccessible(page);
});

test('ways into the archive, also with large text, and nothing is cut off', async () => {
  for (const size of ['125 %', '100 %']) {
    await goTo(page, '#/settings');
    await page.getByText(size, { exact: true }).click();
    for (const way of ['Máy quét', 'Thư mục theo dõi', 'Nhập nhanh', 'Nhập danh sách Excel']) {
      await goTo(page, '#/overview');
      await goTo(page, '#/archive');
      await page.getByRole('button', { name: way, exact: true }).click();
      if (way === 'Máy quét') await page.getByRole('button', { name: 'Thêm kiểu quét' }).click();
      await expectAccessible(page);
      const panel = page
        .getByRole('main')
        .locator('section[aria-label]')
        .filter({ has: page.getByRole('button', { name: 'Đóng', exact: true }) });
      expect(await panel.evaluate((box) => box.scrollWidth - box.clientWidth), way).toBeLessThanOrEqual(0);
    }
  }
});

test('forms, the menu and help', async () => {
  for (const address of ['#/discipline?new=1', '#/organisations?type=partyMember&new=1', '#/petitions?new=1']) {
    await goTo(page, address);
    await expect(page.getByRole('button', { name: /^Lưu/ })).toBeVisible();
    await expectAccessible(page);
  }
  await page.keyboard.press('F1');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đóng trợ giúp' }).click();
});

test('high contrast at a text size of 150 %', async () => {
  await goTo(page, '#/settings');
  await page.getByText('150 %').click();
  await page.getByRole('switch').click({ force: true });
  for (const screen of ['overview', 'tasks', 'settings'] as const) {
    await goTo(page, `#/${screen}`);
    await expectAccessible(page);
  }
});

test('the closed book: first run, the four questions, unlocking', async () => {
  await page.getByText('100 %').click();
  await lock(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await createCommittee(page);
  await lock(page);
  await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
