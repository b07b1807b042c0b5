import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { type FieldClock, fieldClock, type Stamp } from '#shared/sync/hlc';
import type { Json, Op } from '#shared/sync/op';
import { hashedOp } from '#shared/sync/op-hash';
import type { EventBus } from '../events';
import { createSyncState } from './key-values';
import type { LocalClock } from './local-clock';
import type { Outbox, ParkedOp, RefusalWords } from './outbox';
import { renewLife } from './renew-life';
import type { UnitOfWork } from './unit-of-work';

export interface OpDraft {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly base: Readonly<Record<string, FieldClock>>;
  readonly actor: string;
}

export interface OutboxTable extends Outbox {
  /** Numbers, stamps, hashes and keeps an op. `localClock.save` must follow in the same transaction. */
  issue(draft: OpDraft): { op: Op; clock: FieldClock };
  /** Own ops of a record that never got to the hub: refused, or kept here because of secrecy. */
  parkedOps(recordId: string): Op[];
  /** Of these the ones that the hub refused, or that no batch can hold: a change of the record may mend them. */
  refusedOps(recordId: string): Op[];
  /** Own ops that a hub which has this life up to `seq` does not hold: later ones, and parked ones. */
  notIn(seq: number): Op[];
  /** Issues ops of another life under this one; records and conflicts take over their new clocks. Gives them as they are now. */
  adopt(former: string, ops: readonly Op[]): Op[];
  /** Takes a new incarnation and issues again the ops above `keptThrough` under it, numbered from 1. Gives them as they are now. */
  renew(keptThrough: number): Op[];
  /** Takes the parked ops of a record out of parking: others are issued in their place. */
  unpark(recordId: string): void;
}

interface Marks {
  readonly sent: number;
  readonly confirmed: number;
}

const sha256Hex = (text: string): string => hash('sha256', text);

