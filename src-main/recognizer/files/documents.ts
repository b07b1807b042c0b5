/**
 * The document that is being read. Pages of one file are asked for one after the other, so the last document stays open: for a PDF of 300 pages
 * its structure is parsed once. It is closed when another file comes, on request, or after a while.
 */
import type { Description, ScannedPage } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { MAX_PAGES } from '../limits';
import { type CheckedFile, checkFile } from './check-file';
import { openPdf } from './pdf';
import type { ScanDocument } from './scan-document';
import { openSingleImage } from './single-image';
import { openTiff } from './tiff';

/** An open file cannot be renamed or deleted on Windows: let go of it soon. */
const KEEP_OPEN_MS = 20_000;

export class Documents {
  #open: { readonly file: CheckedFile; readonly document: ScanDocument } | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** One at a time: PDFium is not reentrant, and memory stays that of one page. */
  #turn: Promise<unknown> = Promise.resolve();

  describe(path: string): Promise<Description> {
    return this.#inTurn(async () => {
      const { file, document } = await this.#obtain(path);
      return { kind: file.kind, pages: document.pages, sizeBytes: file.sizeBytes };
    });
  }

  /** Pages from 0. */
  page(path: string, index: number): Promise<ScannedPage> {
    return this.#inTurn(async () => {
      const { document } = await this.#obtain(path);
      if (index >= document.pages) throw new RecognizerError('recognizer.badMessage', { page: index, pages: document.pages });
      return document.page(index);
    });
  }

  close(path?: string): Promise<void> {
    return this.#inTurn(async () => {
      if (path === undefined || this.#open?.file.path === path) this.#release();
    });
  }

  async #obtain(path: string): Promise<{ file: CheckedFile; document: ScanDocument }> {
    const file = await checkFile(path);
    const open = this.#open;
    if (open && open.file.path === path && open.file.sizeBytes === file.sizeBytes && open.file.modifiedMs === file.modifiedMs) return open;
    this.#release();
    const document = await openDocument(file);
    this.#open = { file, document };
    if (document.pages === 0 || document.pages > MAX_PAGES) {
      this.#release();
      throw document.pages === 0
        ? new RecognizerError('scan.corrupt')
        : new RecognizerError('scan.tooLarge', { what: 'pages', value: document.pages, limit: MAX_PAGES });
    }
    return this.#open;
  }

  #release(): void {
    const open = this.#open;
    this.#open = undefined;
    open?.document.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.close(), KEEP_OPEN_MS);
    this.#timer.unref();
    return done;
  }
}

const openDocument = (file: CheckedFile): Promise<ScanDocument> => {
  switch (file.kind) {
    case 'jpeg':
    case 'png':
      return openSingleImage(file);
    case 'tiff':
      return openTiff(file);
    case 'pdf':
      return openPdf(file);
  }
};
