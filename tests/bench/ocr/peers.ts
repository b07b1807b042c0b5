/** Other readers on the same pages, where they are installed: native tesseract with the same language data, and OCRmyPDF. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { findTessdata, LANGUAGES, type Network } from '../../../src-main/recognizer/engine/tessdata';
import { writePdf } from '../../support/pdf';
import { processorMilliseconds } from '../processor-time';
import { type Entry, imageOf, type Manifest } from './manifest';

const run = promisify(execFile);

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

export interface PeerRun {
  readonly secondsPerPage: number;
  readonly processorSecondsPerPage: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** One process at a time, one thread, psm 3, the resolution given. */
export async function nativeTesseract(
  manifest: Manifest,
  entries: readonly Entry[],
  scratch: string,
  network: Network,
): Promise<PeerRun | undefined> {
  if (!has('tesseract')) return undefined;
  const data = path.join(scratch, 'tessdata');
  const language = LANGUAGES[network];
  mkdirSync(data, { recursive: true });
  writeFileSync(
    path.join(data, `${language}.traineddata`),
    gunzipSync(readFileSync(path.join(findTessdata(network), `${language}.traineddata.gz`))),
  );
  const texts = new Map<string, string>();
  const [started, processor] = [performance.now(), processorMilliseconds()];
  for (const entry of entries) {
    const args = [
      imageOf(manifest, entry),
      '-',
      '-l',
      language,
      '--psm',
      '3',
      '--tessdata-dir',
      data,
      ...(entry.dpi ? ['--dpi', String(entry.dpi)] : []),
    ];
    const { stdout } = await run('tesseract', args, { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 1 << 26 });
    texts.set(entry.id, stdout);
  }
  return {
    secondsPerPage: seconds(started) / entries.length,
    processorSecondsPerPage: processorSeconds(processor) / entries.length,
    texts,
  };
}

/** One PDF of all pages, two jobs, deskewed, as its manual advises for scans. */
export async function ocrMyPdf(manifest: Manifest, entries: readonly Entry[], scratch: string): Promise<PeerRun | undefined> {
  if (!has('ocrmypdf')) return undefined;
  const input = path.join(scratch, 'stack.pdf');
  const output = path.join(scratch, 'stack-ocr.pdf');
  const sidecar = path.join(scratch, 'stack.txt');
  writeFileSync(input, writePdf(await Promise.all(entries.map((entry) => pdfPage(manifest, entry)))));
  const [started, processor] = [performance.now(), processorMilliseconds()];
  await run('ocrmypdf', ['--jobs', '2', '--deskew', '-l', 'vie', '--output-type', 'pdfa', '--sidecar', sidecar, '--quiet', input, output], {
    maxBuffer: 1 << 26,
  });
  const secondsPerPage = seconds(started) / entries.length;
  const processorSecondsPerPage = processorSeconds(processor) / entries.length;
  const pages = readFileSync(sidecar, 'utf8').split('\f');
  return { secondsPerPage, processorSecondsPerPage, texts: new Map(entries.map(({ id }, i) => [id, pages[i] ?? ''])) };
}

async function pdfPage(manifest: Manifest, entry: Entry) {
  const file = imageOf(manifest, entry);
  const image = sharp(file);
  const { width, height, channels, format } = await image.metadata();
  const bytes = format === 'jpeg' ? readFileSync(file) : await image.jpeg({ quality: 92 }).toBuffer();
  return { kind: 'jpeg' as const, bytes, width, height, dpi: entry.dpi ?? 300, gray: channels === 1 };
}

const processorSeconds = (started: number): number => (processorMilliseconds() - started) / 1000;
const seconds = (started: number): number => (performance.now() - started) / 1000;
