import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { refusedRecords } from './refused';
import { openLineParts } from './line-parts';
import { describeStatus } from './status';
import type { SyncService } from './sync-service';

/** A workstation without network: it counts what waits for the courier and can do nothing else. */
export function standaloneSync(book: Book): SyncService {
  const parts = openLineParts(book);
  const status = (): ReturnType<SyncService['status']> =>
    describeStatus({ ...parts, line: undefined, hub: undefined, paused: false, skewMs: undefined });
  return {
    status,
    enrol: async () => {
      throw new AppError('sync.standalone');
    },
    runNow: async () => status(),
    pause: () => status(),
    refused: () => refusedRecords(book, parts.kept),
    pageLine: () => ({ here: true, state: 'none' }),
    pageFirst: () => ({ here: true, state: 'none' }),
    fetchPages: () => 0,
    fetchPageImage: async () => {
      throw new AppError('page.missing');
    },
    close: async () => undefined,
  };
}
