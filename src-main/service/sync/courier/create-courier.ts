import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import { openBlobQueue } from '../blob-queue';
import { readHub } from '../enrolled-hub';
import type { ReadPageImage } from '../sync-service';
import type { CourierService } from './courier-service';

export interface CourierOptions {
  readonly readPageImage: ReadPageImage;
}

/** The way by stick of an open book. */
export function createCourier(book: Book, _options: CourierOptions): CourierService {
  const blobs = openBlobQueue(book.db);
  const notYet = (): never => {
    throw new AppError('courier.busy');
  };
  return {
    status() {
      const hub = readHub(book.syncState);
      const ops = book.outbox.counts();
      const pages = blobs.totals().waiting;
      return {
        hub: hub ? { name: hub.name, profile: 'connected' } : null,
        enrolmentPending: false,
        waiting: { changes: ops.waiting + ops.sent, pages: pages.pages, bytes: pages.bytes },
        wishes: 0,
        lastWrittenAt: null,
        lastReadAt: null,
        progress: null,
      };
    },
    look: async () => notYet(),
    write: async () => notYet(),
    read: async () => notYet(),
    cancel: () => false,
    enrolRequest: async () => notYet(),
    enrolAnswer: async () => notYet(),
    close: async () => undefined,
  };
}
