import type { Database } from 'better-sqlite3';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { createSyncState } from '../store/key-values';
import type { RowReader } from '../store/records/row';
import type { UnitOfWork } from '../store/unit-of-work';
import type { IndexWriter } from './index-writer';
import { rebuildKey } from './rebuild-key';

/** Builds the index anew from the records, in small steps between which the book works; a step is remembered with what it wrote. */
export interface IndexRebuild {
  /** Indexes up to so many records. False when nothing is left. */
  next(records: number): boolean;
}

export function createRebuild(db: Database, unit: UnitOfWork, index: IndexWriter, reader: RowReader): IndexRebuild {
  const state = createSyncState(db);
  const after = db.prepare<[number, number], { n: number; type: RecordTypeName }>(
    'SELECT n, type FROM record WHERE n > ? ORDER BY n LIMIT ?',
  );
  return {
    next: (records) => {
      const through = state.get<number>(rebuildKey);
      if (through === undefined) return false;
      return unit.run(() => {
        const rows = after.all(through, records);
        for (const { n, type } of rows) {
          const row = reader.byN(type, n);
          // Not new: a save in between may have indexed it already.
          if (row?.removedAt === null)
            index.put({ n, id: row.id, type, values: row.values, year: row.year, isNew: false, textChanged: true });
        }
        state.set(rebuildKey, rows.length < records ? undefined : rows.at(-1)?.n);
        return rows.length === records;
      });
    },
  };
}
