/** The fictional papers in resources/sample-scans and what is truly written on them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJpeg } from '../../src-main/recognizer/files/encode';
import { openImage } from '../../src-main/recognizer/files/pixels';

export type SamplePage = { readonly text: string; readonly textByColumns?: string; readonly condition: string; readonly dpi: number };
export type SampleScan = { readonly file: string; readonly pages: readonly SamplePage[] };

const folder = path.resolve(import.meta.dirname, '../../resources/sample-scans');

export const sampleScans: readonly SampleScan[] = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).scans;

export const samplePath = (file: string): string => path.join(folder, file);

/** The scan whose file name begins with this number. */
export const sample = (number: string): SampleScan & { readonly path: string; readonly page: SamplePage } => {
  const scan = sampleScans.find(({ file }) => file.startsWith(`${number}-`));
  const page = scan?.pages[0];
  if (!scan || !page) throw new Error(`no sample scan ${number}`);
  return { ...scan, path: samplePath(scan.file), page };
};

/** In the two orders in which a person may read a page with columns. */
export const trueTexts = ({ text, textByColumns }: SamplePage): string[] =>
  [text, textByColumns].flatMap((file) => (file === undefined ? [] : [readFileSync(path.join(folder, file), 'utf8')]));

/** A strip of a sample scan over its whole width: read in a fraction of the time of the page. `from` and `to`: shares of its height. */
export async function stripOf(number: string, from = 0, to = 0.35): Promise<Buffer> {
  const { path: file, page } = sample(number);
  const { width, height } = await openImage(file).metadata();
  const [top, end] = [from, to].map((share) => Math.round(share * height)) as [number, number];
  return Buffer.from((await toJpeg(openImage(file).extract({ left: 0, top, width, height: end - top }), page.dpi)).bytes);
}

/** The same as a file in a folder; returns its path. */
export async function stripFile(folder: string, number: string, from?: number, to?: number): Promise<string> {
  const file = path.join(folder, `${number}.jpg`);
  writeFileSync(file, await stripOf(number, from, to));
  return file;
}
