import type { Database } from 'better-sqlite3';

/** Destruction of papers whose retention ended, and removal of personal data: what was decided, and what is still to be cleared away here. */
export function keepDisposals(db: Database): void {
  db.exec(`
CREATE TABLE disposal (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  name TEXT, year INTEGER, state TEXT, secrecy TEXT, reason TEXT, items TEXT, council TEXT, council_decision TEXT,
  minutes_number TEXT, minutes_on TEXT, opinion TEXT, decision_number TEXT, decision_on TEXT, decided_by TEXT,
  destroyed_at TEXT, destroyed_by TEXT, approved_by TEXT, file_count INTEGER, document_count INTEGER, page_count INTEGER, proof TEXT
) STRICT;
CREATE TABLE data_erasure (
  n INTEGER PRIMARY KEY, removed INTEGER NOT NULL DEFAULT 0,
  about TEXT, fields TEXT, basis TEXT, requested_on TEXT, erased_at TEXT, erased_by TEXT, approved_by TEXT, remark TEXT
) STRICT;
ALTER TABLE archive_file ADD COLUMN disposal TEXT;
CREATE INDEX archive_file_disposal ON archive_file (disposal) WHERE disposal IS NOT NULL;
CREATE INDEX page_destroyed ON page (image) WHERE state = 'DA_TIEU_HUY';

-- What the one who decided wrote.
ALTER TABLE approval ADD COLUMN decision TEXT;

-- SHA-256 of the changes of an entry whose values were cleared: it stands in the chain in their place.
ALTER TABLE audit ADD COLUMN changes_hash TEXT;

-- Records of which this machine still remembers what was destroyed: in its audit log, its outbox, and beside the records.
CREATE TABLE erasure (
  record_id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  fields TEXT NOT NULL,                -- JSON, names of the fields
  state TEXT NOT NULL CHECK (state IN ('waiting', 'unsent', 'done'))
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_open ON erasure (state) WHERE state <> 'done';
`);
}
