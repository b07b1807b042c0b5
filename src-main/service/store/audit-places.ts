/**
 * Where in the audit log entries stand that tell of a record: `audit_of`. It is written for so many entries at once, because an index that
 * every save goes on with would be one more page that is encrypted and written with each; the few entries since are looked through.
 */
import type { Database } from 'better-sqlite3';

export const placesAtOnce = 256;

/** Last entry that `audit_of` tells of. */
const placed = `(SELECT coalesce(max(seq), 0) / ${placesAtOnce} * ${placesAtOnce} FROM audit)`;

/** Condition on `audit`: entries of the record whose id is the parameter @id. */
export const ofRecord = `seq IN (
  SELECT seq FROM audit_of WHERE record_id = @id UNION ALL SELECT seq FROM audit WHERE seq > ${placed} AND record_id = @id)`;

export interface AuditPlaces {
  /** An entry of this number was written, in the same transaction. */
  written(seq: number): void;
  /** Number of the first entry that is not found by its record, or is found by another; null: none. */
  brokenAt(): number | null;
}

export function createAuditPlaces(db: Database): AuditPlaces {
  const fill = db.prepare(
    'INSERT INTO audit_of (record_id, seq) SELECT record_id, seq FROM audit WHERE seq > ? AND seq <= ? AND record_id IS NOT NULL ORDER BY 1, 2',
  );
  const entries = `SELECT record_id, seq FROM audit WHERE seq <= ${placed} AND record_id IS NOT NULL`;
  const places = 'SELECT record_id, seq FROM audit_of';
  return {
    written: (seq) => {
      if (seq % placesAtOnce === 0) fill.run(seq - placesAtOnce, seq);
    },
    brokenAt: () =>
      db
        .prepare<[], number | null>(
          `SELECT min(seq) FROM (SELECT * FROM (${entries} EXCEPT ${places}) UNION ALL SELECT * FROM (${places} EXCEPT ${entries}))`,
        )
        .pluck()
        .get() ?? null,
  };
}
