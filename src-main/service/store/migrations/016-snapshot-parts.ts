import type { Database } from 'better-sqlite3';

/** Parts of a snapshot that are fetched before any of them is taken over. One that was half taken is begun anew. */
export function keepSnapshotParts(db: Database): void {
  db.exec(`
CREATE TABLE sync_snapshot_part (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
DELETE FROM sync_state WHERE key = 'snapshot';
`);
}
