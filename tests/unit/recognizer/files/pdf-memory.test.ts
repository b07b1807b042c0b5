import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPdf } from '../../../../src-main/recognizer/files/pdf';
import { loadPdfium } from '../../../../src-main/recognizer/files/pdfium';
import { writePdf } from '../../../support/pdf';

// A PDF of hundreds of scans is as large as all of them; what is held of it must not be.

const MB = 1024 * 1024;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kts-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small picture whose file is large: comments of 64 kB each after its first marker. */
const heavyJpeg = async (megabytes: number, shade: number): Promise<Buffer> => {
  const picture = await sharp({ create: { width: 80, height: 120, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .jpeg()
    .toBuffer();
  const length = 65_000;
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, length >> 8, length & 0xff]), Buffer.alloc(length - 2, shade)]);
  const comments = Array.from({ length: Math.round((megabytes * MB) / length) }, () => comment);
  return Buffer.concat([picture.subarray(0, 2), ...comments, picture.subarray(2)]);
};

it('holds a few of its scans at a time, and gives each as it lies in the file', async () => {
  const scans = await Promise.all(Array.from({ length: 60 }, (_, i) => heavyJpeg(2, i)));
  const file = path.join(folder, 'stack.pdf');
  writeFileSync(file, writePdf(scans.map((bytes) => ({ kind: 'jpeg', bytes, width: 80, height: 120, dpi: 72 }))));
  const { size: sizeBytes, mtimeMs: modifiedMs } = statSync(file);
  const document = await openPdf({ path: file, kind: 'pdf', sizeBytes, modifiedMs });
  expect(document.pages).toBe(60);
  for (const [i, scan] of scans.entries()) expect(scan.equals((await document.page(i)).bytes)).toBe(true);
  expect((await loadPdfium()).HEAPU8.length).toBeLessThan(72 * MB);
  // Backwards as well, as somebody who splits a stack does.
  expect(scans[0]?.equals((await document.page(0)).bytes)).toBe(true);
  document.close();
}, 60_000);
