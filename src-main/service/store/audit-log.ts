/**
 * The audit log: who did what to which record, when and why, as a hash chain. Entry n holds the hash of entry n-1, so that a
 * changed, removed or reordered entry is found by `verify`. The last entry of every transaction is signed by the workstation, and the
 * hub keeps where the chain stood at each sync, so that one that was written anew is found there (secrecy/audit-chain). Never holds the text of a sealed field.
 */
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { ChainEntry, ChainPoint } from '#shared/secrecy/audit-chain';
import type { Json } from '#shared/sync/op';

export type AuditAction = 'create' | 'update' | 'remove' | 'restore' | 'unseal' | 'remote' | (string & {});

/** Old and new value of a field. Text beyond 2,000 characters is cut with '…'; of a sealed field both are '[sealed]'. */
export type AuditChanges = Readonly<Record<string, readonly [Json, Json]>>;

/** Stands among the changes of an entry about what came from elsewhere: [null, incarnation of the workstation]. No field begins with '$'. */
export const madeBy = '$incarnation';

export interface AuditEntry {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the user. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly type: RecordTypeName | null;
  readonly recordId: string | null;
  readonly reason: string | null;
  readonly changes: AuditChanges;
}

/** An entry as it is chained: of the changed values only their hash. */
export type AuditLine = ChainEntry;

export interface AuditLog {
  /** Appends an entry by the user of the book (or `actor`); belongs into the transaction of what it tells of. */
  append(entry: {
    action: AuditAction;
    type?: RecordTypeName;
    recordId?: string;
    reason?: string;
    changes?: AuditChanges;
    actor?: string;
  }): void;
  /** Newest first. */
  list(query: { recordId?: string; beforeSeq?: number; limit?: number }): AuditEntry[];
  /** Walks the whole chain and its seals. `brokenAt`: number of the first entry that does not fit; `signed`: seals that were checked. */
  verify(): { entries: number; brokenAt: number | null; signed: number };
  /** The last entry. */
  head(): ChainPoint;
  hashAt(seq: number): string | undefined;
  /** Hashes of the contents of the entries behind `after`, up to `upTo`; undefined where one is of before seals. */
  contents(after: number, upTo: number): string[] | undefined;
  /** Every entry without its values, oldest first, for a file that others can check. */
  lines(): Generator<AuditLine & { readonly hash: string; readonly form: number }>;
}
