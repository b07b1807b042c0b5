import type { Database } from 'better-sqlite3';
import type { Clocks } from '#shared/sync/clocks';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { type Beside, besideKey, besideRef, besideState, readBeside } from '#shared/sync/merging/beside';
import type { SnapshotRecord } from '#shared/sync/snapshot';
import type { UnitOfWork } from '../unit-of-work';
import { type KeptOps, stateName } from './kept-ops';

/** What is remembered beside records of fields in which nothing stands yet (#shared/sync/merging/beside). */
export interface BesideTable {
  of(type: RecordTypeName, id: string): Clocks | undefined;
  /** Inside the transaction of the caller. */
  set(type: RecordTypeName, id: string, clocks: Clocks | undefined): void;
  /** What a snapshot holds takes the place of all of it. */
  take(record: SnapshotRecord): void;
}

/** It stands with what is kept of types that this version does not know, where a version from before puts what a snapshot holds of it. */
export function createBesideTable(db: Database, unit: UnitOfWork, kept: KeptOps): BesideTable {
  const read = db.prepare<[string], string>('SELECT op FROM kept_op WHERE incarnation = ? AND seq = 0').pluck();
  let known: Beside | undefined;
  const all = (): Beside => {
    const text = known ? undefined : read.get(stateName(besideRef));
    known ??= readBeside(text === undefined ? undefined : (JSON.parse(text) as SnapshotRecord).state);
    return known;
  };
  unit.onRollback(() => {
    known = undefined;
  });
  return {
    of: (type, id) => all().get(besideKey({ type, id })),
    set: (type, id, clocks) => {
      const key = besideKey({ type, id });
      if (!clocks && !all().has(key)) return;
      const next = new Map(all());
      if (clocks) next.set(key, clocks);
      else next.delete(key);
      known = next;
      kept.keepState({ ...besideRef, state: besideState(next) });
    },
    take: (record) => {
      known = undefined;
      kept.keepState(record);
    },
  };
}
