/** The fictional papers in resources/sample-scans and what is truly written on them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

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
