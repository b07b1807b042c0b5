import type { ArchiveService } from '../archive/archive-service';
import type { ArchiveOut } from '../archive/out/create-archive-out';
import type { Book } from '../book/book';
import type { CourierService } from '../sync/courier/courier-service';
import type { SyncService } from '../sync/sync-service';

/** A book that has been unlocked, with the parts of the service that work on it. */
export interface OpenBook {
  readonly book: Book;
  readonly archive: ArchiveService;
  readonly out: ArchiveOut;
  readonly sync: SyncService;
  readonly courier: CourierService;
  /** Stops reading and the line, then closes the database. Nothing is lost: both go on from the database at the next open. */
  close(): Promise<void>;
}
