/**
 * Brings foreign files into the book, page by page, holding one page in memory.
 *
 *   describe -> hash of the file -> for each page: take out -> known image? -> encrypted file on the disk -> record, OCR job and source in one transaction
 *
 * In this order a crash leaves at most a file without a record, which is cleared away at the next open, never a record without its
 * file. What was reported is safe. A file or page that cannot be read is named and the rest goes on; a full disk ends the import.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportEvent } from '#shared/contract/window/archive';
import { AppError } from '#shared/errors/app-error';
import { RecognizerError } from '#shared/recognizer/failure';
import type { Description, ScannedPage } from '#shared/recognizer/messages';
import type { Book } from '../book/book';
import { uuid7 } from '../store/uuid7';
import type { Extractions } from './extractions';
import { expandPaths } from './expand-paths';
import { findPlace, type ImportPlace, type ImportTarget } from './import-place';
import { type JobTable, priorities } from './job-table';
import { hashOf, type PageFiles } from './page-files';
import type { PageTable } from './page-table';
import type { RecognizerClient } from './recognizer-client';
import type { RecognizerHost } from './recognizer-host';
import { refusalOf, stopsImport } from './refusal';
import type { KnownPage, SourceTable } from './source-table';
import { type Segment, StackRoute } from './stack-route';

export interface ImportParts {
  readonly book: Book;
  readonly files: PageFiles;
  readonly pages: PageTable;
  readonly jobs: JobTable;
  readonly sources: SourceTable;
  readonly recognizer: RecognizerHost;
  readonly extractions: Pick<Extractions, 'pageRead' | 'documentCame'>;
  /** Pages were queued for reading. */
  readonly onQueued: () => void;
}

/** So many unreadable pages in a row, and the rest of the file is taken for lost. */
const lostAfter = 3;
const longestName = 300;
const longestText = 200_000;

/**
 * Ends after the page in work when `signal` aborts or the iteration is stopped.
 * @throws AppError scan.secrecy, record.notFound before anything is read
 */
