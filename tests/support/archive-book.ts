/** A book in a temporary folder with its archive on the real recognizer, and cheap pages to bring in. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ImportEvent } from '../../src-shared/contract/window/archive';
import { type ArchiveOptions, type ArchiveService, createArchive } from '../../src-main/service/archive/archive-service';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';
import type { StartRecognizer } from '../../src-main/service/transport/recognizer-link';
import type { Book, BookProfile } from '../../src-main/service/book/book';
import { createBook } from '../../src-main/service/book/create-book';
import { openBook } from '../../src-main/service/book/open-book';
import { writePdf } from './pdf';

export const passphrase = 'một câu dễ nhớ của tổ quét';

export interface TestArchive {
  readonly dir: string;
  readonly book: Book;
  readonly archive: ArchiveService;
  close(): Promise<void>;
}

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'kts lưu trữ-'));

/** @param recognizer entry of a process for this archive alone, or a process that is shared */
export async function newArchive(
  recognizer: string | StartRecognizer,
  options: ArchiveOptions & { dir?: string; profile?: BookProfile } = {},
): Promise<TestArchive> {
  const dir = join(options.dir ?? (await temporaryFolder()), 'book');
  const book = await createBook(dir, {
    committee: {
      name: 'Ủy ban Kiểm tra Đảng ủy xã Bình Yên',
      partyCommittee: 'Đảng ủy xã Bình Yên',
      province: 'Tỉnh Thanh Bình',
      symbol: 'UBKTĐU',
      term: '2025-2030',
      profile: options.profile ?? 'connected',
    },
    user: { name: 'Lê Thị Mai', title: 'Cán bộ' },
    passphrase,
  });
  return withArchive(book, recognizer, options);
}

export const openArchive = async (
  dir: string,
  userId: string,
  recognizer: string | StartRecognizer,
  options: ArchiveOptions = {},
): Promise<TestArchive> => withArchive(await openBook(dir, { userId, passphrase }), recognizer, options);

function withArchive(book: Book, recognizer: string | StartRecognizer, options: ArchiveOptions): TestArchive {
  const archive = createArchive(book, typeof recognizer === 'string' ? forkRecognizer(recognizer) : recognizer, options);
  const close = async () => {
    await archive.close();
    book.close();
  };
  return { dir: book.dir, book, archive, close };
}

let blank: Promise<Buffer> | undefined;

/** A JPEG without ink, different for each number by its comment: read in an instant. */
export const blankScan = async (number: number): Promise<Buffer> => {
  blank ??= sharp({ create: { width: 420, height: 594, channels: 3, background: { r: 250, g: 248, b: 240 } } })
    .jpeg()
    .toBuffer();
  return withComment(await blank, `trang ${number}`);
};

/** The same picture in other bytes. */
export const withComment = (jpeg: Buffer, comment: string): Buffer => {
  const text = Buffer.from(comment);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, text.length + 2]), text, jpeg.subarray(2)]);
};

/** A JPEG of incompressible noise, of about `side` squared bytes. */
export const noisyScan = async (side: number): Promise<Buffer> => {
  const pixels = new Uint8Array(side * side);
  for (let at = 0; at < pixels.length; at += 65_536) crypto.getRandomValues(pixels.subarray(at, at + 65_536));
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .jpeg({ quality: 95 })
    .toBuffer();
};

export const pdfOf = (scans: readonly Buffer[], options?: { encrypt?: boolean }): Buffer =>
  writePdf(
    scans.map((bytes) => ({ kind: 'jpeg', bytes, width: 420, height: 594, dpi: 50 })),
    options,
  );

export async function collect(events: AsyncIterable<ImportEvent>): Promise<ImportEvent[]> {
  const all: ImportEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

export const ofKind = <K extends ImportEvent['kind']>(events: readonly ImportEvent[], kind: K): Extract<ImportEvent, { kind: K }>[] =>
  events.filter((event): event is Extract<ImportEvent, { kind: K }> => event.kind === kind);

/** Paths of all files below a folder. */
export const filesBelow = async (dir: string): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Files below a folder that hold these bytes. */
export async function filesHolding(dir: string, needle: Buffer): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(dir)) if ((await readFile(file)).includes(needle)) found.push(file);
  return found;
}

/** Every page record that is not moved aside has its image, whole. */
export async function expectEveryImage({ book, archive }: TestArchive): Promise<number> {
  const rows = book.db.prepare<[], { image: string }>('SELECT image FROM page WHERE removed = 0').all();
  for (const { image } of rows) await archive.readPageImage(image);
  return rows.length;
}

export const removeFolder = (dir: string) => rm(dir, { recursive: true, force: true, maxRetries: 5 });
