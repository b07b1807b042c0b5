/**
 * The outbox: ops of this workstation in the order in which they were made, written in the transaction of the save (rule 1).
 * Ops stay after they were sent and confirmed, because a restored hub asks for them again (rule 6).
 *
 *   waiting --markSent--> sent --markConfirmed--> confirmed;  any --park--> refused, with the hub's reason in words (rule 10)
 */
import type { Op } from '#shared/sync/op';
import type { RecordTypeName } from '#shared/records/record-type-name';

export interface OutboxIdentity {
  /** Random id of this workstation, 16 hex digits. */
  readonly device: string;
  /** Random id of this life of the database, 16 hex digits; a new one after a restore (rule 3). */
  readonly incarnation: string;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly confirmed: number;
  readonly refused: number;
}

/** Why the hub refused an op. */
export interface RefusalWords {
  readonly vi: string;
  readonly en: string;
  /** Field that has to be mended, where one is to blame. */
  readonly field?: string;
}

export interface ParkedOp {
  readonly seq: number;
  readonly type: RecordTypeName;
  readonly recordId: string;
  readonly reason: RefusalWords;
  readonly at: string;
}

export interface Outbox {
  identity(): OutboxIdentity;
  /** Highest numbers of the present incarnation: made, sent, confirmed by the hub. */
  watermarks(): { readonly made: number; readonly sent: number; readonly confirmed: number };
  /** Ops of the present incarnation with a number above `afterSeq`, in order, without gaps, at most `limit`. */
  pending(limit: number, afterSeq: number): Op[];
  /** Everything up to and including `seq` left this machine. Never goes back. */
  markSent(seq: number): void;
  /** Everything up to and including `seq` is durable at the hub. Never goes back. */
  markConfirmed(seq: number): void;
  /** The hub refused this op; the queue goes on without it. */
  park(seq: number, reason: RefusalWords): void;
  /** Ops that were refused, oldest first. */
  parked(limit: number): ParkedOp[];
  counts(): OutboxCounts;
  /**
   * Sets the sent and confirmed marks back (a restored hub has less), so that `pending` is asked from there again.
   */
  rewind(seq: number): void;
  /** Whether own ops of a former life are held from this number on. */
  holdsFormer(incarnation: string, firstSeq: number): boolean;
  /** They, and they are held no more. */
  takeFormer(incarnation: string, firstSeq: number): Op[];
}
