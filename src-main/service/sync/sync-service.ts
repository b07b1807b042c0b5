import type { RefusalWords } from '../store/outbox';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { PageLine, SyncStatus } from '#shared/contract/window/sync';

/**
 * The way to the provincial hub. It works by itself while the book is open: whatever was saved goes out when the line is up,
 * and what others of the committee saved comes in. Without a hub, or without a network, it waits, for months if need be.
 */
export interface SyncService {
  status(): SyncStatus;
  /**
   * Enrols this workstation by the province's one-time code and starts the line.
   * @throws AppError sync.badCode, sync.unreachable, sync.badAnswer, sync.standalone
   */
  enrol(hubUrl: string, code: string): Promise<SyncStatus>;
  /** Works until nothing waits or the line fails. Never throws for a line that is down: the status tells. */
  runNow(): Promise<SyncStatus>;
  pause(paused: boolean): SyncStatus;
  refused(): RefusedRecord[];
  /** Where the image of a page is. */
  pageLine(image: string): PageLine;
  /** Before all other pages: up where it waits here, down where only the province has it. */
  pageFirst(image: string): PageLine;
  /** Asks the province for the images of an archive file that are not here; how many were asked for. */
  fetchPages(fileId: string): number;
  /**
   * Brings a page's image now, before all else, because a person opens the page. Where the line is down it stays asked for.
   * @throws AppError page.missing, sync.unreachable and the others of the line
   */
  fetchPageImage(image: string): Promise<void>;
  /** Ends the line; what was under way is taken up again at the next open. */
  close(): Promise<void>;
}

/** A record with a change that the hub did not take. */
export interface RefusedRecord {
  readonly id: string;
  readonly type: RecordTypeName;
  readonly title: string;
  /** Field that has to be mended, where the hub named one. */
  readonly field: string | null;
  readonly reason: Pick<RefusalWords, 'vi' | 'en'>;
  readonly at: string;
}

/** The page's image as it was imported, decrypted and verified. @throws AppError page.missing, page.damaged */
export type ReadPageImage = (sha256: string) => Promise<Buffer>;

/** Keeps an image that came from elsewhere. @throws AppError page.damaged unless it is what its name says; store.diskFull */
export type KeepPageImage = (sha256: string, bytes: Uint8Array) => Promise<void>;
