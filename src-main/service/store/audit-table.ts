import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { AuditAction, AuditChanges, AuditEntry, AuditLog } from './audit-log';
import type { UnitOfWork } from './unit-of-work';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly type: RecordTypeName | null;
  readonly record_id: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  readonly changes: string;
  readonly hash: Buffer;
}

export interface AuditTable extends AuditLog {
  append(entry: {
    action: AuditAction;
    type?: RecordTypeName;
    recordId?: string;
    revision?: number;
    reason?: string;
    changes?: AuditChanges;
    actor?: string;
    at?: string;
  }): void;
  /** Fields of a record that were changed after this revision. */
  changedSince(recordId: string, revision: number): Set<string>;
  /** Who set a field last, as far as this machine has it in its log; for a field that was never changed since, who made the record. */
  lastActor(recordId: string, field: string): string | undefined;
}

const genesis = Buffer.alloc(32);

/** The hash of an entry: over the hash of the entry before, in hex, and all that the entry says. */
const chained = (before: Buffer, row: Omit<Row, 'hash'>): Buffer =>
  hash(
    'sha256',
    `${before.toString('hex')}${JSON.stringify([row.seq, row.at, row.actor, row.action, row.type, row.record_id, row.revision, row.reason, row.changes])}`,
    'buffer',
  );

export function createAuditTable(db: Database, unit: UnitOfWork, userId: string): AuditTable {
  const last = db.prepare<[], Pick<Row, 'seq' | 'hash'>>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (seq, at, actor, action, type, record_id, revision, reason, changes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const ofRecord = db.prepare<[string, number, number], Row>(
    'SELECT * FROM audit WHERE record_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const all = db.prepare<[number, number], Row>('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?');
  const since = db.prepare<[string, number], { changes: string }>('SELECT changes FROM audit WHERE record_id = ? AND revision > ?');
  const lastActor = db
    .prepare<[string, string], string>(
      `SELECT actor FROM audit WHERE record_id = ? AND json_type(changes, '$.' || json_quote(?)) IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  const firstActor = db.prepare<[string], string>('SELECT actor FROM audit WHERE record_id = ? ORDER BY seq LIMIT 1').pluck();
  let head: Pick<Row, 'seq' | 'hash'> | undefined;
  unit.onRollback(() => {
    head = undefined;
  });

  return {
    append: ({ action, type, recordId, revision, reason, changes, actor, at }) => {
      head ??= last.get() ?? { seq: 0, hash: genesis };
      const row = {
        seq: head.seq + 1,
        at: at ?? new Date().toISOString(),
        actor: actor ?? userId,
        action,
        type: type ?? null,
        record_id: recordId ?? null,
        revision: revision ?? null,
        reason: reason ?? null,
        changes: changes ? JSON.stringify(changes) : '{}',
      };
      const hash = chained(head.hash, row);
      insert.run(row.seq, row.at, row.actor, row.action, row.type, row.record_id, row.revision, row.reason, row.changes, hash);
      head = { seq: row.seq, hash };
    },
    list: ({ recordId, beforeSeq = Number.MAX_SAFE_INTEGER, limit = 100 }) =>
      (recordId === undefined ? all.all(beforeSeq, limit) : ofRecord.all(recordId, beforeSeq, limit)).map(entryOf),
    changedSince: (recordId, revision) =>
      new Set(since.all(recordId, revision).flatMap(({ changes }) => Object.keys(JSON.parse(changes) as object))),
    lastActor: (recordId, field) => lastActor.get(recordId, field) ?? firstActor.get(recordId),
    verify: () => {
      let before: Buffer = genesis;
      let entries = 0;
      for (const row of db.prepare<[], Row>('SELECT * FROM audit ORDER BY seq').iterate()) {
        if (row.seq !== entries + 1 || !chained(before, row).equals(row.hash)) return { entries, brokenAt: entries + 1 };
        before = row.hash;
        entries += 1;
      }
      return { entries, brokenAt: null };
    },
  };
}

const entryOf = ({ seq, at, actor, action, type, record_id, reason, changes }: Row): AuditEntry => ({
  seq,
  at,
  actor,
  action,
  type,
  recordId: record_id,
  reason,
  changes: JSON.parse(changes) as AuditChanges,
});
