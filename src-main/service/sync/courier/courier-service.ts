import type { CourierLook, CourierRead, CourierStatus, CourierWritten } from '#shared/contract/window/courier';

/** Sync by USB stick of an open book. One piece of work at a time; progress goes out as `courier` events. */
export interface CourierService {
  status(): CourierStatus;
  /** @throws AppError courier.noFolder */
  look(dir: string): Promise<CourierLook>;
  /**
   * Writes everything that the hub has not confirmed, in parts of at most `partBytes`.
   * @throws AppError sync.notEnrolled, courier.noRecipient, courier.busy, courier.cancelled, and what the stick does: courier.noFolder,
   * stickGone, stickFull, readOnly, readBack, partTooLarge
   */
  write(dir: string, partBytes?: number): Promise<CourierWritten>;
  /**
   * Takes over what the hub wrote for this committee. A bad file is told in `files` and does not hold up the others.
   * @throws AppError sync.notEnrolled, courier.nothingHere, courier.busy, courier.cancelled, courier.noFolder, courier.stickGone
   */
  read(dir: string): Promise<CourierRead>;
  /** Ends the work under way; false when there is none. */
  cancel(): boolean;
  /** @throws AppError sync.badCode, and what the stick does */
  enrolRequest(dir: string, code: string): Promise<{ file: string }>;
  /** @throws AppError courier.noRequest, courier.noAnswer, sync.badAnswer, courier.otherProfile */
  enrolAnswer(dir: string): Promise<CourierStatus>;
  /** Ends the work under way and waits for its end. */
  close(): Promise<void>;
}
