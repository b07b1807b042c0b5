import type { PowerState } from '#shared/contract/service-link';
import { guardArchive } from '../access/guard-archive';
import { guardBook } from '../access/guard-book';
import { createArchive } from '../archive/archive-service';
import { createArchiveOut } from '../archive/out/create-archive-out';
import { createBulk } from '../archive/bulk/bulk-service';
import { stepsBack } from '../archive/rest-reason';
import { createQuality } from '../archive/quality/quality-service';
import { createVerify } from '../archive/verify/verify-service';
import { windowSettings } from '../api/settings';
import type { StartRecognizer } from '../transport/recognizer-link';
import { createBackups } from '../backup/backup-service';
import { createHealth } from '../backup/health';
import type { Book } from '../book/book';
import { createFinding } from '../finding/finding-service';
import { catchUp } from '../search/catch-up';
import { createRetention } from '../retention/retention-service';
import { createCourier } from '../sync/courier/create-courier';
import { createWatchedFolder } from '../archive/watch/watched-folder';
import { createScanService } from '../scan/scan-service';
import { createSheetImport } from '../sheet-import/sheet-import';
import { createSync } from '../sync/create-sync';
import { createUndoSteps } from '../undo/steps';
import { gatherAhead } from '../work/statistics/gather-facts';
import type { Updates } from '../update/updates';
import type { OpenBook } from './open-book';

export interface AssembleOptions {
  /** Whether waiting pages are read and waiting changes are sent by themselves; `kts` does one thing at a time. Default true. */
  readonly reading?: boolean;
  readonly line?: boolean;
  readonly power?: () => PowerState;
  /** Where updates go that the hub hands down; without it none are asked for. */
  readonly updates?: Updates;
}

/** What forms count is read when the window has shown its first lists. */
const aheadAfterMilliseconds = 10_000;

/** Puts the parts of the service onto an open book. */
export function assemble(
  book: Book,
  startRecognizer: StartRecognizer,
  { reading = true, line = true, power, updates }: AssembleOptions = {},
): OpenBook {
  const archive = createArchive(book, startRecognizer, {
    readers: () => windowSettings(book).readers,
    background: stepsBack(reading, process.env),
    ...(power && { power }),
    fetchPageImage: (hash) => sync.fetchPageImage(hash),
  });
  if (reading) archive.start();
  const watch = createWatchedFolder(book, archive, reading);
  const { readPageImage, keepPageImage, hasPageImage } = archive;
  const sync = createSync(book, { readPageImage, keepPageImage, hasPageImage, background: line, updates });
  const courier = createCourier(book, { readPageImage, keepPageImage });
  // What people work with; what is made for them gets this, and only sync and the reading of pages the whole book.
  const mine = guardBook(book);
  const shown = guardArchive(archive, book);
  const out = createArchiveOut({ book: mine, archive: shown });
  const verify = createVerify(mine, { extraction: shown.extraction, pagesOfDocument: shown.pagesOfDocument });
  const backups = createBackups(book, { background: reading });
  const health = createHealth({ book, archive, backups, fetchPageImage: (hash) => sync.fetchPageImage(hash) }, { background: reading });
  const retention = createRetention({ book, mine, files: { destroy: archive.destroyImage }, backups });
  const indexing = catchUp(book);
  if (reading) gatherAhead(mine, aheadAfterMilliseconds);
  return {
    book: mine,
    archive: shown,
    out,
    verify,
    quality: createQuality(mine, verify.acts),
    bulk: createBulk(mine, verify.acts),
    finding: createFinding(mine),
    scan: createScanService(mine, shown),
    watch,
    sheetImport: createSheetImport(mine, archive.readSheet),
    sync,
    courier,
    backups,
    health,
    retention,
    undo: createUndoSteps(mine, mine.records),
    close: async () => {
      indexing.stop();
      await retention.close();
      await health.close();
      await Promise.all([courier.close(), watch.close()]);
      await Promise.all([archive.close(), sync.close()]);
      await backups.close();
      book.close();
    },
  };
}
