/** What the whole application takes, window and recognizer included, while large files come in and are read. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import sharp from 'sharp';
import { addFile, choose, createCommittee } from '../../e2e/committee';
import { launch } from '../../e2e/fixtures';
import { withComment } from '../../support/archive-book';
import { type PdfPage, writePdf } from '../../support/pdf';
import { sample, samplePath, sampleScans } from '../../support/sample-scans';
import { percentile, round } from '../bench-result';
import { memoryOf, type ProcessMemory } from '../start/memory';

const sampleEveryMs = 500;

interface Peak {
  megabytes: number;
  processes: ProcessMemory[];
  temporaryMegabytes: number;
}

export async function measureMemory(pages: number, readSeconds: number) {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-memory-'));
  const temporary = join(dir, 'tmp');
  mkdirSync(temporary);
  const pdf = await longPdf(join(dir, 'ho-so-dai.pdf'), pages);
  const sheet = await largeSheet(join(dir, 'ban-do-a3.jpg'));
  const app = await launch(join(dir, 'data'), { env: { TMPDIR: temporary } });
  try {
    const page = await app.firstWindow();
    await createCommittee(page);
    await addFile(page);
    const watch = watching(app, temporary);
    const started = performance.now();
    await bringIn(app, page, pdf, pages);
    const imported = (performance.now() - started) / 1000;
    const whileImporting = watch.take();
    await page.waitForTimeout(readSeconds * 1000);
    const whileReading = watch.take();
    await bringIn(app, page, sheet, 1);
    await page.waitForTimeout(readSeconds * 1000);
    const withSheet = watch.take();
    watch.stop();
    const openPageMilliseconds = await opening(page);
    const sizeOf = (file: string) => round(statSync(file).size / 1024 / 1024, 1);
    return {
      dir,
      details: {
        pdf: { pages, megabytes: sizeOf(pdf), secondsToImport: round(imported, 1) },
        whileImporting,
        whileReading,
        openPageMilliseconds,
        sheetMegabytes: sizeOf(sheet),
        withSheet,
      },
    };
  } finally {
    await app.close();
  }
}

async function bringIn(app: ElectronApplication, page: Page, file: string, pages: number): Promise<void> {
  await choose(app, [file]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  const report = page.getByRole('region', { name: 'Nhập trang' });
  await report.getByText(`Đã nhập ${pages} trang từ 1 tệp`).waitFor({ timeout: 1_200_000 });
  await report.getByRole('button', { name: 'Đóng' }).click();
}

/** Largest sums since the last `take`. */
function watching(app: ElectronApplication, temporary: string) {
  const none = (): Peak => ({ megabytes: 0, processes: [], temporaryMegabytes: 0 });
  let peak = none();
  const timer = setInterval(() => {
    const processes = memoryOf(app.process().pid ?? 0) ?? [];
    const megabytes = processes.reduce((sum, process) => sum + process.megabytes, 0);
    if (megabytes > peak.megabytes) {
      peak.megabytes = round(megabytes);
      peak.processes = processes;
    }
    peak.temporaryMegabytes = Math.max(peak.temporaryMegabytes, round(bytesBelow(temporary) / 1024 / 1024));
  }, sampleEveryMs);
  return {
    take: (): Peak => {
      const last = peak;
      peak = none();
      return last;
    },
    stop: () => clearInterval(timer),
  };
}

/** Files may go while they are counted. */
const bytesBelow = (dir: string): number =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0);

/** Scans of the sample papers, each page another image. */
async function longPdf(to: string, count: number): Promise<string> {
  const papers = sampleScans.filter(({ file, pages }) => file.endsWith('.jpg') && pages.length === 1);
  const scans: PdfPage[] = [];
  for (let i = 0; i < count; i++) {
    const paper = papers[i % papers.length];
    if (!paper) break;
    const bytes = withComment(readFileSync(samplePath(paper.file)), `trang ${i}`);
    const { width, height, channels } = await sharp(bytes).metadata();
    scans.push({ kind: 'jpeg', bytes, width, height, dpi: paper.pages[0]?.dpi ?? 300, gray: channels === 1 });
  }
  writeFileSync(to, writePdf(scans));
  return to;
}

/** Two papers side by side on an A3 sheet at 600 dpi, with the grain of a scanner. */
async function largeSheet(to: string): Promise<string> {
  const [width, height] = [9921, 7016];
  const half = { width: Math.floor(width / 2) - 100, height: height - 200 };
  const [left, right] = await Promise.all(
    ['03', '01'].map((number) =>
      sharp(sample(number).path)
        .resize({ ...half, fit: 'contain', background: '#fff' })
        .toBuffer(),
    ),
  );
  await sharp({ create: { width, height, channels: 3, background: '#fdfbf4' } })
    .composite([
      { input: left ?? '', left: 50, top: 100 },
      { input: right ?? '', left: Math.floor(width / 2) + 50, top: 100 },
    ])
    .withMetadata({ density: 600 })
    .jpeg({ quality: 88 })
    .toFile(to);
  return to;
}

/**
 * From the click on a thumbnail to the frame that shows the picture of the page, of pages that were not open before; reading is paused. The
 * window's thread tells when it painted the picture; the second frame after that begins only when the one with the picture was handed over.
 */
async function opening(page: Page) {
  await page.getByRole('button', { name: 'Tạm dừng' }).click();
  await page.waitForTimeout(15_000);
  const times: { painted: number; shown: number }[] = [];
  for (let index = 2; index < 22; index++) {
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
    return { median: round(percentile(all, 0.5)), p95: round(percentile(all, 0.95)) };
  };
  return { ...of('shown'), painted: of('painted'), loadAverage: round(loadavg()[0] ?? 0) };
}
