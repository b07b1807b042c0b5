/** No violation of the accessibility rules on any screen, with the data of the practice committee. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { screens } from '../../src-renderer/app/route';
import { createCommittee, goTo, lock, openSample } from './committee';
import { launch, newDataDir, removeDataDir } from './fixtures';

// One application for all: nothing is changed here but the settings.
const dataDir = newDataDir();
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  app = await launch(dataDir);
  page = await app.firstWindow();
  await openSample(page);
});
test.afterAll(async () => {
  await app.close();
  removeDataDir(dataDir);
});

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}
const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The debugger's world is not under the page's policy, so axe runs there as it is. */
const violations = async (): Promise<string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<{ violations: Violation[] }> } };
    return (await axe.run(document)).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
};

/** Nothing is on its way any more. */
const settled = async () => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForTimeout(400);
};

for (const screen of screens) {
  test(`screen ${screen}`, async () => {
    await goTo(page, screen === 'search' ? '#/search?q=dat' : `#/${screen}`);
    await settled();
    expect(await violations()).toEqual([]);
  });
}

for (const screen of ['discipline', 'follow-up', 'tasks', 'documents', 'organisations', 'petitions', 'cases'] as const) {
  test(`one record of ${screen}`, async () => {
    await goTo(page, `#/${screen}`);
    await page.getByRole('option').first().click();
    await settled();
    expect(await violations()).toEqual([]);
  });
}

test('forms, the menu and help', async () => {
  for (const address of ['#/discipline?new=1', '#/organisations?type=partyMember&new=1', '#/petitions?new=1']) {
    await goTo(page, address);
    await expect(page.getByRole('button', { name: /^Lưu/ })).toBeVisible();
    await settled();
    expect(await violations()).toEqual([]);
  }
  await page.keyboard.press('F1');
  await settled();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Đóng trợ giúp' }).click();
});

test('high contrast at a text size of 150 %', async () => {
  await goTo(page, '#/settings');
  await page.getByText('150 %').click();
  await page.getByRole('switch').click({ force: true });
  for (const screen of ['overview', 'tasks', 'settings'] as const) {
    await goTo(page, `#/${screen}`);
    await settled();
    expect(await violations()).toEqual([]);
  }
});

test('the closed book: first run, the four questions, unlocking', async () => {
  await page.getByText('100 %').click();
  await lock(page);
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Lập ủy ban mới' }).click();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await createCommittee(page);
  await lock(page);
  await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
  expect(await violations()).toEqual([]);
});
