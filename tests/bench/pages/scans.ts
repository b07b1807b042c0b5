/** Scans of the sample papers as one long PDF, and its way into the open file of the window. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import sharp from 'sharp';
import { choose } from '../../e2e/committee';
import { withComment } from '../../support/archive-book';
import { type PdfPage, writePdf } from '../../support/pdf';
import { samplePath, sampleScans } from '../../support/sample-scans';

export async function bringIn(app: ElectronApplication, page: Page, file: string, pages: number): Promise<void> {
  await choose(app, [file]);
  await page.getByRole('button', { name: 'Nhập trang', exact: true }).click();
  const report = page.getByRole('region', { name: 'Nhập trang' });
  await report.getByText(`Đã nhập ${pages} trang từ 1 tệp`).waitFor({ timeout: 1_200_000 });
  await report.getByRole('button', { name: 'Đóng' }).click();
}

/** Scans of the sample papers, each page another image. */
export async function longPdf(to: string, count: number): Promise<string> {
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
