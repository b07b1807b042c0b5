/**
 * What the rest of the service may do with records of any type. Writing is one transaction: record, audit entry, outbox op,
 * clock, references and search index; then one event. Reading gives values without the text of sealed fields.
 */
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Op } from '#shared/sync/op';
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

/** Meta columns that can be filtered and sorted beside the fields of the type. */
export type MetaColumn = '$title' | '$createdAt' | '$updatedAt' | '$year' | '$dueOn';

/** `field` is a field of the type or a {@link MetaColumn}. */
export type ListFilter =
  | { readonly op: 'eq' | 'ne'; readonly field: string; readonly value: string | number | boolean }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly (string | number)[] }
  /** Without regard to case and diacritics. */
  | { readonly op: 'contains'; readonly field: string; readonly value: string }
  /** Inclusive bounds; of dates as text ('2025', '2025-03', '2025-03-08'). */
  | { readonly op: 'from' | 'to'; readonly field: string; readonly value: string | number }
  | { readonly op: 'empty' | 'notEmpty'; readonly field: string }
  /** The field (ref, refs, or a ref inside a list) names this record; without `field` any field does. */
  | { readonly op: 'refersTo'; readonly field?: string; readonly value: string }
  /** Due before `today` and not closed. */
  | { readonly op: 'overdue'; readonly today: string }
  /** Due from `today` to `until`, both inclusive, and not closed. */
  | { readonly op: 'dueBetween'; readonly today: string; readonly until: string }
  /** Nothing waits any more (or still does), as the type defines. */
  | { readonly op: 'closed'; readonly value: boolean };

export interface ListQuery {
  readonly type: RecordTypeName;
  readonly filters?: readonly ListFilter[];
  /** Words that the record must hold anywhere in its search text, without diacritics; the last one may be unfinished. */
  readonly text?: string;
  /** Default: the sort of the type. Text sorts as Vietnamese does; empty values come last. */
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  readonly offset?: number;
  /** Default 100, at most 1,000. */
  readonly limit?: number;
  /** Records that were moved aside: left out (default) or nothing but them. */
  readonly removed?: 'exclude' | 'only';
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

export interface StoredConflict {
  readonly id: number;
  readonly type: RecordTypeName;
  readonly recordId: string;
  readonly field: string;
  /** The value that stands and the one that lost; null for '[sealed]' texts. */
  readonly winner: unknown;
  readonly loser: unknown;
  readonly foundAt: string;
}

export interface AppliedOps {
  /** Ops that changed at least one field. */
  readonly applied: number;
  /** Conflicts that were found now (not those known before). */
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
  count(type: RecordTypeName, filters?: readonly ListFilter[]): number;
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
  /**
   * Moves a record aside; nothing is ever deleted.
   * @throws AppError record.reasonRequired, record.notFound, record.inUse while other records name it
   */
  remove(type: RecordTypeName, id: string, reason: string): void;
  restore(type: RecordTypeName, id: string, reason: string): void;
  /** Title of any record, also of one that was moved aside. */
  titleOf(id: string): string | undefined;
  typeOf(id: string): RecordTypeName | undefined;
  /**
   * Merges ops of another workstation, all in one transaction, without putting them into the outbox. Applying the same ops
   * again, or in another order, gives the same records. `also` runs in the same transaction (the cursor of the pull).
   */
  applyRemote(incarnation: string, ops: readonly Op[], also?: () => void): AppliedOps;
  conflicts(limit?: number): StoredConflict[];
}
