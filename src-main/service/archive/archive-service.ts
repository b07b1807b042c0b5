/** The archive of an open book: page files, import, reading, and what the window asks of them. */
import { randomUUID } from 'node:crypto';
import type { ImageVariant } from '#shared/contract/image-channel';
import type { PowerState } from '#shared/contract/service-link';
import type { ArchiveNode, DocumentExtraction, ImportEvent, PageDetail, PageSummary, QueueState } from '#shared/contract/window/archive';
import { AppError } from '#shared/errors/app-error';
import type { ReadingCopy } from '#shared/recognizer/messages';
import type { DocumentStart } from '#shared/extraction/split';
import type { SheetTable } from '#shared/recognizer/messages';
import type { Book } from '../book/book';
import { openArchiveTree, type FileProgress } from './archive-tree';
import { openExtractions } from './extractions';
import { type Alarms, createAlarms } from './gate/alarms';
import { importFiles, importScans, type ScannedImage } from './import';
import { createLedger } from './page-changes/ledger';
import { createPageChanges, type PageChanges } from './page-changes/page-changes';
import { inPlace, type PlacedTarget } from './placed-import';
import { openJobTable } from './job-table';
import { createOcrQueue } from './ocr-queue';
import { hashOf, openPageFiles } from './page-files';
import { createPageImages, made, type PageImage } from './page-images';
import { openPageTable } from './page-table';
import type { StartRecognizer } from '../transport/recognizer-link';
import { createRecognizerHost } from './recognizer-host';
import { readTable } from './read-table';
import { openSourceTable } from './source-table';
import { openStacks, type Parted } from './stacks';
import { type PagesVerified, verifyPages } from './verify-pages';

export interface ArchiveService {
  /** From now on queued pages are read by themselves, unless the queue is paused. Before, only `drain` reads. */
  start(): void;
  tree(): ArchiveNode[];
  fileProgress(fileIds: readonly string[]): FileProgress[];
  /**
   * Pages enter one by one; what is reported is encrypted on the disk and queued for reading. Ends after the page in work.
   * @throws AppError scan.secrecy, record.notFound before anything is read
   */
  importFiles(paths: readonly string[], target?: PlacedTarget, signal?: AbortSignal): AsyncGenerator<ImportEvent, void>;
  /** As `importFiles`, from a scanner: the next image is asked for when this one is on the disk. */
  importScans(scans: AsyncIterable<ScannedImage>, target?: PlacedTarget, signal?: AbortSignal): AsyncGenerator<ImportEvent, void>;
  readonly changes: PageChanges;
  readonly alarms: Alarms;
  /** Cells of a list. @throws AppError as an import refuses a file */
  readSheet(path: string, sheet?: string): Promise<SheetTable>;
  pagesOfDocument(documentId: string): PageSummary[];
  pagesOfFile(fileId: string): PageSummary[];
  /** @throws AppError record.notFound */
  page(pageId: string): PageDetail;
  /** A person's text, beside the raw text. @throws AppError record.notFound, record.changedMeanwhile, record.invalid */
  correct(pageId: string, text: string, expectedRevision?: number): PageDetail;
  /** Fields found on the pages of a document, with their places. */
  extraction(documentId: string): DocumentExtraction;
  /** Where documents begin among the pages of one that came as a stack. */
  documentStarts(documentId: string): DocumentStart[];
  /** Parts a stack; `changes.undo` takes it back. @throws AppError record.notFound */
  splitDocument(documentId: string, firstPages: readonly string[]): Parted;
  queueState(): QueueState;
  pauseQueue(paused: boolean): QueueState;
  readFirst(pageIds: readonly string[]): QueueState;
  readAgain(pageIds: readonly string[]): QueueState;
  /** Reads until nothing waits, also when the queue is paused. @throws AppError ocr.unavailable when no recognizer can be started */
  drain(signal?: AbortSignal): Promise<void>;
  /** The preservation copy, checked. @throws AppError page.missing, page.damaged */
  readPageImage(hash: string): Promise<Buffer>;
  /** Keeps an image that came from elsewhere. @throws AppError page.damaged unless it is what its name says; store.diskFull */
  keepPageImage(hash: string, bytes: Uint8Array): Promise<void>;
  hasPageImage(hash: string): boolean;
  /** Takes an image and its thumbnail off this machine for good. */
  destroyImage(hash: string): Promise<void>;
  /** Opens and checks every image of the book. */
  verifyPages(): Promise<PagesVerified>;
  /** A JPEG of any image of the archive, for where its own bytes cannot stand. @throws AppError page.damaged, recognizer.exited */
  pictureOf(bytes: Uint8Array, longSide: number): Promise<Uint8Array>;
  /** Small, in layers, for reading on a screen. @throws AppError page.damaged, recognizer.exited */
  readingCopy(bytes: Uint8Array, dpi: number): Promise<ReadingCopy>;
  /** For the screen. @throws AppError page.missing, page.damaged */
  imageVariant(hash: string, variant: ImageVariant): Promise<PageImage>;
  /** Ends imports after the page in work, gives back the pages being read, ends the recognizers. The book may be closed then. */
  close(): Promise<void>;
}

