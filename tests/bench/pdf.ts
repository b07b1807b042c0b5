/**
 * `npm run bench -- pdf [--pages=300] [--json FILE]`: scans to searchable PDF/A. The sample papers are imported, read by two readers from the first page on, and written;
 * beside it OCRmyPDF --jobs 2 --deskew does the same to the same pages, where it is installed. Then a long file is written from pages that were
 * read before, and its reading copy: time and size for a page, and memory of this process.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive } from '../../src-main/service/archive/archive-service';
import { createArchiveOut } from '../../src-main/service/archive/out/create-archive-out';
import { createBook } from '../../src-main/service/book/create-book';
import { createPdf } from '../../src-main/service/pdf/write-pdf';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';
import { buildRecognizer } from '../support/recognizer';
import { samplePath, sampleScans } from '../support/sample-scans';
import { type BenchResult, option, round, runAsProgram } from './bench-result';

/** JPEG papers that lie upright: both programs take them as they are. */
const papers = sampleScans.filter(({ file, pages }) => file.endsWith('.jpg') && pages.length === 1).map(({ file }) => samplePath(file));

/** Each part may take minutes beside other work: on the error output, so that a run that goes on does not look like one that stands still. */
const seconds = async (part: string, work: () => Promise<unknown>): Promise<number> => {
  console.error(`${new Date().toISOString().slice(11, 19)} ${part}`);
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

export async function run(): Promise<BenchResult> {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-pdf-'));
  const book = await createBook(join(dir, 'book'), {
    committee: {
      name: 'Ủy ban Kiểm tra',
      partyCommittee: 'Đảng ủy xã Đo',
      province: '',
      symbol: 'UBKTĐU',
      term: '2025-2030',
      profile: 'connected',
    },
    user: { name: 'Người đo', title: '' },
    passphrase: 'một câu chỉ để đo',
  });
  const archive = createArchive(book, forkRecognizer(await buildRecognizer()), { readers: () => 2 });
  const out = createArchiveOut({ book, archive });
  const documents: string[] = [];
  const write = async (name: string, copy: 'preserved' | 'reading', ids: readonly string[]) => {
    for await (const event of out.run({ kind: 'pdf', path: join(dir, name), target: { documentIds: [...ids] }, copy }))
      if (event.kind === 'done') return event;
    throw new Error('the export did not end');
  };
  try {
    // As in the window: pages are read from when the first of them is there.
    archive.start();
    const imported = await seconds('import', async () => {
      for await (const event of archive.importFiles(papers)) if (event.kind === 'page') documents.push(event.documentId);
    });
    const read = await seconds('read', () => archive.drain());
    const written = await seconds('write', () => write('papers.pdf', 'preserved', documents));
    const ours = (imported + read + written) / documents.length;
    const peer = await ocrMyPdf(dir);

    const pages = option('pages', 300);
    const many = Array.from({ length: pages }, (_, index) => documents[index % documents.length] ?? '');
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 50);
    const long = await seconds('write a long file', () => write('long.pdf', 'preserved', many));
    clearInterval(watch);
    let copyBytes = 0;
    const copied = await seconds('write a reading copy', async () => {
      copyBytes = (await write('reading.pdf', 'reading', documents)).bytes;
    });
    return {
      name: 'pdf',
      ratios: { ...(peer !== undefined && { scanToPdfaAgainstOcrMyPdf: round(ours / peer) }) },
      details: {
        papers: documents.length,
        secondsPerPage: {
          import: round(imported / documents.length, 3),
          read: round(read / documents.length, 3),
          write: round(written / documents.length, 3),
        },
        ocrMyPdfSecondsPerPage: peer === undefined ? 'not installed' : round(peer, 3),
        longFile: {
          pages,
          secondsPerPage: round(long / pages, 4),
          megabytes: round(statSync(join(dir, 'long.pdf')).size / 1024 / 1024),
          memoryGrownByMegabytes: round((peak - before) / 1024 / 1024),
        },
        readingCopy: {
          kilobytesPerPage: round(copyBytes / 1024 / documents.length, 1),
          secondsPerPage: round(copied / documents.length, 3),
        },
      },
    };
  } finally {
    await archive.close();
    book.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Seconds for a page; undefined where it is not installed. Its input is a PDF of the same JPEGs without text. */
async function ocrMyPdf(dir: string): Promise<number | undefined> {
  if (spawnSync('ocrmypdf', ['--version']).status !== 0) return undefined;
  const parts: Uint8Array[] = [];
  const pdf = await createPdf(async (bytes) => void parts.push(Buffer.from(bytes)), { title: 'Đo', producer: 'Đo', createdAt: new Date() });
  for (const path of papers) {
    const bytes = await readFile(path);
    const { imageFacts } = await import('../../src-main/recognizer/files/pixels');
    const { trueDpi } = await import('../../src-main/recognizer/files/true-dpi');
    const { width, height, density } = await imageFacts(bytes);
    await pdf.addPage({ image: { kind: 'scan', bytes }, width, height, dpi: trueDpi(width, height, density), rotation: 0, words: [] });
  }
  await pdf.end();
  const input = join(dir, 'input.pdf');
  writeFileSync(input, Buffer.concat(parts));
  const args = ['--jobs', '2', '--deskew', '-l', 'vie', '--output-type', 'pdfa', '--quiet', input, join(dir, 'peer.pdf')];
  const spent = await seconds('ocrmypdf', async () => {
    const { status, stderr } = spawnSync('ocrmypdf', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`ocrmypdf: ${stderr}`);
  });
  return spent / papers.length;
}

await runAsProgram(import.meta.url, run);
