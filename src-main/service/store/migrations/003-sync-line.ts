import type { Database } from 'better-sqlite3';

/** What the sync line keeps: batches as they were formed, page images on their way, records that stay here (service/sync). */
export function keepSyncLine(db: Database): void {
  db.exec(`
CREATE TABLE sync_batch (
  incarnation TEXT NOT NULL,
  number INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('formed', 'acknowledged')),
  PRIMARY KEY (incarnation, number)
) STRICT;
CREATE INDEX sync_batch_formed ON sync_batch (incarnation, number) WHERE state = 'formed';
CREATE TABLE sync_blob (
  hash TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  first_page INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'aside', 'confirmed'))
) STRICT;
CREATE INDEX sync_blob_waiting ON sync_blob (state, first_page);
CREATE TABLE sync_kept (id TEXT PRIMARY KEY, type TEXT NOT NULL) STRICT, WITHOUT ROWID;
`);
}
