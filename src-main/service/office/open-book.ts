import type { ArchiveService } from '../archive/archive-service';
import type { ArchiveOut } from '../archive/out/create-archive-out';
import type { BulkService } from '../archive/bulk/bulk-service';
import type { QualityService } from '../archive/quality/quality-service';
import type { VerifyService } from '../archive/verify/verify-service';
import type { BackupService } from '../backup/backup-service';
import type { HealthService } from '../backup/health';
import type { Book } from '../book/book';
import type { FindingService } from '../finding/finding-service';
import type { RetentionService } from '../retention/retention-service';
import type { CourierService } from '../sync/courier/courier-service';
import type { WatchedFolder } from '../archive/watch/watched-folder';
import type { ScanService } from '../scan/scan-service';
import type { SheetImportService } from '../sheet-import/sheet-import';
import type { SyncService } from '../sync/sync-service';
import type { UndoSteps } from '../undo/steps';

/** A book that has been unlocked, with the parts of the service that work on it. */
export interface OpenBook {
  readonly book: Book;
  readonly archive: ArchiveService;
  readonly out: ArchiveOut;
  readonly verify: VerifyService;
  readonly quality: QualityService;
  readonly bulk: BulkService;
  readonly finding: FindingService;
  readonly sheetImport: SheetImportService;
  readonly scan: ScanService;
  readonly watch: WatchedFolder;
  readonly sync: SyncService;
  readonly courier: CourierService;
  readonly backups: BackupService;
  readonly health: HealthService;
  readonly retention: RetentionService;
  readonly undo: UndoSteps;
  /** Stops reading and the line, then closes the database. Nothing is lost: both go on from the database at the next open. */
  close(): Promise<void>;
}