export function createOutboxTable(db: Database, unit: UnitOfWork, clock: LocalClock, events: EventBus): OutboxTable {
  const state = createSyncState(db);
  const insert = db.prepare('INSERT INTO outbox (seq, type, record_id, op) VALUES (?, ?, ?, ?)');
  const read = db.prepare<[number, number], string>('SELECT op FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?').pluck();
  const refuse = db.prepare('UPDATE outbox SET refused = ?, refused_at = ? WHERE seq = ? AND refused IS NULL AND refused_at IS NULL');
  const refused = db.prepare<[number], { seq: number; type: RecordTypeName; record_id: string; refused: string; refused_at: string }>(
    'SELECT seq, type, record_id, refused, refused_at FROM outbox WHERE refused IS NOT NULL ORDER BY seq LIMIT ?',
  );
  const refusedOf = db.prepare<[string], { seq: number; op: string }>(
    'SELECT seq, op FROM outbox WHERE refused IS NOT NULL AND record_id = ?',
  );
  const mendable = db
    .prepare<[string], string>(
      'SELECT op FROM outbox WHERE refused IS NOT NULL AND record_id = ? AND record_id NOT IN (SELECT id FROM sync_kept) ORDER BY seq',
    )
    .pluck();
  const missing = db.prepare<[number], string>('SELECT op FROM outbox WHERE seq > ? OR refused IS NOT NULL ORDER BY seq').pluck();
  // The time stays: an answer or a stick that tells of the same refusal once more must not park what was mended since.
  const accept = db.prepare('UPDATE outbox SET refused = NULL WHERE seq = ?');
  const countRefused = db.prepare<[number], number>('SELECT count(*) FROM outbox WHERE refused IS NOT NULL AND seq <= ?').pluck();
  const recordOf = db.prepare<[number], string>('SELECT record_id FROM outbox WHERE seq = ?').pluck();
  const flag = db.prepare('UPDATE record SET refused = ? WHERE id = ?');
  const lowest = db.prepare<[], number | null>('SELECT min(seq) FROM outbox').pluck();

  const holdsFormer = db
    .prepare<[string, number], number>("SELECT 1 FROM kept_op WHERE incarnation = ? AND seq >= ? AND why = 'formerLife' LIMIT 1")
    .pluck();
  const former = db
    .prepare<[string, number], string>("SELECT op FROM kept_op WHERE incarnation = ? AND seq >= ? AND why = 'formerLife' ORDER BY seq")
    .pluck();
  const dropFormer = db.prepare("DELETE FROM kept_op WHERE incarnation = ? AND seq >= ? AND why = 'formerLife'");

  let known: Marks | undefined;
  unit.onRollback(() => {
    known = undefined;
  });
  const marks = (): Marks => (known ??= state.get<Marks>('marks') ?? { sent: 0, confirmed: 0 });
  const setMarks = (next: Marks): void =>
    unit.run(() => {
      state.set('marks', next);
      known = next;
      events.emit({ kind: 'outbox' });
    });
  const within = (seq: number): number => Math.max(0, Math.min(seq, clock.seq()));

  const append = (draft: OpDraft, seq: number, stamp: Stamp): { op: Op; clock: FieldClock } => {
    const body = { seq, stamp, type: draft.type, id: draft.id, fields: draft.fields, base: draft.base, actor: draft.actor };
    const { op, text } = hashedOp(body, sha256Hex);
    insert.run(seq, op.type, op.id, text);
    return { op, clock: fieldClock(stamp, clock.identity().incarnation, op.hash) };
  };

  /** Under a new number, but the stamp that it had: what was made after it stays after it. */
  const reissue = (op: Op): { op: Op; clock: FieldClock } => append(op, clock.next().seq, op.stamp);

  return {
    issue: (draft) => {
      const { seq, stamp } = clock.next();
      return append(draft, seq, stamp);
    },
    identity: () => clock.identity(),
    watermarks: () => ({ made: clock.seq(), ...marks() }),
    pending: (limit, afterSeq) => read.all(afterSeq, limit).map((text) => JSON.parse(text) as Op),
    markSent: (seq) => {
      const { sent, confirmed } = marks();
      if (within(seq) > sent) setMarks({ sent: within(seq), confirmed });
    },
    markConfirmed: (seq) => {
      const { sent, confirmed } = marks();
      const next = within(seq);
      if (next > confirmed) setMarks({ sent: Math.max(sent, next), confirmed: next });
    },
    rewind: (seq) => {
      const { sent, confirmed } = marks();
      setMarks({ sent: Math.min(sent, within(seq)), confirmed: Math.min(confirmed, within(seq)) });
    },
    holdsFormer: (incarnation, seq) => holdsFormer.get(incarnation, seq) !== undefined,
    takeFormer: (incarnation, seq) => {
      const ops = former.all(incarnation, seq).map((text) => JSON.parse(text) as Op);
      dropFormer.run(incarnation, seq);
      return ops;
    },
    park: (seq, reason: RefusalWords) =>
      unit.run(() => {
        const recordId = recordOf.get(seq);
        if (recordId === undefined || refuse.run(JSON.stringify(reason), new Date().toISOString(), seq).changes === 0) return;
        flag.run(1, recordId);
        events.emit({ kind: 'outbox' });
      }),
    parked: (limit) =>
      refused.all(limit).map(
        (row): ParkedOp => ({
          seq: row.seq,
          type: row.type,
          recordId: row.record_id,
          reason: JSON.parse(row.refused) as RefusalWords,
          at: row.refused_at,
        }),
      ),
    parkedOps: (recordId) => refusedOf.all(recordId).map(({ op }) => JSON.parse(op) as Op),
    refusedOps: (recordId) => mendable.all(recordId).map((op) => JSON.parse(op) as Op),
    adopt: (life, ops) => {
      const reissued = renewLife(db, life, ops, 0, new Set(), reissue);
      clock.save();
      events.emit({ kind: 'outbox' });
      return reissued;
    },
    notIn: (seq) => missing.all(seq).map((text) => JSON.parse(text) as Op),
    unpark: (recordId) => {
      for (const { seq } of refusedOf.all(recordId)) accept.run(seq);
      flag.run(0, recordId);
    },
    counts: () => {
      const { sent, confirmed } = marks();
      const made = clock.seq();
      const first = (lowest.get() ?? made + 1) - 1;
      const refusedUpTo = (seq: number): number => countRefused.get(seq) ?? 0;
      const total = refusedUpTo(made);
      return {
        waiting: made - sent - (total - refusedUpTo(sent)),
        sent: sent - confirmed - (refusedUpTo(sent) - refusedUpTo(confirmed)),
        confirmed: Math.max(confirmed - first, 0) - refusedUpTo(confirmed),
        refused: total,
      };
    },
    renew: (keptThrough) =>
      unit.run(() => {
        const { incarnation } = clock.identity();
        const ops = read.all(0, Number.MAX_SAFE_INTEGER).map((text) => JSON.parse(text) as Op);
        const parked = new Set(refused.all(Number.MAX_SAFE_INTEGER).map(({ seq }) => seq));
        db.exec('DELETE FROM outbox; UPDATE record SET last_seq = 0, refused = 0 WHERE last_seq > 0 OR refused > 0');
        clock.renew();
        setMarks({ sent: 0, confirmed: 0 });
        const reissued = renewLife(db, incarnation, ops, keptThrough, parked, reissue);
        clock.save();
        return reissued;
      }),
  };
}
