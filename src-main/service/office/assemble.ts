import type { PowerState } from '#shared/contract/service-link';
import { createArchive } from '../archive/archive-service';
import { createArchiveOut } from '../archive/out/create-archive-out';
import { createBulk } from '../archive/bulk/bulk-service';
import { createQuality } from '../archive/quality/quality-service';
import { createVerify } from '../archive/verify/verify-service';
import { windowSettings } from '../api/settings';
import type { StartRecognizer } from '../transport/recognizer-link';
import type { Book } from '../book/book';
import { createFinding } from '../finding/finding-service';
import { catchUp } from '../search/catch-up';
import { createCourier } from '../sync/courier/create-courier';
import { createScanService } from '../scan/scan-service';
import { createSheetImport } from '../sheet-import/sheet-import';
import { createSync } from '../sync/create-sync';
import type { OpenBook } from './open-book';

export interface AssembleOptions {
  /** Whether waiting pages are read and waiting changes are sent by themselves; `kts` does one thing at a time. Default true. */
  readonly reading?: boolean;
  readonly line?: boolean;
  readonly power?: () => PowerState;
}

/** Puts the parts of the service onto an open book. */
export function assemble(
  book: Book,
  startRecognizer: StartRecognizer,
  { reading = true, line = true, power }: AssembleOptions = {},
): OpenBook {
  const archive = createArchive(book, startRecognizer, {
    readers: () => windowSettings(book).readers,
    ...(power && { power }),
    fetchPageImage: (hash) => sync.fetchPageImage(hash),
  });
  if (reading) archive.start();
  const { readPageImage, keepPageImage, hasPageImage } = archive;
  const sync = createSync(book, { readPageImage, keepPageImage, hasPageImage, background: line });
  const courier = createCourier(book, { readPageImage, keepPageImage });
  const out = createArchiveOut({ book, archive });
  const verify = createVerify(book, { extraction: archive.extraction, pagesOfDocument: archive.pagesOfDocument });
  const indexing = catchUp(book);
  return {
    book,
    archive,
    out,
    verify,
    quality: createQuality(book, verify.acts),
    bulk: createBulk(book, verify.acts),
    finding: createFinding(book),
    scan: createScanService(book, archive),
    sheetImport: createSheetImport(book, archive.readSheet),
    sync,
    courier,
    close: async () => {
      indexing.stop();
      await courier.close();
      await Promise.all([archive.close(), sync.close()]);
      book.close();
    },
  };
}
