/** How long a page takes to open in the real window, of pages that were not open before. */
import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addFile, createCommittee } from '../../e2e/committee';
import { launch } from '../../e2e/launch';
import { percentile, round } from '../bench-result';
import { bringIn, longPdf } from './scans';

/** A file of its own, and its pages opened one after the other; none of them is read meanwhile. */
export async function measureOpening(pages: number) {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-opening-'));
  const pdf = await longPdf(join(dir, 'ho-so.pdf'), pages);
  const app = await launch(join(dir, 'data'));
  try {
    const page = await app.firstWindow();
    await createCommittee(page);
    await addFile(page);
    await bringIn(app, page, pdf, pages);
    return { dir, details: await opening(page, pages) };
  } finally {
    await app.close();
  }
}

/**
 * From the click on a thumbnail to the frame that shows the picture of the page, of pages that were not open before; reading is paused. The
 * window's thread tells when it painted the picture; the second frame after that begins only when the one with the picture was handed over.
 */
export async function opening(page: Page, pages = 22) {
  await page.getByRole('button', { name: 'Tạm dừng' }).click();
  await page.waitForTimeout(15_000);
  const times: { painted: number; shown: number }[] = [];
  for (let index = 2; index < pages; index++) {
    times.push(
      await page.evaluate(async (at) => {
        const thumbs = [...document.querySelectorAll<HTMLElement>('ul button')].filter((button) => button.querySelector('img'));
        const started = performance.now();
        const painted = new Promise<void>((resolve) => {
          new PerformanceObserver((list) => {
            const entries = list.getEntries() as (PerformanceEntry & { element: Element | null })[];
            if (entries.some(({ element }) => element?.matches('img[alt^="Ảnh trang"][src*="view"]'))) resolve();
          }).observe({ type: 'element' });
        });
        thumbs[at]?.click();
        await painted;
        const paintedAt = performance.now() - started;
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        return { painted: paintedAt, shown: performance.now() - started };
      }, index),
    );
    await page.goBack();
    await page.getByRole('button', { name: 'Nhập trang', exact: true }).waitFor();
    await page.waitForTimeout(500);
  }
  const of = (moment: 'painted' | 'shown') => {
    const all = times.map((time) => time[moment]);
    return { median: round(percentile(all, 0.5)), p95: round(percentile(all, 0.95)), inTurn: all.map((time) => Math.round(time)) };
  };
  return { ...of('shown'), painted: of('painted'), loadAverage: round(loadavg()[0] ?? 0) };
}
