import type { Database } from 'better-sqlite3';
import { isRecordTypeName } from '#shared/records/registry';
import { clockOf, type ClockEntry } from '#shared/sync/clocks';
import { fieldClock } from '#shared/sync/hlc';
import { metaFields, type Op } from '#shared/sync/op';
import type { SnapshotRecord } from '#shared/sync/snapshot';

/** What came of types that this version does not know: kept until an upgrade, passed over by nobody. */
export interface KeptOps {
  keep(incarnation: string, op: Op): void;
  keepState(record: SnapshotRecord): void;
  /** Whether this version knows any of it by now. */
  hasKnown(): boolean;
  /** What this version knows by now, states before ops; it is not kept any more. */
  takeKnown(): { states: SnapshotRecord[]; ops: { incarnation: string; op: Op }[] };
  /** The latest clock of every field of the records that are kept so. */
  clocks(): { type: string; id: string; clocks: Record<string, string> }[];
}

interface Row {
  readonly incarnation: string;
  readonly seq: number;
  readonly op: string;
}

/** A state from a snapshot stands beside ops, under a name that no incarnation has. */
export const stateName = ({ type, id }: Pick<SnapshotRecord, 'type' | 'id'>): string => `state ${type} ${id}`;
const isState = ({ incarnation }: Row): boolean => incarnation.startsWith('state ');

export function createKeptOps(db: Database): KeptOps {
  const insert = db.prepare("INSERT OR REPLACE INTO kept_op (incarnation, seq, op, why) VALUES (?, ?, ?, 'unknownType')");
  const read = db.prepare<[], Row>("SELECT incarnation, seq, op FROM kept_op WHERE why = 'unknownType' ORDER BY incarnation, seq");
  const drop = db.prepare('DELETE FROM kept_op WHERE incarnation = ? AND seq = ?');
  const types = db.prepare<[], string>("SELECT DISTINCT json_extract(op, '$.type') FROM kept_op WHERE why = 'unknownType'").pluck();
  return {
    hasKnown: () => types.all().some(isRecordTypeName),
    keep: (incarnation, op) => insert.run(incarnation, op.seq, JSON.stringify(op)),
    keepState: (record) => insert.run(stateName(record), 0, JSON.stringify(record)),
    takeKnown: () => {
      const states: SnapshotRecord[] = [];
      const ops: { incarnation: string; op: Op }[] = [];
      for (const row of read.all()) {
        const kept = JSON.parse(row.op) as SnapshotRecord | Op;
        if (!isRecordTypeName(kept.type)) continue;
        drop.run(row.incarnation, row.seq);
        if (isState(row)) states.push(kept as SnapshotRecord);
        else ops.push({ incarnation: row.incarnation, op: kept as Op });
      }
      return { states, ops };
    },
    clocks: () => {
      const records = new Map<string, { type: string; id: string; clocks: Record<string, string> }>();
      const see = (type: string, id: string, field: string, clock: string): void => {
        const record = records.get(`${type} ${id}`) ?? { type, id, clocks: {} };
        records.set(`${type} ${id}`, record);
        if (clock > (record.clocks[field] ?? '')) record.clocks[field] = clock;
      };
      for (const row of read.iterate()) {
        if (isState(row)) {
          const { type, id, state } = JSON.parse(row.op) as SnapshotRecord;
          for (const [field, entry] of Object.entries<ClockEntry>(state.clocks)) see(type, id, field, clockOf(entry));
          continue;
        }
        const op = JSON.parse(row.op) as Op;
        for (const field of Object.keys(op.fields))
          if (field !== metaFields.touched && field !== metaFields.settles)
            see(op.type, op.id, field, fieldClock(op.stamp, row.incarnation, op.hash));
      }
      return [...records.values()];
    },
  };
}
