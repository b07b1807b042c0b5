import { isRecordTypeName } from '#shared/records/registry';
import { clockOf } from '#shared/sync/clocks';
import { stampOf } from '#shared/sync/hlc';
import { merge, type MergeState, openConflicts } from '#shared/sync/merge';
import { apart, besideRef, joined } from '#shared/sync/merging/beside';
import { metaFields, type Op } from '#shared/sync/op';
import type { SnapshotAuthors, SnapshotRecord } from '#shared/sync/snapshot';
import type { OutboxTable } from '../outbox-table';
import { instant } from './conflict-table';
import type { RemoteParts, Touched } from './apply-remote';
import { writeMerged } from './write-merged';

/** Whether a snapshot holds all that was merged here. One that does not is older than what stands here and would lose it. */
export function isCovered({ merged }: Pick<RemoteParts, 'merged'>, authors: SnapshotAuthors): boolean {
  const seqOf = new Map(authors.map(({ incarnation, seq }) => [incarnation, seq]));
  return merged.highest().every(({ incarnation, seq }) => seq <= (seqOf.get(incarnation) ?? 0));
}

/**
 * Makes these records what the snapshot says, with the own changes that it does not hold on top; runs inside the transaction of the caller.
 * @param ownSeq up to which number of this book's own life the snapshot holds the ops
 */
export function takeStates(parts: RemoteParts, outbox: OutboxTable, records: readonly SnapshotRecord[], ownSeq: number): Touched[] {
  const { incarnation } = outbox.identity();
  const own = opsByRecord(outbox.notIn(ownSeq));
  const touched: Touched[] = [];
  for (const record of records) {
    const { type, id } = record;
    for (const entry of Object.values(record.state.clocks)) parts.clock.witness(stampOf(clockOf(entry)));
    if (!isRecordTypeName(type)) {
      if (type === besideRef.type) parts.beside.take(record);
      else parts.kept.keepState(record);
      continue;
    }
    const before = parts.reader.byId(type, id);
    const mine = own.get(id) ?? [];
    const { state, beside } = apart(
      mine.reduce<MergeState>(
        (merged, op) => merge(merged, op, incarnation, { knows: parts.merged.knows }).state,
        joined(record.state, parts.beside.of(type, id)),
      ),
    );
    parts.beside.set(type, id, beside);
    const { at, actor } = lastChange(state);
    writeMerged(parts.writer, parts.audit, { type, id, before, state, changed: Object.keys(state.clocks), actor, at });
    parts.conflicts.replace(type, id, openConflicts(type, state));
    touched.push({ type, id });
  }
  parts.clock.save();
  return touched;
}

/** From now on ops that the snapshot holds are passed over. */
export function countIn({ merged }: Pick<RemoteParts, 'merged'>, authors: SnapshotAuthors): void {
  for (const { incarnation, seq } of authors) if (seq > 0) merged.add(incarnation, 1, seq, '');
  merged.save();
}

function opsByRecord(ops: readonly Op[]): ReadonlyMap<string, readonly Op[]> {
  const byRecord = new Map<string, Op[]>();
  for (const op of ops) {
    const list = byRecord.get(op.id);
    if (list) list.push(op);
    else byRecord.set(op.id, [op]);
  }
  return byRecord;
}

/** A state does not say who changed it last: when its latest clock was made, and who made the record. */
function lastChange({ fields, clocks }: MergeState): { at: string; actor: string } {
  const latest = Object.values(clocks)
    .map((entry) => stampOf(clockOf(entry)))
    .reduce((a, b) => (a > b ? a : b), '000000000000');
  const by = fields[metaFields.createdBy];
  return { at: instant(latest), actor: typeof by === 'string' ? by : '' };
}
