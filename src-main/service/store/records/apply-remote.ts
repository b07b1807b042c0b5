import type { Database } from 'better-sqlite3';
import { isHubAuthored, isRecordTypeName } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { merge } from '#shared/sync/merge';
import { apart, joined } from '#shared/sync/merging/beside';
import type { Op } from '#shared/sync/op';
import type { AuditTable } from '../audit-table';
import type { LocalClock } from '../local-clock';
import type { AppliedOps, RemoteContext } from '../record-store';
import type { BesideTable } from './beside-table';
import { type ConflictTable, instant } from './conflict-table';
import type { KeptOps } from './kept-ops';
import { mergeStateOf } from './merge-state';
import type { MergedOps } from './merged-ops';
import type { RowReader } from './row';
import type { RowWriter } from './row-writer';
import { writeMerged } from './write-merged';

export interface RemoteParts {
  readonly db: Database;
  readonly reader: RowReader;
  readonly writer: RowWriter;
  readonly audit: AuditTable;
  readonly clock: LocalClock;
  readonly conflicts: ConflictTable;
  readonly merged: MergedOps;
  readonly kept: KeptOps;
  readonly beside: BesideTable;
}

/** A record that the ops changed. */
export interface Touched {
  readonly type: RecordTypeName;
  readonly id: string;
}

type Applied = AppliedOps & { readonly touched: readonly Touched[] };

/** Merges ops of another workstation or the hub, each once; runs inside the transaction of the caller. */
export function applyRemoteOps(parts: RemoteParts, incarnation: string, ops: readonly Op[], context: RemoteContext = {}): Applied {
  const { merged, clock } = parts;
  const refused = new Set(context.refused);
  const touched: Touched[] = [];
  let [applied, conflicts] = [0, 0];
  let latest = '';
  for (const op of [...ops, ...refused]) {
    if (op.stamp > latest) latest = op.stamp;
    if (merged.has(incarnation, op.seq, op.stamp)) continue;
    clock.witness(op.stamp);
    if (isHubAuthored(op.type) && context.fromHub !== true) merged.add(incarnation, op.seq, op.seq, op.stamp);
    else if (isRecordTypeName(op.type)) {
      const found = mergeOne(parts, incarnation, op, { refused: refused.has(op) });
      merged.add(incarnation, op.seq, op.seq, op.stamp);
      if (!found) continue;
      touched.push({ type: op.type, id: op.id });
      applied += 1;
      conflicts += found.conflicts;
    } else {
      if (!refused.has(op)) parts.kept.keep(incarnation, op);
      merged.add(incarnation, op.seq, op.seq, op.stamp);
    }
  }
  if (context.covers && latest !== '') merged.add(incarnation, context.covers.firstSeq, context.covers.lastSeq, latest);
  merged.save();
  clock.save();
  return { applied, conflicts, touched };
}

/**
 * Merges own ops that were issued again into the records: what others made on one under its former name did not replace it. What stands
 * already stays as it is.
 */
export function mergeReissued(parts: RemoteParts, ops: readonly Op[]): Touched[] {
  const { incarnation } = parts.clock.identity();
  for (const op of ops) mergeOne(parts, incarnation, op, { seq: op.seq });
  return ops.map(({ type, id }) => ({ type, id }));
}

interface MergeHow {
  readonly refused?: boolean;
  /** Of an own op: the record then names it as its last one. */
  readonly seq?: number;
}

/** Undefined when it changed nothing. */
export function mergeOne(
  parts: RemoteParts,
  incarnation: string,
  op: Op,
  { refused = false, seq }: MergeHow = {},
): { conflicts: number } | undefined {
  const { type, id, actor } = op;
  const before = parts.reader.byId(type, id);
  // Two records never share an id; an author who says so cannot stop the others from reading on.
  if (!before && parts.reader.typeOf(id) !== undefined) return undefined;
  const waiting = parts.beside.of(type, id);
  const {
    state: merged,
    changed,
    ...found
  } = merge(joined(mergeStateOf(before), waiting), op, incarnation, {
    knows: parts.merged.knows,
    refused,
  });
  if (changed.length === 0) return undefined;
  const { state, beside } = refused || waiting ? apart(merged) : { state: merged, beside: undefined };
  parts.beside.set(type, id, beside);
  const stand = changed.filter((field) => field in state.clocks);
  if (stand.length === 0) return undefined;
  const at = instant(op.stamp);
  const conflicts = parts.conflicts.note(type, id, found, actor, at);
  writeMerged(parts.writer, parts.audit, {
    type,
    id,
    before,
    state,
    changed: stand,
    actor,
    at,
    incarnation,
    ...(seq === undefined ? {} : { seq: Math.max(seq, before?.lastSeq ?? 0) }),
  });
  return { conflicts };
}
