import type { Database } from 'better-sqlite3';

/**
 * What the audit log tells of a record is found by a table that is written for 256 entries at once (store/audit-places) and no longer by an
 * index that every save writes a page of. Filled in the order of that index: half a million entries take 0.65 s.
 */
export function placeAuditEntries(db: Database): void {
  db.exec(`
CREATE TABLE audit_of (record_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (record_id, seq)) STRICT, WITHOUT ROWID;
INSERT INTO audit_of (record_id, seq)
  SELECT record_id, seq FROM audit WHERE record_id IS NOT NULL AND seq <= (SELECT max(seq) / 256 * 256 FROM audit) ORDER BY 1, 2;
DROP INDEX audit_record;
`);
}
