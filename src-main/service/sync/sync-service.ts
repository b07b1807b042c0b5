import type { z } from 'zod';
import type { conflictSchema, refusedSchema, SyncStatus } from '#shared/contract/window/sync';

/** The way of one open book to the provincial hub: what the window and `kts sync` may ask of it. */
export interface SyncService {
  status(): SyncStatus;
  /** @throws AppError sync.badCode, sync.unreachable, sync.standalone */
  enrol(hubUrl: string, code: string): Promise<SyncStatus>;
  /** Starts the loop that sends and fetches whenever the line is up. A standalone book starts nothing. */
  start(): void;
  /**
   * One full round now: send everything that waits, fetch everything that is new, then images.
   * @throws AppError sync.notEnrolled, sync.unreachable, sync.revoked
   */
  runOnce(signal?: AbortSignal): Promise<void>;
  pause(paused: boolean): void;
  refused(): z.infer<typeof refusedSchema>[];
  /** Puts a record that the hub refused into the queue again, with its present values. */
  sendAgain(recordId: string): void;
  conflicts(): z.infer<typeof conflictSchema>[];
  /** Stops after the request in work; the rest goes on at the next open. */
  close(): Promise<void>;
}
