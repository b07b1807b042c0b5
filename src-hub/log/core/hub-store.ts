/**
 * What the hub's decisions need from storage. The decisions (this folder) know neither SQL nor HTTP nor a clock; the
 * PostgreSQL implementation is log/postgres-store.ts, the simulation has one in memory. Any other must keep these promises:
 *
 * - `change` is one transaction with the committee's scope locked: changes of one committee happen one after the other, and
 *   whatever `work` throws leaves nothing behind.
 * - After `change` has returned, its effects survive a kill and a power cut.
 * - `read` sees one moment: what commits meanwhile stays invisible to it.
 */
import type { RefusedOp } from '#shared/contract/hub';
import type { DeviceCertificate } from '#shared/sync/certificate';
import type { ClosedConflict, Conflict, MergeState } from '#shared/sync/merge';

export interface HubStore {
  /** @throws UnknownScope when no workstation of that committee was ever enrolled */
  change<T>(committee: string, work: (scope: ScopeChange) => Promise<T>): Promise<T>;
  /** @throws UnknownScope */
  read<T>(committee: string, work: (scope: ScopeReader) => Promise<T>): Promise<T>;
  /** The author of a batch; undefined when the hub never enrolled it. */
  findAuthor(device: string): Promise<AuthorKey | undefined>;
  /** Enrols a workstation by the certificate that this hub once gave it; one that it knows stays as it is. */
  enrolAgain(certificate: DeviceCertificate): Promise<AuthorKey>;
  /** Of those of the devices that are known. */
  certificates(devices: readonly string[]): Promise<Readonly<Record<string, DeviceCertificate>>>;
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
  /** Of the state (sync/fingerprint). */
  readonly fingerprint: string;
  /** The largest stamp seen in the scope, '' for none: what the hub writes comes after it. */
  readonly stamp: string;
  /** Position that the last finished backup holds. */
  readonly durable: number;
}

/** How far the hub has an author. */
export interface AuthorMark {
  readonly lastSeq: number;
  readonly lastNumber: number;
  /** 64 zeros before the first batch. */
  readonly lastHash: string;
  /** Last seq that the last finished backup holds. */
  readonly confirmed: number;
}

export interface ParkedRef {
  readonly number: number;
  readonly hash: string;
}

export interface AuthorState extends AuthorMark {
  /** This incarnation alone was revoked. */
  readonly revoked: boolean;
  /** Batches that wait for an earlier one, by ascending number. */
  readonly parked: readonly ParkedRef[];
}

export interface RecordRef {
  readonly type: string;
  readonly id: string;
}

export interface StoredRecord extends RecordRef {
  readonly state: MergeState;
}

export interface LogEntry extends AuthorId {
  readonly position: number;
  readonly number: number;
  readonly firstSeq: number;
  readonly count: number;
  readonly hash: string;
  readonly logHash: string;
  readonly refused: readonly RefusedOp[];
}

/** An entry without its bytes. */
export interface LogRow extends LogEntry {
  /** Length of its bytes. */
  readonly size: number;
  /** Byte 5 of the batch (sync/batch). */
  readonly codec: number;
}

export interface RefusedRecordOp extends RecordRef, RefusedOp {}

/** A record that a batch changed. */
export interface ChangedRecord extends StoredRecord {
  /** As it was; undefined for a new one. */
  readonly before: MergeState | undefined;
}

/** What became of a conflict in a batch; it is named by record, field, item and the loser's clock. */
export interface ConflictEvent extends RecordRef {
  readonly conflict: Conflict;
  /** Absent: it is open now, perhaps again. */
  readonly closed?: Pick<ClosedConflict, 'why' | 'by'>;
}

/** All that one applied batch changes. */
export interface BatchEffects {
  readonly entry: LogEntry;
  readonly bytes: Uint8Array;
  readonly head: ScopeHead;
  readonly mark: AuthorMark;
  readonly records: readonly ChangedRecord[];
  /** The last event of each conflict. */
  readonly conflicts: readonly ConflictEvent[];
  readonly refused: readonly RefusedRecordOp[];
}

export interface ScopeReader {
  head(): Promise<ScopeHead>;
  /** Log hash at a position; undefined when the log is shorter. Position 0: 64 zeros. */
  logHashAt(position: number): Promise<string | undefined>;
  /** Entries behind a position in their order. */
  entriesAfter(position: number, limit: number): Promise<readonly LogRow[]>;
  /** In the order of the positions. */
  bytesAt(positions: readonly number[]): Promise<readonly Uint8Array[]>;
  /** Marks of incarnations of this committee, whoever their device is; unknown ones are absent. Without `incarnations`: all. */
  marks(incarnations?: readonly string[]): Promise<readonly (AuthorId & AuthorMark)[]>;
  /** All records in chunks; what stands beside them (#shared/sync/merging/beside) comes first. */
  allRecords(): AsyncIterable<readonly StoredRecord[]>;
}

export interface ScopeChange {
  head(): Promise<ScopeHead>;
  /** Zeros for one that was never heard of. */
  author(id: AuthorId): Promise<AuthorState>;
  /** The incarnation under which the hub itself writes here; `fresh` becomes it when there is none, as after a restore. */
  ownIncarnation(fresh: string): Promise<string>;
  /** A batch that was taken before: its hash, and what was refused of it and of the 64 after it. */
  taken(id: AuthorId, number: number): Promise<{ readonly hash: string; readonly refused: readonly RefusedOp[] } | undefined>;
  /** Those of the records that exist. */
  records(refs: readonly RecordRef[]): Promise<readonly StoredRecord[]>;
  /** Keeps a batch until the gap before it is filled. */
  park(id: AuthorId, parked: ParkedRef, bytes: Uint8Array): Promise<void>;
  parked(id: AuthorId, number: number): Promise<Uint8Array | undefined>;
  dropParked(id: AuthorId, number: number): Promise<void>;
  /** Writes all of it, projections included. Head and marks that are asked for later are the new ones. */
  apply(effects: BatchEffects): Promise<void>;
}
