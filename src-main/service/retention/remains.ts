/**
 * What a book remembers of values that were taken out of a record: in the changes of the audit log, in its own ops, in values that lost a
 * merge, in tables of the archive. Clearing it is what makes a destruction one. The audit log keeps its chain (the hash of the
 * changes of an entry stands where they stood, all of them), and ops keep their numbers.
 *
 * Own ops that the hub has durably are cleared in place, nobody reads them again. Those that were never formed into a batch are
 * cleared and take new hashes, which records and later ops follow. What is on its way to the hub is cleared when the hub has it.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { heldFields, withoutFields } from '#shared/sync/clear-op';
import { clockOf, packClocks, type PackedClocks, unpackClocks } from '#shared/sync/clocks';
import { fieldClock } from '#shared/sync/hlc';
import type { Json, Op } from '#shared/sync/op';
import { hashedOp } from '#shared/sync/op-hash';
import type { Book } from '../book/book';
import { ofRecord } from '../store/audit-places';
import { renameClocks } from '../store/rename-clocks';

export interface Remains {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly fields: readonly string[];
}

type Parts = Pick<Book, 'db' | 'outbox'>;

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Joins the transaction of its caller. False while an op of the record is under way to the hub: to be called again. */
export function clearRemains({ db, outbox }: Parts, { id, fields }: Remains): boolean {
  clearAudit(db, id, fields);
  clearConflicts(db, id, fields);
  for (const { incarnation, seq, op } of db
    .prepare<[string], { incarnation: string; seq: number; op: string }>(
      "SELECT incarnation, seq, op FROM kept_op WHERE why = 'formerLife' AND json_extract(op, '$.id') = ?",
    )
    .all(id))
    db.prepare('UPDATE kept_op SET op = ? WHERE incarnation = ? AND seq = ?').run(
      JSON.stringify(withoutFields(JSON.parse(op) as Op, fields)),
      incarnation,
      seq,
    );
  return clearOps({ db, outbox }, id, fields);
}

function clearAudit(db: Database, id: string, fields: readonly string[]): void {
  const rows = db
    .prepare<{ id: string }, { seq: number; changes: string }>(
      `SELECT seq, changes FROM audit WHERE ${ofRecord} AND form >= 2 AND changes <> '{}'`,
    )
    .all({ id });
  const clear = db.prepare("UPDATE audit SET changes = '{}', changes_hash = coalesce(changes_hash, ?) WHERE seq = ?");
  for (const { seq, changes } of rows) {
    const values = JSON.parse(changes) as Record<string, unknown>;
    if (fields.some((field) => field in values)) clear.run(sha256Hex(changes), seq);
  }
}

function clearConflicts(db: Database, id: string, fields: readonly string[]): void {
  const drop = db.prepare('DELETE FROM conflict WHERE record_id = ? AND field = ?');
  for (const field of fields) drop.run(id, field);
  const packed = db.prepare<[string], string>('SELECT clocks FROM record WHERE id = ?').pluck().get(id);
  if (packed === undefined) return;
  // What a field remembers beyond its clock holds losing values, and the elements of a set by name.
  const clocks = unpackClocks(JSON.parse(packed) as PackedClocks);
  for (const field of fields) if (clocks[field] !== undefined) clocks[field] = clockOf(clocks[field]);
  db.prepare('UPDATE record SET clocks = ? WHERE id = ?').run(JSON.stringify(packClocks(clocks)), id);
}

function clearOps({ db, outbox }: Parts, id: string, fields: readonly string[]): boolean {
  const { incarnation } = outbox.identity();
  const { sent, confirmed } = outbox.watermarks();
  const formed = db
    .prepare<[string], number | null>("SELECT max(last_seq) FROM sync_batch WHERE incarnation = ? AND state <> 'replaced'")
    .pluck()
    .get(incarnation);
  const unsent = Math.max(sent, formed ?? 0);
  const write = db.prepare('UPDATE outbox SET op = ? WHERE seq = ?');
  const renamed = new Map<string, string>();
  let isDone = true;
  for (const { seq, op: text } of db
    .prepare<[string], { seq: number; op: string }>('SELECT seq, op FROM outbox WHERE record_id = ? ORDER BY seq')
    .all(id)) {
    const op = JSON.parse(text) as Op;
    const follows = renamed.size > 0 && [...renamed.keys()].some((clock) => text.includes(clock));
    if (heldFields(op, fields).length === 0 && !follows) continue;
    if (seq > confirmed && seq <= unsent) {
      isDone = false;
      continue;
    }
    const cleared = withoutFields(op, fields);
    if (seq <= confirmed) {
      write.run(JSON.stringify(cleared), seq);
      continue;
    }
    const { hash: _hash, ...body } = renameClocks(cleared as unknown as Json, renamed) as unknown as Op;
    const again = hashedOp(body, sha256Hex);
    write.run(again.text, seq);
    renamed.set(fieldClock(op.stamp, incarnation, op.hash), fieldClock(op.stamp, incarnation, again.op.hash));
  }
  const follow = db.prepare('UPDATE record SET clocks = replace(clocks, ?, ?) WHERE id = ?');
  for (const [old, clock] of renamed) follow.run(old, clock, id);
  return isDone;
}
