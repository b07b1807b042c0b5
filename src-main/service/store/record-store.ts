/**
 * What the rest of the service may do with records of any type. Writing is one transaction: record, audit entry, outbox op,
 * clock, references and search index; then one event. Reading gives values without the text of sealed fields.
 */
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Op } from '#shared/sync/op';
import type { SnapshotAuthors, SnapshotRecord } from '#shared/sync/snapshot';
import type { AuditEntry } from './audit-log';

export interface RecordChange {
  readonly type: RecordTypeName;
  /** Absent: a new record with a new UUIDv7. An id that does not exist yet makes a new record with this id. */
  readonly id?: string;
  /** Only the fields to set; null or '' clears. A sealed field takes its clear text. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Revision on which the change was made. Refused only where one of the same fields changed since. */
  readonly expectedRevision?: number;
}

export interface SaveContext {
  /** Kept in the audit entry. */
  readonly reason?: string;
  /** The values were typed by a person: fields that the program writes are refused. */
  readonly typed?: boolean;
}

export interface SavedRecord {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly revision: number;
  readonly created: boolean;
  /** Fields whose value really changed; a save that changes nothing writes nothing. */
  readonly changed: readonly string[];
}

/** waiting: not sent yet; sent: not confirmed yet; confirmed: durable at the hub (or came from there); refused: parked. */
export type RecordSyncState = 'waiting' | 'sent' | 'confirmed' | 'refused';

