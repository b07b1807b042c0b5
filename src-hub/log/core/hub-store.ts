/**
 * What the hub's decisions need from storage. The decisions (this folder) know neither SQL nor HTTP nor a clock; the
 * PostgreSQL implementation is log/postgres-store.ts, the simulation has one in memory. Any other must keep these promises:
 *
 * - `change` is one transaction with the committee's scope locked: changes of one committee happen one after the other, and
 *   whatever `work` throws leaves nothing behind.
 * - After `change` has returned, its effects survive a kill and a power cut.
 * - `read` sees one moment: what commits meanwhile stays invisible to it.
 */
import type { Refusal } from '#shared/sync/check-op';
import type { Conflict, MergeState } from '#shared/sync/merge';

export interface HubStore {
  /** @throws UnknownScope when no workstation of that committee was ever enrolled */
  change<T>(committee: string, work: (scope: ScopeChange) => Promise<T>): Promise<T>;
  read<T>(committee: string, work: (scope: ScopeReader) => Promise<T>): Promise<T>;
  /** The author of a batch; undefined when the hub never enrolled it. */
  findAuthor(device: string): Promise<AuthorKey | undefined>;
}

export class UnknownScope extends Error {}

export interface AuthorKey {
  readonly device: string;
  readonly committee: string;
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  readonly revoked: boolean;
}

/** One life of one device's book. */
export interface AuthorId {
  readonly device: string;
  readonly incarnation: string;
}

/** End of a scope's log and what follows from all of it. */
export interface ScopeHead {
  /** Position of the newest batch, 0 for none. */
  readonly position: number;
  /** 64 zeros for an empty log. */
  readonly logHash: string;
  /** Of the state: sync/fingerprint.ts. */
  readonly fingerprint: string;
  /** The largest stamp seen in the scope, '' for none: the hub's own clock here. */
  readonly stamp: string;
  /** Position up to which the log survives the loss of the hub's first disk. */
  readonly durable: number;
}

/** How far the hub has an author. */
export interface AuthorMark {
  readonly lastSeq: number;
  readonly lastNumber: number;
  /** 64 zeros before the first batch. */
  readonly lastHash: string;
  /** Up to which seq its ops survive the loss of the hub's first disk. */
  readonly confirmed: number;
}

export interface ParkedRef {
  readonly number: number;
  readonly hash: string;
}

export interface AuthorState extends AuthorMark {
  /** This incarnation alone was revoked. */
  readonly revoked: boolean;
  /** Batches that wait for an earlier one, by number. */
  readonly parked: readonly ParkedRef[];
}

export interface ParkedBatch extends AuthorId, ParkedRef {
  readonly bytes: Uint8Array;
}

export interface RecordRef {
  readonly type: string;
  readonly id: string;
}

/** A record with the conflicts that are open on it. */
export interface StoredRecord extends RecordRef {
  readonly state: MergeState;
  readonly conflicts: readonly Conflict[];
}

export interface LogEntry extends AuthorId {
  readonly position: number;
  readonly number: number;
  readonly firstSeq: number;
  readonly count: number;
  readonly hash: string;
  readonly logHash: string;
  readonly refused: readonly Refusal[];
}

export interface ConflictChange extends RecordRef {
  readonly conflict: Conflict;
  /** `withdrawn`: it only seemed to be one (the base arrived later); `settled`: a person decided. */
  readonly state: 'open' | 'settled' | 'withdrawn';
  /** Clock of the op that settled it. */
  readonly by?: string;
}

export interface RefusedOp extends RecordRef, Refusal {}

/** All that one applied batch changes. */
export interface BatchEffects {
  readonly entry: LogEntry;
  readonly bytes: Uint8Array;
  readonly head: ScopeHead;
  readonly mark: AuthorMark;
  /** Records whose state is new. */
  readonly records: readonly (RecordRef & { readonly state: MergeState })[];
  readonly conflicts: readonly ConflictChange[];
  readonly refused: readonly RefusedOp[];
}

export interface ScopeReader {
  head(): Promise<ScopeHead>;
  /** Log hash at a position; undefined when the log is shorter. Position 0: 64 zeros. */
  logHashAt(position: number): Promise<string | undefined>;
  /** Entries behind a position in their order, without bytes but with their length. */
  entriesAfter(position: number, limit: number): Promise<readonly (LogEntry & { readonly bytes: number; readonly codec: number })[]>;
  bytesAt(positions: readonly number[]): Promise<readonly Uint8Array[]>;
  /** Marks of incarnations of this committee, whoever their device is; unknown ones are absent. Absent `incarnations`: all. */
  marks(incarnations?: readonly string[]): Promise<readonly (AuthorId & AuthorMark)[]>;
  /** All records in chunks, for a snapshot. */
  allRecords(): AsyncIterable<readonly StoredRecord[]>;
}

export interface ScopeChange {
  head(): Promise<ScopeHead>;
  /** All zero for one that was never heard of. */
  author(id: AuthorId): Promise<AuthorState>;
  /** A batch that was taken before. */
  taken(id: AuthorId, number: number): Promise<{ readonly hash: string; readonly refused: readonly Refusal[] } | undefined>;
  /** Those of the records that exist. */
  records(refs: readonly RecordRef[]): Promise<readonly StoredRecord[]>;
  /** Keeps a batch until the gap before it is filled. The same number again replaces nothing. */
  park(batch: ParkedBatch): Promise<void>;
  parked(id: AuthorId, number: number): Promise<Uint8Array | undefined>;
  dropParked(id: AuthorId, number: number): Promise<void>;
  /** Writes all of it, projections included. */
  apply(effects: BatchEffects): Promise<void>;
}
