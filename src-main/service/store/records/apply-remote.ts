import type { Database } from 'better-sqlite3';
import { isRecordTypeName, recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { readStamp, stampOf } from '#shared/sync/hlc';
import { type Conflict, merge } from '#shared/sync/merge';
import { type Json, metaFields, type Op } from '#shared/sync/op';
import type { AuditTable } from '../audit-table';
import type { LocalClock } from '../local-clock';
import type { AppliedOps } from '../record-store';
import { auditChanges } from './audit-changes';
import type { Clocks } from './clocks';
import type { RawValues } from './derive';
import type { RecordRow, RowReader } from './row';
import type { RowWriter } from './row-writer';

export interface RemoteParts {
  readonly db: Database;
  readonly reader: RowReader;
  readonly writer: RowWriter;
  readonly audit: AuditTable;
  readonly clock: LocalClock;
}

/** A record that the ops changed. */
export interface Touched {
  readonly type: RecordTypeName;
  readonly id: string;
}

const metaNames = new Set<string>(Object.values(metaFields));
const instant = (stamp: string): string => new Date(readStamp(stamp).ms).toISOString();

/** Merges ops of another workstation; runs inside the transaction of the caller. */
export function applyRemoteOps(parts: RemoteParts, incarnation: string, ops: readonly Op[]): AppliedOps & { touched: Touched[] } {
  const keep = parts.db.prepare("INSERT OR IGNORE INTO kept_op (incarnation, seq, op, why) VALUES (?, ?, ?, 'unknownType')");
  const keepConflict = parts.db.prepare(
    'INSERT OR IGNORE INTO conflict (record_id, type, field, winner, winner_clock, loser, loser_clock) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const touched: Touched[] = [];
  let applied = 0;
  let conflicts = 0;

  for (const op of ops) {
    parts.clock.witness(op.stamp);
    if (!isRecordTypeName(op.type)) {
      keep.run(incarnation, op.seq, JSON.stringify(op));
      continue;
    }
    const before = parts.reader.byId(op.type, op.id);
    const merged = merge({ fields: before ? stateOf(before) : {}, clocks: before?.clocks() ?? {} }, op, incarnation);
    for (const conflict of merged.conflicts) {
      if (metaNames.has(conflict.field)) continue;
      const isSealed = recordType(op.type).fields[conflict.field]?.kind === 'sealed';
      const side = ({ value, clock }: Conflict['winner'], other: string) =>
        JSON.stringify({ value: isSealed && value !== null ? '[sealed]' : value, actor: other, at: instant(stampOf(clock)) });
      const theirsWins = merged.changed.includes(conflict.field);
      const here = before?.updatedBy ?? '';
      const row = keepConflict.run(
        op.id,
        op.type,
        conflict.field,
        side(conflict.winner, theirsWins ? op.actor : here),
        conflict.winner.clock,
        side(conflict.loser, theirsWins ? here : op.actor),
        conflict.loser.clock,
      );
      conflicts += row.changes;
    }
    if (merged.changed.length === 0) continue;
    write(parts, op, before, merged.state.fields, merged.state.clocks, merged.changed);
    touched.push({ type: op.type, id: op.id });
    applied += 1;
  }
  parts.clock.save();
  return { applied, conflicts, touched };
}

/** All fields that ops can set, as the merge sees them. */
const stateOf = (row: RecordRow): RawValues => ({
  ...row.values,
  ...row.extra,
  [metaFields.createdAt]: row.createdAt,
  [metaFields.createdBy]: row.createdBy,
  [metaFields.removedAt]: row.removedAt,
  [metaFields.removedReason]: row.removedReason,
});

function write(
  parts: RemoteParts,
  op: Op,
  before: RecordRow | undefined,
  fields: Readonly<Record<string, Json>>,
  clocks: Clocks,
  changed: readonly string[],
): void {
  const text = (name: string): string | null => (typeof fields[name] === 'string' ? (fields[name] as string) : null);
  const at = instant(op.stamp);
  const set = Object.fromEntries(changed.filter((field) => !metaNames.has(field)).map((field) => [field, fields[field] ?? null]));
  const updated = before && before.updatedAt > at ? { at: before.updatedAt, by: before.updatedBy } : { at, by: op.actor };
  const revision = parts.writer.write({
    type: op.type,
    id: op.id,
    before,
    set,
    clocks,
    updated,
    created: { at: text(metaFields.createdAt) ?? before?.createdAt ?? at, by: text(metaFields.createdBy) ?? before?.createdBy ?? op.actor },
    removed: { at: text(metaFields.removedAt), reason: text(metaFields.removedReason) },
  });
  parts.audit.append({
    action: 'remote',
    type: op.type,
    recordId: op.id,
    revision,
    actor: op.actor,
    ...(before ? { changes: auditChanges(op.type, before.values, set) } : {}),
  });
}
