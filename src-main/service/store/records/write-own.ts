import type { RecordTypeName } from '#shared/records/record-type-name';
import type { FieldClock } from '#shared/sync/hlc';
import { emptyState } from '#shared/sync/merge';
import { apart, joined } from '#shared/sync/merging/beside';
import type { Touched } from '#shared/sync/touched';
import type { Secret } from '../../vault/secret';
import type { AuditTable } from '../audit-table';
import type { LocalClock } from '../local-clock';
import type { OutboxTable } from '../outbox-table';
import type { BesideTable } from './beside-table';
import { packClock, packClocks } from './clocks';
import type { ConflictTable } from './conflict-table';
import type { RawValues } from './derive';
import { draftOf, mergeOwn } from './issue';
import { mergeStateOf } from './merge-state';
import type { RecordRow, RowReader } from './row';
import type { RowWriter } from './row-writer';

export interface SaveParts {
  readonly reader: RowReader;
  readonly writer: RowWriter;
  readonly audit: AuditTable;
  readonly outbox: OutboxTable;
  readonly clock: LocalClock;
  readonly conflicts: ConflictTable;
  readonly beside: BesideTable;
  readonly sealedKey: Secret;
  /** Keys of sealed fields from before rotations. */
  readonly formerSealed: readonly Secret[];
  readonly userId: string;
}

export interface Write {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly before: RecordRow | undefined;
  readonly set: RawValues;
  /** Fields of the op: those that are set, and meta fields. */
  readonly fields: RawValues;
  readonly created: { at: string; by: string };
  readonly at: string;
  readonly removed: { at: string | null; reason: string | null };
  /** The id was made just now: nothing can name the record yet. */
  readonly isUnnamed?: boolean;
  /** The fields are issued again because an op that set them never got to the hub. */
  readonly again?: boolean;
  /** Clocks of the losing values that a person decided about, and the elements that this touches. */
  readonly settles?: readonly FieldClock[];
  readonly decided?: Readonly<Record<string, Touched>>;
}

/** Issues the op and writes the record as it is after it. Gives the new revision. */
export function write(parts: SaveParts, { before, set, fields, created, at, removed, isUnnamed, ...change }: Write): number {
  const { outbox, writer, conflicts, beside, userId } = parts;
  const { type, id } = change;
  const { incarnation } = outbox.identity();
  const state = before ? mergeStateOf(before) : emptyState;
  const parked = before?.refused === true ? outbox.parkedOps(id) : [];
  const local = { ...change, fields, actor: userId, before: state };
  const { op, clock } = outbox.issue(draftOf({ ...local, parked }, incarnation));
  const row = { type, id, before, created, updated: { at, by: userId }, removed, seq: op.seq, isUnnamed };
  const waiting = beside.of(type, id);
  if (!before && !waiting) return writer.write({ ...row, set, clocks: packClock(clock, fields) });
  // Here it was made on what was parked, which nobody else has.
  const merged = mergeOwn(
    joined(state, waiting),
    parked.length === 0 ? op : { ...op, ...draftOf({ ...local, parked: [] }, incarnation) },
    incarnation,
  );
  conflicts.note(type, id, merged, userId, at);
  const after = waiting ? apart(merged.state) : { state: merged.state, beside: undefined };
  beside.set(type, id, after.beside);
  const values = Object.fromEntries(Object.keys(set).map((field) => [field, after.state.fields[field] ?? null]));
  return writer.write({ ...row, set: values, clocks: packClocks(after.state.clocks) });
}
