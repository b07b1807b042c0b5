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
import { packClocks, unpackClocks } from './records/clocks';
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
  /** Fields of the refused ops of a record, which are taken out of parking. */
  unpark(recordId: string): Set<string>;
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
  const refuse = db.prepare('UPDATE outbox SET refused = ?, refused_at = ? WHERE seq = ? AND refused IS NULL');
  const refused = db.prepare<[number], { seq: number; type: RecordTypeName; record_id: string; refused: string; refused_at: string }>(
    'SELECT seq, type, record_id, refused, refused_at FROM outbox WHERE refused IS NOT NULL ORDER BY seq LIMIT ?',
  );
  const refusedOf = db.prepare<[string], { seq: number; op: string }>(
    'SELECT seq, op FROM outbox WHERE refused IS NOT NULL AND record_id = ?',
  );
  const accept = db.prepare('UPDATE outbox SET refused = NULL, refused_at = NULL WHERE seq = ?');
  const countRefused = db.prepare<[number], number>('SELECT count(*) FROM outbox WHERE refused IS NOT NULL AND seq <= ?').pluck();
  const recordOf = db.prepare<[number], string>('SELECT record_id FROM outbox WHERE seq = ?').pluck();
  const flag = db.prepare('UPDATE record SET refused = ? WHERE id = ?');
  const lowest = db.prepare<[], number | null>('SELECT min(seq) FROM outbox').pluck();

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
    unpark: (recordId) => {
      const fields = new Set<string>();
      for (const { seq, op } of refusedOf.all(recordId)) {
        Object.keys((JSON.parse(op) as Op).fields).forEach((field) => fields.add(field));
        accept.run(seq);
      }
      flag.run(0, recordId);
      return fields;
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
        const former = clock.identity().incarnation;
        const ops = read.all(0, Number.MAX_SAFE_INTEGER).map((text) => JSON.parse(text) as Op);
        const keep = db.prepare("INSERT OR IGNORE INTO kept_op (incarnation, seq, op, why) VALUES (?, ?, ?, 'formerLife')");
        const clocksOf = db.prepare<[string], { n: number; clocks: string }>('SELECT n, clocks FROM record WHERE id = ?');
        const setClocks = db.prepare('UPDATE record SET clocks = ?, last_seq = ? WHERE n = ?');
        db.exec('DELETE FROM outbox; UPDATE record SET last_seq = 0, refused = 0 WHERE last_seq > 0 OR refused > 0');
        const identity = clock.renew();
        setMarks({ sent: 0, confirmed: 0 });
        // An op under a new name has a new clock: what stands under the old one, in records and in the bases of later ops, takes it over.
        const renamed = new Map<FieldClock, FieldClock>();
        for (const op of ops) {
          if (op.seq <= keptThrough) {
            keep.run(former, op.seq, JSON.stringify(op));
            continue;
          }
          const base = Object.fromEntries(Object.entries(op.base).map(([field, at]) => [field, renamed.get(at) ?? at]));
          const seq = clock.next().seq;
          const issued = append({ ...op, base }, seq, op.stamp);
          const old = fieldClock(op.stamp, former, op.hash);
          renamed.set(old, issued.clock);
          const row = clocksOf.get(op.id);
          if (row)
            setClocks.run(
              packClocks(
                Object.fromEntries(Object.entries(unpackClocks(row.clocks)).map(([field, at]) => [field, at === old ? issued.clock : at])),
              ),
              seq,
              row.n,
            );
        }
        clock.save();
        return identity;
      }),
  };
}
