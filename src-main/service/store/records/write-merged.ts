import type { RecordTypeName } from '#shared/records/record-type-name';
import type { MergeState } from '#shared/sync/merge';
import { canonical, type Json, metaFields } from '#shared/sync/op';
import { madeBy } from '../audit-log';
import type { AuditTable } from '../audit-table';
import { auditChanges } from './audit-changes';
import { packClocks } from './clocks';
import type { RawValues } from './derive';
import type { RecordRow } from './row';
import type { RowWriter } from './row-writer';

const metaNames = new Set<string>(Object.values(metaFields));

export interface MergedWrite {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly before: RecordRow | undefined;
  readonly state: MergeState;
  /** Fields of which anything is new. */
  readonly changed: readonly string[];
  /** Who changed it and when, as far as an op says so. */
  readonly actor: string;
  readonly at: string;
  /** Of the workstation whose op this was. */
  readonly incarnation?: string | undefined;
  /** Number of an own op that the record shall name as its last one. */
  readonly seq?: number | undefined;
}

/** Writes what a merge with others' ops came to, and an audit entry where a value is another one now. */
export function writeMerged(
  writer: RowWriter,
  audit: AuditTable,
  { type, id, before, state, changed, actor, at, incarnation, seq }: MergedWrite,
): void {
  const { fields, clocks } = state;
  const old = { ...before?.values, ...before?.extra };
  const set: RawValues = {};
  for (const field of changed) {
    const value: Json = fields[field] ?? null;
    if (!metaNames.has(field) && canonical(value) !== canonical(old[field] ?? null)) set[field] = value;
  }
  const text = (name: string): string | null => (typeof fields[name] === 'string' ? (fields[name] as string) : null);
  const removed = { at: text(metaFields.removedAt), reason: text(metaFields.removedReason) };
  const revision = writer.write({
    type,
    id,
    before,
    set,
    clocks: packClocks(clocks),
    updated: before && before.updatedAt > at ? { at: before.updatedAt, by: before.updatedBy } : { at, by: actor },
    created: { at: text(metaFields.createdAt) ?? before?.createdAt ?? at, by: text(metaFields.createdBy) ?? before?.createdBy ?? actor },
    removed,
    ...(seq === undefined ? {} : { seq }),
  });
  if (before && Object.keys(set).length === 0 && before.removedAt === removed.at) return;
  audit.append({
    action: 'remote',
    type,
    recordId: id,
    revision,
    actor,
    changes: {
      ...(before ? auditChanges(type, before.values, set) : {}),
      ...(incarnation === undefined ? {} : { [madeBy]: [null, incarnation] }),
    },
  });
}
