import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { type EnrolledHub, readHub } from './enrolled-hub';
import { openLineParts } from './line-parts';
import { openPageLines } from './page-line';
import { refusedRecords } from './refused';
import { describeStatus } from './status';
import type { SyncService } from './sync-service';

/** A workstation without network: it tells what waits for the courier (courier/), and takes wishes for images that a stick is to bring. */
export function standaloneSync(book: Book, hasPageImage: (sha256: string) => boolean): SyncService {
  const parts = openLineParts(book);
  const hub = (): EnrolledHub | undefined => readHub(book.syncState);
  const pages = openPageLines({ ...parts, hasPageImage, hasHub: () => hub() !== undefined });
  parts.blobs.retryAside();
  const status = (): ReturnType<SyncService['status']> =>
    describeStatus({ ...parts, line: undefined, hub: hub(), paused: false, skewMs: undefined });
  return {
    status,
    enrol: async () => {
      throw new AppError('sync.standalone');
    },
    runNow: async () => status(),
    pause: () => status(),
    refused: () => refusedRecords(book, parts.kept),
    pageLine: pages.of,
    pageFirst: pages.first,
    fetchPages: pages.wantFile,
    fetchPageImage: async (hash) => {
      pages.first(hash);
      throw new AppError('page.missing');
    },
    close: async () => undefined,
  };
}
