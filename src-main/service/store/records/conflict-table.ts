import type { Database } from 'better-sqlite3';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { readStamp, stampOf, type Stamp } from '#shared/sync/hlc';
import type { Conflict, ConflictSide as MergedSide, Merged } from '#shared/sync/merge';
import type { AuditTable } from '../audit-table';
import type { ConflictSide, StoredConflict } from '../record-store';

/** Conflicts as people see them, kept beside the records whose clocks hold them. */
export interface ConflictTable {
  /** Writes what a merge found and closed. `actor` and `at` are those of the op. Gives how many are open that were not before. */
  note(type: RecordTypeName, id: string, merged: Pick<Merged, 'conflicts' | 'closed'>, actor: string, at: string): number;
  /** Makes the open ones of a record these, whatever was known before. */
  replace(type: RecordTypeName, id: string, open: readonly Conflict[]): void;
  open(limit: number): StoredConflict[];
  get(id: string): ConflictRow | undefined;
}

export interface ConflictRow {
  readonly id: number;
  readonly record_id: string;
  readonly type: RecordTypeName;
  readonly field: string;
  readonly item: string;
  readonly winner: string;
  readonly winner_clock: string;
  readonly loser: string;
  readonly loser_clock: string;
  readonly settled_at: string | null;
}

export const instant = (stamp: Stamp): string => new Date(readStamp(stamp).ms).toISOString();

/** What stands for the text of a sealed field. */
export const sealedMark = '[sealed]';

export function createConflictTable(db: Database, audit: AuditTable): ConflictTable {
  const insert = db.prepare(
    `INSERT INTO conflict (record_id, type, field, item, winner, winner_clock, loser, loser_clock) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (record_id, field, item, loser_clock) DO UPDATE SET settled_at = NULL, settled_by = NULL, winner = excluded.winner,
     winner_clock = excluded.winner_clock`,
  );
  const settle = db.prepare(
    'UPDATE conflict SET settled_at = ?, settled_by = ? WHERE record_id = ? AND field = ? AND item = ? AND loser_clock = ? AND settled_at IS NULL',
  );
  const drop = db.prepare('DELETE FROM conflict WHERE record_id = ? AND field = ? AND item = ? AND loser_clock = ? AND settled_at IS NULL');
  const openOf = db.prepare<[string], ConflictRow>('SELECT * FROM conflict WHERE record_id = ? AND settled_at IS NULL');
  const open = db.prepare<[number], ConflictRow>('SELECT * FROM conflict WHERE settled_at IS NULL ORDER BY id DESC LIMIT ?');
  const get = db.prepare<[string], ConflictRow>('SELECT * FROM conflict WHERE id = ?');

  const add = (type: RecordTypeName, id: string, { field, item = '', winner, loser }: Conflict): void => {
    const isSealed = recordType(type).fields[field]?.kind === 'sealed';
    const side = ({ value, clock, actor }: MergedSide): string =>
      JSON.stringify({
        value: isSealed && value !== null ? sealedMark : value,
        actor: actor ?? audit.lastActor(id, field) ?? '',
        at: instant(stampOf(clock)),
      } satisfies ConflictSide);
    insert.run(id, type, field, item, side(winner), winner.clock, side(loser), loser.clock);
  };

  return {
    note: (type, id, { conflicts, closed }, actor, at) => {
      for (const { conflict, why } of closed) {
        const { field, item = '', loser } = conflict;
        if (why === 'settled') settle.run(at, actor, id, field, item, loser.clock);
        else drop.run(id, field, item, loser.clock);
      }
      for (const conflict of conflicts) add(type, id, conflict);
      return conflicts.length;
    },
    replace: (type, id, conflicts) => {
      const key = (field: string, item: string, clock: string): string => [field, item, clock].join('\n');
      const there = new Map(openOf.all(id).map((row) => [key(row.field, row.item, row.loser_clock), row]));
      for (const conflict of conflicts)
        if (!there.delete(key(conflict.field, conflict.item ?? '', conflict.loser.clock))) add(type, id, conflict);
      for (const { field, item, loser_clock } of there.values()) drop.run(id, field, item, loser_clock);
    },
    open: (limit) => open.all(limit).map(conflictOf),
    get: (id) => get.get(id),
  };
}

const conflictOf = ({ id, record_id, type, field, item, winner, loser }: ConflictRow): StoredConflict => ({
  id: String(id),
  recordId: record_id,
  type,
  field,
  item: item === '' ? null : item,
  winner: JSON.parse(winner) as ConflictSide,
  loser: JSON.parse(loser) as ConflictSide,
});