export async function* importFiles(
  parts: ImportParts,
  paths: readonly string[],
  target: ImportTarget,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void> {
  const place = findPlace(parts.book, target);
  const route = target.route === true ? new StackRoute(parts.book, place) : undefined;
  yield* counted(importAll(parts, await expandPaths(paths), place, route, signal));
}

/**
 * Images from a scanner, one after the other into one document: the next is asked for when this one is encrypted on the disk.
 * @throws AppError as `importFiles`, and what the scanner throws
 */
export async function* importScans(
  parts: ImportParts,
  scans: AsyncIterable<ScannedImage>,
  target: ImportTarget,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void> {
  const place = findPlace(parts.book, target);
  const route = target.route === true ? new StackRoute(parts.book, place) : undefined;
  yield* counted(importStack(parts, scans, place, route, signal));
}

/** One side of a sheet as the scanner gave it. */
export interface ScannedImage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the scanner was told. */
  readonly dpi: number;
}

/** The events, and at the end how many there were. */
async function* counted(events: AsyncGenerator<ImportEvent, void>): AsyncGenerator<ImportEvent, void> {
  const totals = { files: 0, pages: 0, duplicates: 0, refused: 0 };
  for await (const event of events) {
    if (event.kind === 'fileDone') totals.files++;
    else if (event.kind === 'page') totals.pages++;
    else if (event.kind === 'duplicate') totals.duplicates++;
    else if (event.kind === 'refused') totals.refused++;
    yield event;
  }
  yield { kind: 'done', ...totals };
}

async function* importAll(
  parts: ImportParts,
  paths: readonly string[],
  place: ImportPlace,
  route: StackRoute | undefined,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void> {
  let stopped: ImportEvent | undefined;
  for (const path of paths) {
    if (signal.aborted) break;
    const events = stopped?.kind === 'refused' ? [sameRefusal(stopped, path)] : importSource(parts, path, place, route, signal);
    for await (const event of events) {
      if (event.kind === 'refused' && stopsImport(event)) stopped = event;
      yield event;
    }
  }
}

async function* importStack(
  parts: ImportParts,
  scans: AsyncIterable<ScannedImage>,
  place: ImportPlace,
  route: StackRoute | undefined,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void> {
  const own: Segment = { place, documentId: place.documentId };
  const touched = new Set<string>();
  try {
    for await (const { name, bytes, dpi } of scans) {
      const sha256 = hashOf(bytes);
      const source: Source = { file: name, sha256, bytes: bytes.length, of: 1, segment: own, offset: undefined, route, touched };
      yield { kind: 'fileStarted', file: name, pages: 1 };
      try {
        const scanned = await ask(parts, (client) => client.take(bytes, { dpi, codes: route !== undefined }));
        const event = await takePage(parts, source, 1, scanned);
        yield event;
        yield { kind: 'fileDone', file: name, pages: event.kind === 'page' ? 1 : 0 };
      } catch (error) {
        const refusal = refusalOf(error, name);
        yield refusal;
        if (stopsImport(refusal)) return;
      }
      if (signal.aborted) return;
    }
  } finally {
    countPages(parts, touched);
  }
}

type Refused = Extract<ImportEvent, { kind: 'refused' }>;

const sameRefusal = (refusal: Refused, path: string): Refused => ({ ...refusal, file: basename(path), details: { file: basename(path) } });

async function* importSource(
  parts: ImportParts,
  path: string,
  place: ImportPlace,
  route: StackRoute | undefined,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void> {
  const { sources } = parts;
  const file = basename(path);
  let source: Source;
  try {
    const description = await ask(parts, (client) => client.describe(path));
    source = openSource(parts, path, await hashOfFile(path), description, place, route);
  } catch (error) {
    yield refusalOf(error, file);
    return;
  }
  yield { kind: 'fileStarted', file, pages: source.of };
  let taken = 0;
  let lost = 0;
  try {
    for (let index = 1; index <= source.of && lost < lostAfter && !signal.aborted; index++) {
      try {
        const known = sources.pageAt(source.sha256, index);
        if (known !== undefined && (await isSound(parts, known.image))) {
          const segment = segmentOf(source);
          segment.documentId ??= route?.segment === undefined ? undefined : known.documentId;
          yield duplicateOf(parts, file, index, known);
          continue;
        }
        const scanned = await ask(parts, (client) => client.page(path, index - 1, { codes: route !== undefined }));
        const page = await takePage(parts, source, index, scanned);
        lost = 0;
        if (page.kind === 'page') taken++;
        yield page;
      } catch (error) {
        const refusal = refusalOf(error, file, { index, of: source.of });
        yield refusal;
        if (stopsImport(refusal)) return;
        lost++;
      }
    }
  } finally {
    await finish(parts, source, path);
  }
  yield { kind: 'fileDone', file, pages: taken };
}

interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Number of its pages. */
  readonly of: number;
  /** Where its pages go as long as no separator sheet was met. */
  readonly segment: Segment;
  /** Number in the document = index in the file + offset; undefined: behind the last one. */
  readonly offset: number | undefined;
  readonly route: StackRoute | undefined;
  /** Documents that got pages. */
  readonly touched: Set<string>;
}

const segmentOf = ({ route, segment }: Source): Segment => route?.segment ?? segment;

function openSource(
  { sources, pages }: ImportParts,
  path: string,
  sha256: string,
  { pages: of, sizeBytes: bytes }: Description,
  place: ImportPlace,
  route: StackRoute | undefined,
): Source {
  const earlier = sources.placeOf(sha256);
  const documentId = earlier?.documentId ?? place.documentId;
  const offset = earlier?.offset ?? (documentId === undefined ? 0 : pages.countInDocument(documentId).last);
  return { file: basename(path), sha256, bytes, of, segment: { place, documentId }, offset, route, touched: new Set() };
}

async function takePage(parts: ImportParts, source: Source, index: number, scanned: ScannedPage): Promise<ImportEvent> {
  const { book, files, pages, sources } = parts;
  const sheet = source.route?.follow(scanned.codes);
  if (sheet !== undefined) {
    const { refusal } = segmentOf(source);
    if (refusal) return refusalOf(refusal, source.file, { index, of: source.of });
    return { kind: 'separator', file: source.file, index: index - 1, of: source.of, title: sheet.title };
  }
  const segment = segmentOf(source);
  if (segment.refusal) return refusalOf(segment.refusal, source.file, { index, of: source.of });
  const image = hashOf(scanned.bytes);
  if (pages.isDestroyed(image)) return refusalOf(new AppError('page.destroyed'), source.file, { index, of: source.of });
  // A page that stands twice in one file is two pages of its document; in two files it is the same page.
  const twinOf = () => {
    const twin = pages.byImage(image);
    return twin === undefined || (sources.holds(source.sha256, twin.pageId) && sources.pageAt(source.sha256, index)?.pageId !== twin.pageId)
      ? undefined
      : twin;
  };
  if (twinOf() === undefined || !(await isSound(parts, image))) {
    await files.writePage(image, scanned.bytes);
    await files.writePictures(image, scanned);
  }
  // Nothing may come between looking for the twin and the record: another import may run beside this one.
  const event = book.transact((): ImportEvent => {
    const twin = twinOf();
    if (twin !== undefined) {
      if (!sources.holds(source.sha256, twin.pageId)) sources.link(source.sha256, index, twin.pageId);
      return duplicateOf(parts, source.file, index, twin);
    }
    return keepPage(parts, source, segment, index, image, scanned);
  });
  if (event.kind === 'page') {
    segment.documentId = event.documentId;
    source.touched.add(event.documentId);
    parts.onQueued();
  }
  return event;
}

/** In one transaction: without it a page could wait for reading for ever, or be taken in twice after a crash. */
function keepPage(
  { book, pages, jobs, sources, extractions }: ImportParts,
  source: Source,
  segment: Segment,
  index: number,
  image: string,
  scanned: ScannedPage,
): ImportEvent {
  const { file, sha256, of, offset } = source;
  const { place } = segment;
  const sourceName = file.slice(0, longestName);
  const documentId = segment.documentId ?? uuid7();
  if (segment.documentId === undefined) {
    book.records.save([
      {
        type: 'archiveDocument',
        id: documentId,
        values: {
          sourceName,
          secrecy: place.secrecy,
          verification: 'CHO_XEM',
          ...(place.fileId !== undefined && { file: place.fileId, order: pages.lastDocumentOrder(place.fileId) + 1 }),
        },
      },
    ]);
  }
  const pageId = uuid7();
  book.records.save([
    {
      type: 'page',
      id: pageId,
      values: {
        document: documentId,
        order: offset === undefined || source.route?.segment ? pages.countInDocument(documentId).last + 1 : index + offset,
        image,
        mime: scanned.mime,
        bytes: scanned.bytes.length,
        width: scanned.width,
        height: scanned.height,
        dpi: Math.round(scanned.dpi),
        sourceName,
        sourceIndex: index,
        ...(scanned.layer === undefined
          ? { state: 'CHO_DOC' }
          : { state: 'DA_DOC', textSource: 'LOP_CHU', rawText: scanned.layer.text.slice(0, longestText) }),
      },
    },
  ]);
  if (scanned.layer === undefined) jobs.add(pageId, index === 1 ? priorities.firstPage : priorities.rest);
  else {
    book.search.putPageWords(
      pageId,
      scanned.layer.words.map(({ block: _block, ...word }) => word),
    );
    if (index === 1) extractions.pageRead(pageId);
  }
  sources.keep({ sha256, name: sourceName, bytes: source.bytes, pages: of }, index, pageId, documentId);
  return { kind: 'page', file, index: index - 1, of, pageId, documentId };
}

const duplicateOf = ({ book }: ImportParts, file: string, index: number, { pageId, documentId }: KnownPage): ImportEvent => ({
  kind: 'duplicate',
  file,
  index: index - 1,
  pageId,
  documentId,
  title: book.records.titleOf(pageId) ?? '',
});

/** Whether the image that a record names is there and whole; otherwise it is written again. */
async function isSound({ files }: ImportParts, image: string): Promise<boolean> {
  try {
    await files.readPage(image);
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'page.missing' || error.code === 'page.damaged')) return false;
    throw error;
  }
}

async function finish(parts: ImportParts, { touched }: Source, path: string): Promise<void> {
  const { recognizer } = parts;
  if (recognizer.running) await recognizer.use((client) => client.close(path)).catch(() => {});
  countPages(parts, touched);
}

function countPages({ book, pages, extractions }: ImportParts, documents: ReadonlySet<string>): void {
  try {
    for (const id of documents) {
      book.records.save([{ type: 'archiveDocument', id, values: { pageCount: pages.countInDocument(id).pages } }]);
      book.transact(() => extractions.documentCame(id));
    }
  } catch (error) {
    // The disk is full, which was told already; the count is set right by the import that goes on.
    if (!(error instanceof AppError)) throw error;
  }
}

/** Another page may have brought the recognizer down: asked once more. */
async function ask<T extends Description | ScannedPage>(
  { recognizer }: ImportParts,
  question: (client: RecognizerClient) => Promise<T>,
): Promise<T> {
  try {
    return await recognizer.use(question);
  } catch (error) {
    if (!(error instanceof RecognizerError) || error.code !== 'recognizer.exited') throw error;
    return recognizer.use(question);
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw new RecognizerError('scan.unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
  return hash.digest('hex');
}