export interface ArchiveOptions {
  /** Pages that are read at once, 1 to 4. Default 2. */
  readonly readers?: () => number;
  /** Default: on mains. */
  readonly power?: () => PowerState;
  /** Pages are read for nobody who waits: they take what people leave of the processor. Default: they do not step back. */
  readonly background?: boolean;
  /** A recognizer is stopped after so long without work. Default 60 s. */
  readonly idleMs?: number;
  /** Brings an image that is not on this machine, to be kept by `keepPageImage`. @throws AppError page.missing, and why the line cannot */
  readonly fetchPageImage?: (hash: string) => Promise<void>;
}

/** The process that opens files takes about 100 MB, which the second reader needs, and a third of a second to start. */
const filesIdleMs = 10_000;

export function createArchive(book: Book, startRecognizer: StartRecognizer, options: ArchiveOptions = {}): ArchiveService {
  const readers = options.readers ?? (() => 2);
  const files = openPageFiles(book.dir, book.keys.pages);
  const pages = openPageTable(book);
  const jobs = openJobTable(book, randomUUID());
  const sources = openSourceTable(book);
  const archiveTree = openArchiveTree(book);
  const runs = new Set<Promise<void>>();
  const idle = options.idleMs !== undefined && { idleMs: options.idleMs };
  /** Opens files and makes pictures, which people wait for: a process of its own, so that none of it stands behind the reading of a page. */
  const recognizer = createRecognizerHost(startRecognizer, { workers: () => 1, idleMs: filesIdleMs, ...idle });
  /** While pages come in or large ones are looked at, a core and the memory of a reader are left to them. */
  const readersNow = () => (runs.size > 0 || recognizer.busy ? Math.max(1, readers() - 1) : readers());
  const reader = createRecognizerHost(startRecognizer, { workers: readersNow, background: options.background ?? false, ...idle });
  const images = createPageImages({
    files,
    pages,
    recognizer,
    ...(options.fetchPageImage && { fetchPageImage: options.fetchPageImage }),
  });
  const extractions = openExtractions(book, pages);
  const alarms = createAlarms({ book, files, pages });
  const ledger = createLedger(book, (documentId) => pages.countInDocument(documentId).pages);
  const stacks = openStacks(book, pages, extractions, ledger);
  const queue = createOcrQueue({
    book,
    jobs,
    pages,
    files,
    recognizer: reader,
    extractions,
    alarms,
    readers: readersNow,
    power: options.power ?? (() => ({ onBattery: false, level: null })),
  });
  const closing = new AbortController();
  /** An import waits for it: a stray file may be that of the page that is imported next. What fails is cleared at the next open. */
  const cleared = files.clearStrays(pages.imagesWithPrefix, closing.signal).catch(() => 0);

  const parts = { book, files, pages, jobs, sources, recognizer, extractions, onQueued: queue.wake };
  const changes = createPageChanges({ ...parts, ledger });

  async function* running(
    start: (stop: AbortSignal) => AsyncGenerator<ImportEvent, void>,
    target: PlacedTarget,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ImportEvent, void> {
    await cleared;
    let ended = () => {};
    const run = new Promise<void>((resolve) => {
      ended = resolve;
    });
    runs.add(run);
    try {
      const stop = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
      yield* inPlace(start(stop), target, changes);
    } finally {
      runs.delete(run);
      ended();
      queue.wake();
    }
  }

  const detail = (pageId: string): PageDetail => {
    const record = book.records.get('page', pageId);
    const summary = pages.summary(pageId);
    if (record === undefined || summary === undefined) throw new AppError('record.notFound');
    const { dpi, rawText, machineText, correctedText } = record.values as PageTexts;
    return {
      ...summary,
      dpi: dpi ?? null,
      rawText: rawText ?? '',
      machineText: machineText ?? null,
      correctedText: correctedText ?? null,
      words: book.search.pageWords(pageId),
      revision: record.revision,
    };
  };

  return {
    tree: archiveTree.tree,
    fileProgress: archiveTree.fileProgress,
    importFiles: (paths, target = {}, signal) => running((stop) => importFiles(parts, paths, target, stop), target, signal),
    importScans: (scans, target = {}, signal) => running((stop) => importScans(parts, scans, target, stop), target, signal),
    changes,
    alarms,
    readSheet: (path, sheet) => readTable(recognizer, path, sheet),
    pagesOfDocument: pages.ofDocument,
    pagesOfFile: pages.ofFile,
    page: detail,
    correct: (pageId, text, expectedRevision) => {
      detail(pageId);
      const values = { correctedText: text, state: 'DA_SUA', textSource: 'NHAP_TAY' };
      book.records.save([{ type: 'page', id: pageId, values, ...(expectedRevision !== undefined && { expectedRevision }) }]);
      return detail(pageId);
    },
    extraction: extractions.of,
    documentStarts: stacks.starts,
    splitDocument: stacks.split,
    queueState: queue.state,
    start: queue.start,
    pauseQueue: (paused) => {
      queue.pause(paused);
      return queue.state();
    },
    readFirst: (pageIds) => {
      queue.readFirst(pageIds);
      return queue.state();
    },
    readAgain: (pageIds) => {
      queue.readAgain(pageIds);
      return queue.state();
    },
    drain: queue.drain,
    readPageImage: files.readPage,
    keepPageImage: async (hash, bytes) => {
      if (hashOf(bytes) !== hash) throw new AppError('page.damaged');
      if (pages.isDestroyed(hash)) throw new AppError('page.destroyed');
      await files.writePage(hash, bytes);
      book.events.emit({ kind: 'ocr' });
    },
    hasPageImage: files.hasPage,
    destroyImage: async (hash) => {
      await files.destroy(hash);
      images.forget();
    },
    verifyPages: () => verifyPages(book, files),
    pictureOf: async (bytes, longSide) => (await made(recognizer.use((client) => client.view(bytes, longSide)))).bytes,
    readingCopy: (bytes, dpi) => made(recognizer.use((client) => client.readingCopy(bytes, dpi))),
    imageVariant: images.variant,
    close: async () => {
      closing.abort();
      await Promise.all([cleared, queue.close(), reader.close(), recognizer.close()]);
      await Promise.race([Promise.all(runs), patience()]);
      images.forget();
    },
  };
}

interface PageTexts {
  readonly dpi?: number;
  readonly rawText?: string;
  readonly machineText?: string;
  readonly correctedText?: string;
}

/** An iteration that nobody asks for its next page stands still; it must not keep the book open. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000).unref());
