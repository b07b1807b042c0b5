/** A register of 20,000 rows stays fluid: scrolled by wheel and keys, sorted and filtered by the store. */
import { execFileSync } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { inRoot } from '../../scripts/setup/paths.mjs';
import type { BigBook } from '../support/big-book';
import { expectOpen, goTo, passphrase, person, unlock } from './committee';
import { expect, test } from './fixtures';
import { launch, newDataDir, removeDataDir } from './launch';

const rows = 20_000;
const matching = 20;
/** What keeps the window from drawing for longer is felt as a stall; a slow machine of two busy cores is allowed for. */
const longestStall = 400;

function makeBook(dataDir: string): void {
  const big: BigBook = { dataDir, passphrase, user: person, tasks: rows, matching };
  execFileSync(process.execPath, [inRoot('scripts/run/typescript.mjs'), inRoot('tests/support/big-book.ts')], {
    input: JSON.stringify(big),
  });
}

/** Milliseconds of every task that kept the window busy for more than 50. */
const watchStalls = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stalls: number[] = [];
    new PerformanceObserver((list) => stalls.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
      type: 'longtask',
    });
    Object.assign(window, { stalls });
  });
const stallsOf = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { stalls: number[] }).stalls);

/** Which row of the whole list it is, from 1. */
const placeOf = async (row: Locator): Promise<number> => Number(await row.getAttribute('aria-posinset'));

test('twenty thousand tasks are scrolled, sorted and filtered without a stall', async () => {
  test.setTimeout(180_000);
  const dataDir = newDataDir();
  try {
    makeBook(dataDir);
    const app = await launch(dataDir);
    const page = await app.firstWindow();
    await unlock(page);
    await expectOpen(page);
    await goTo(page, '#/tasks?type=task');
    const list = page.getByRole('listbox', { name: 'Công việc' });
    const row = (n: number) => list.getByRole('option', { name: new RegExp(`số ${n}(?!\\d)`) });
    await expect(row(1)).toBeVisible();
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(rows));
    await watchStalls(page);

    // Through pages that nobody has loaded yet, then to the end, and back.
    await list.hover();
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 1_500);
    const seen = list.getByRole('option').nth(10);
    await expect.poll(() => placeOf(seen)).toBeGreaterThan(1_000);
    // The wheel may still be turning the list: place and text are read again until they are of one row.
    await expect(async () => expect(await seen.textContent()).toContain(`số ${await placeOf(seen)}`)).toPass({ timeout: 10_000 });
    await page.mouse.wheel(0, rows * 200);
    await expect(row(rows)).toBeVisible();
    await page.mouse.wheel(0, -rows * 200);
    await expect(row(1)).toBeVisible();

    await list.focus();
    await page.keyboard.press('End');
    await expect(row(rows)).toBeVisible();
    await page.keyboard.press('Home');
    await expect(row(1)).toBeVisible();
    // No more rows exist in the window than can be seen.
    expect(await list.getByRole('option').count()).toBeLessThan(60);

    // The store sorts: the last due day comes first.
    const sort = page.getByRole('button', { name: /^Xếp theo/ });
    await sort.click();
    await expect(row(rows)).toBeVisible();
    await sort.click();
    await expect(row(1)).toBeVisible();

    // The store filters.
    await page.getByRole('textbox', { name: 'Lọc trong sổ, không cần dấu' }).fill('doi chieu bien lai');
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(matching));
    await expect(row(rows / matching)).toBeVisible();
    await page.getByRole('textbox', { name: 'Lọc trong sổ, không cần dấu' }).fill('');
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(rows));

    const stalls = await stallsOf(page);
    expect(Math.max(0, ...stalls), `stalls in milliseconds: ${stalls.join(' ')}`).toBeLessThan(longestStall);
    await app.close();
  } finally {
    removeDataDir(dataDir);
  }
});