export interface StoredRecord {
  readonly id: string;
  readonly type: RecordTypeName;
  /** Fields that hold something; sealed fields are absent. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Title and subtitle are computed when read, so that they follow the records that they name. */
  readonly title: string;
  readonly subtitle: string;
  /** Names of the sealed fields that hold something. */
  readonly sealed: readonly string[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly removedAt: string | null;
  readonly removedReason: string | null;
  /** Counts the changes of this record on this machine, from 1. */
  readonly revision: number;
  readonly sync: RecordSyncState;
}

/** Columns that every type has beside its fields; they can be filtered and sorted like fields. */
export type MetaColumn = '$title' | '$createdAt' | '$updatedAt' | '$year' | '$dueOn' | '$closed';

/**
 * `field` is a field of the type or a {@link MetaColumn}.
 * eq, in: equal values. contains: text without regard to case and diacritics. from, to: inclusive; dates as text ('2025', '2025-03',
 * '2025-03-08'; 'to' 2025 includes the whole year). has: a code, tag or reference is among those of the field; references inside
 * a list count. field '*' with has: any reference of the record.
 */
export interface ListFilter {
  readonly field: string;
  readonly op: 'eq' | 'in' | 'contains' | 'from' | 'to' | 'empty' | 'notEmpty' | 'has';
  readonly value?: string | number | boolean | readonly string[] | undefined;
}

export interface RecordQuery {
  readonly type: RecordTypeName;
  readonly filters?: readonly ListFilter[] | undefined;
  /** Words that the record must hold anywhere in its search text, without diacritics; the last one may be unfinished. */
  readonly text?: string | undefined;
  /** Not closed and due: before today (overdue), from today to seven days later (week), or whenever (open). */
  readonly due?: { readonly today: string; readonly within: 'overdue' | 'week' | 'open' } | undefined;
  /** True: nothing but records that were moved aside. They are left out otherwise. */
  readonly removed?: boolean | undefined;
}

export interface ListQuery extends RecordQuery {
  /** Default: the sort of the type. Text sorts as Vietnamese does; empty values come last. */
  readonly sort?: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[] | undefined;
  readonly offset?: number | undefined;
  /** Default 100, at most 1,000. */
  readonly limit?: number | undefined;
}

export interface ListPage {
  readonly rows: StoredRecord[];
  readonly total: number;
}

export interface LookupHit {
  readonly id: string;
  readonly type: RecordTypeName;
  readonly title: string;
  readonly subtitle: string;
}

/** One of two values that were set without knowing of each other. The text of a sealed field is '[sealed]'. */
export interface ConflictSide {
  readonly value: unknown;
  readonly actor: string;
  readonly at: string;
}

/** A losing value that a person has not settled yet. */
export interface StoredConflict {
  readonly id: string;
  readonly type: RecordTypeName;
  readonly recordId: string;
  readonly field: string;
  /** Id of the item, where two changes of one item of a small table met; the values are items then, null where it was taken out. */
  readonly item: string | null;
  /** What stood when the conflict was found. */
  readonly winner: ConflictSide;
  readonly loser: ConflictSide;
}

/** What stands in the record, the losing value, or a third one as `save` takes it (of a small table: the item; null takes it out). */
export type ConflictChoice = 'winner' | 'loser' | { readonly typed: unknown };

/** An official number that stands on several records of one register. */
export interface NumberClash {
  readonly type: RecordTypeName;
  readonly field: string;
  readonly number: number;
  /** What the register is kept within, by field; '$year' is the year of the record. */
  readonly within: Readonly<Record<string, unknown>>;
  /** Ids, the oldest first. */
  readonly records: readonly string[];
}

export interface RemoteContext {
  /** Runs in the same transaction (the cursor of the pull). */
  readonly also?: () => void;
  /** Numbers that the batch covers: those without an op never come, and none of them is merged again. */
  readonly covers?: { readonly firstSeq: number; readonly lastSeq: number };
  /** Ops of the batch that the hub refused: of them counts only what their author had seen. */
  readonly refused?: readonly Op[];
  /** The batch was signed by the hub; what only the hub may write is left out otherwise. */
  readonly fromHub?: boolean;
}

export interface AppliedOps {
  /** Ops that changed at least one field. */
  readonly applied: number;
  /** Conflicts that are open now and were not before. */
  readonly conflicts: number;
}

export interface RecordStore {
  /**
   * Saves all changes or none.
   * @throws InvalidRecord (record.invalid) with its problems; AppError record.brokenReference, record.changedMeanwhile, store.diskFull
   */
  save(changes: readonly RecordChange[], context?: SaveContext): SavedRecord[];
  get(type: RecordTypeName, id: string): StoredRecord | undefined;
  list(query: ListQuery): ListPage;
  /** How many records a query of this kind has, without reading them. */
  count(query: RecordQuery): number;
  /** For choosing a reference: records of these types whose title has words that begin so; without text the latest ones. */
  lookup(types: readonly RecordTypeName[], text: string, limit?: number): LookupHit[];
  /** Records of any type that name this one. */
  referrers(id: string, limit?: number): LookupHit[];
  /** Newest first. */
  history(id: string, limit?: number): AuditEntry[];
  /**
   * Clear text of sealed fields; written to the audit log before it is handed out.
   * @throws AppError record.reasonRequired, record.notFound
   */
  unseal(type: RecordTypeName, id: string, fields: readonly string[], reason: string): Record<string, string>;
  /** Seals anew, as own ops, what was sealed by a key from before a rotation. Gives how many records. */
  reseal(): number;
  /**
   * Moves a record aside; nothing is ever deleted.
   * @param together records that are moved aside with it: that they name it does not count
   * @throws AppError record.reasonRequired, record.notFound, record.inUse while other records name it
   */
  remove(type: RecordTypeName, id: string, reason: string, together?: ReadonlySet<string>): void;
  restore(type: RecordTypeName, id: string, reason: string): void;
  /** Title of any record, also of one that was moved aside. */
  titleOf(id: string): string | undefined;
  typeOf(id: string): RecordTypeName | undefined;
  /**
   * Merges ops of another workstation, all in one transaction, without putting them into the outbox, each (incarnation, seq) once. Any
   * order gives the same records and the same open conflicts.
   */
  applyRemote(incarnation: string, ops: readonly Op[], context?: RemoteContext | (() => void)): AppliedOps;
  /**
   * Takes a new incarnation and issues again the ops above `keptThrough` under it, numbered from 1: this book was restored from a backup, or copied.
   */
  renewLife(keptThrough: number): void;
  /**
   * Takes over ops of another life that only this book still has: the hub and their author were both restored, and other ops stand under
   * their numbers now, from `firstSeq` on. They are issued again as own ones, and what stands there is merged when it comes.
   */
  takeOver(incarnation: string, firstSeq: number, ops: readonly Op[]): void;
  /** Whether a snapshot with these marks holds all ops of others that were merged here; one that does not must not be taken. */
  isCovered(authors: SnapshotAuthors): boolean;
  /**
   * Makes these records what a snapshot says, with own changes on top that it does not hold, in one transaction. After the last
   * part `countSnapshot` makes ops that it holds pass over. `authors`: those of its description.
   */
  takeSnapshot(records: readonly SnapshotRecord[], authors: SnapshotAuthors, also?: () => void): void;
  countSnapshot(authors: SnapshotAuthors, also?: () => void): void;
  /**
   * Fingerprint of what the hub has of this book; undefined when something was written meanwhile. Waits for `breathe` about every 15 ms
   * (default: a turn of the event loop).
   */
  fingerprint(breathe?: () => Promise<void>): Promise<string | undefined>;
  /** Writes records of types that this version has come to know since they arrived. Gives how many. */
  projectKept(): number;
  /** Conflicts that nobody has settled, the newest first. */
  conflicts(limit?: number): StoredConflict[];
  /**
   * Settles a conflict, here and wherever this op comes; audited. One that was settled is decided anew.
   * @throws AppError record.notFound; InvalidRecord, BrokenReference for a typed value
   */
  settleConflict(id: string, choice: ConflictChoice): SavedRecord;
  /** Official numbers that stand twice, at most `limit` of each register. */
  numberClashes(limit?: number): readonly NumberClash[];
  /** Issues the fields of this record that the hub refused once more, with their present values, and takes them out of parking. */
  sendAgain(id: string): void;
  /**
   * Highest value of an integer field plus one: among the records that have these values, otherwise among those of the year of `day`.
   * An own number range that has room goes first; ranges of other workstations are passed over.
   * @throws AppError record.noNumber for a field that holds no integer, or a condition on a field that the type does not have
   */
  nextNumber(type: RecordTypeName, field: string, day: string, within?: Readonly<Record<string, string>>): number;
}
