/** What the whole application takes, window and recognizer included, while large files come in and are read. */
import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import sharp from 'sharp';
import { addFile, createCommittee } from '../../e2e/committee';
import { launch } from '../../e2e/launch';
import { sample } from '../../support/sample-scans';
import { round } from '../bench-result';
import { memoryOf, type ProcessMemory } from '../start/memory';
import { opening } from './opening';
import { bringIn, longPdf } from './scans';

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
