/** Documents as searchable PDF/A. */
import type { ExportException } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { appVersion } from '../../app-version';
import type { Book } from '../../book/book';
import { createPdf, type PdfaPart, type ScanInPdf, type Sink } from '../../pdf/write-pdf';
import type { ArchiveService } from '../archive-service';
import type { ChosenDocument } from './choice';
import { type CopyKind, pageForPdf } from './page-source';

export const producer = `Kiểm tra số ${appVersion}`;

export interface PdfParts {
  readonly book: Pick<Book, 'records' | 'search' | 'committee'>;
  readonly archive: Pick<ArchiveService, 'readPageImage' | 'pictureOf' | 'readingCopy' | 'pagesOfDocument'>;
}

export interface PdfWish {
  readonly title: string;
  readonly part: PdfaPart;
  readonly copy: CopyKind;
  readonly signal: AbortSignal;
  /** After each page. */
  readonly onPage: (title: string) => void;
  /** Tells of each page where its bytes stand; the original is given where they were converted. */
  readonly onPlaced?: (pageId: string, place: ScanInPdf | undefined, original: Uint8Array | undefined) => Promise<void>;
}

export interface WrittenPdf {
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number;
  /** Pages that are not in it. */
  readonly exceptions: readonly ExportException[];
}

/**
 * A page whose image is not here or is damaged is left out and named; the others go on.
 * @throws AppError page.missing, page.damaged when no page is left; what the sink throws; the signal's reason
 */
export async function writeDocuments(
  { book, archive }: PdfParts,
  documents: readonly ChosenDocument[],
  sink: Sink,
  wish: PdfWish,
): Promise<WrittenPdf> {
  const facts = { title: wish.title, author: book.committee.name, producer, createdAt: new Date() };
  const pdf = await createPdf(sink, facts, wish.part);
  const exceptions: ExportException[] = [];
  let pages = 0;
  let failure: AppError | undefined;
  for (const document of documents) {
    pdf.beginPart(document.title || 'Văn bản');
    for (const summary of archive.pagesOfDocument(document.id)) {
      wish.signal.throwIfAborted();
      try {
        const { page, converted, original } = await pageForPdf(book, archive, summary, wish.copy);
        const place = await pdf.addPage(page);
        await wish.onPlaced?.(summary.id, converted ? undefined : place, converted ? original : undefined);
        pages++;
      } catch (error) {
        if (!(error instanceof AppError) || (error.code !== 'page.missing' && error.code !== 'page.damaged')) throw error;
        failure = error;
        exceptions.push({
          id: document.id,
          title: document.title,
          why: error.code === 'page.missing' ? 'imageMissing' : 'imageDamaged',
          detail: `trang ${summary.order}`,
        });
      }
      wish.onPage(document.title);
    }
  }
  if (pages === 0) throw failure ?? new AppError('out.nothing');
  return { ...(await pdf.end()), pages, exceptions };
}
